// What stands in a sentence before the mark that may end it.
#pragma once

#include <cstddef>
#include <string>
#include <string_view>

#include "ingest_service/segment/candidate.h"
#include "ingest_service/segment/language_rules.h"

namespace polygist::ingest::segment {

// Every question costs at most a constant effort: nothing further back than kReach bytes is looked
// at.
class SentenceContext {
 public:
  // How far back a bracket, title or capital is looked for, in bytes. A sentence of news has about
  // 150.
  static constexpr size_t kReach = 400;

  SentenceContext(std::string_view block, size_t sentence_begin, const Candidate& candidate)
      : block_(block), sentence_begin_(sentence_begin), at_(candidate) {}

  // Whether there is a letter or digit before the mark.
  bool HasWords() const;
  // Whether there is one before the word at the mark.
  bool HasEarlierWords() const;
  // At most three words, the one at the mark included: too few for a sentence that ends in an
  // abbreviation.
  bool IsShort() const;
  // It begins with a lower-case letter, has no capital, and more than one word.
  bool IsWithoutCapitals() const;
  // The last bracket before the mark was opened after other words.
  bool OpensBracketWithin() const;
  // A title mark 《 is open.
  bool IsInsideTitle() const;
  // "5 zł", "5 tys. zł": the word at the mark follows a number, perhaps with two others between; not "2023 г. в г",
  // where a function word begins something new.
  bool FollowsNumber(const LanguageRules& rules) const;
  // The word before the one at the mark; empty when there is none.
  std::string_view EarlierWord() const { return WordBefore(at_.word_begin); }
  // The word at the mark without blanks inside: with "z. " before it when it is the "B" of "z. B".
  std::string JoinedWord() const;

 private:
  std::string_view Recent() const;
  std::string_view WordBefore(size_t at) const;
  size_t LetterBefore(size_t at) const;

  std::string_view block_;
  size_t sentence_begin_;
  const Candidate& at_;
};

}  // namespace polygist::ingest::segment
