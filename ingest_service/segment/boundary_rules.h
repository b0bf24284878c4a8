// Whether a sentence ends at a candidate, and by which rule.
#pragma once

#include <cstddef>
#include <string_view>

#include "ingest_service/segment/candidate.h"
#include "ingest_service/segment/language_rules.h"

namespace polygist::ingest::segment {

// The rule that decided. Each has a golden test of its name in tests/golden/sentences.
enum class Rule {
  kEndOfBlock,          // Nothing follows.
  kContinuation,        // A comma, colon, closing bracket or combining mark follows.
  kNothingYet,          // No letter or digit since the sentence began: a leading "..." or "***".
  kLineBreak,           // A line ends, and what follows is no continuation of its sentence.
  kWrappedLine,         // A line ends within a sentence.
  kFullMark,            // "。", "।", "؟" and the like.
  kQuoteGoesOn,         // 」 and a word that ties the quotation to what follows.
  kInsideTitle,         // A mark inside 《 》.
  kNoBlank,             // No blank after the mark: inside a number, address, file name or abbreviation.
  kMissingBlank,        // No blank after the mark, but two words meet: "gesagt.Der".
  kListMarker,          // The sentence so far is "1." or "a)".
  kSpacedPeriod,        // " . " of tokenized text.
  kLowerCase,           // A lower-case letter follows.
  kCaselessWriter,      // A lower-case letter follows, and the sentence has no capital at all.
  kLowerCaseStart,      // A lower-case letter follows an ordinary word, or a question.
  kPause,               // " ... " with a blank before it.
  kInsideBracket,       // The bracket that closes here opened within the sentence.
  kOrdinal,             // "12. Juni"
  kAbbreviationBefore,  // "Dr. Meyer"
  kAbbreviationNumber,  // "p. 55"
  kAbbreviationInside,  // An abbreviation that may end a sentence, but nothing says that it does.
  kAbbreviationEnd,     // Likewise, and a typical first word follows.
  kInitial,             // "J. Smith"
  kUnit,                // "5 zł. Potem", but "w r. Pański"
  kAcronym,             // "U.S. Government"
  kVowelless,           // "hrsg. Meyer": a short word without vowels.
  kPictograph,          // An emoji and a typical first word, or none.
  kMark,                // Nothing speaks against the mark.
};

struct Verdict {
  bool boundary = false;
  Rule rule = Rule::kMark;
};

// `block` is the text of one block; the sentence that may end at `candidate` began at
// `sentence_begin`. Looks back at most a constant number of bytes.
Verdict Decide(std::string_view block, size_t sentence_begin, const Candidate& candidate, const LanguageRules& rules);

// Whether a sentence ends before the blank at `at`, in languages that write no full stop: a word
// that only ever ends a sentence stands before it, or one that only ever begins one after it.
bool EndsAtBlank(std::string_view block, size_t sentence_begin, size_t at, const LanguageRules& rules);

}  // namespace polygist::ingest::segment
