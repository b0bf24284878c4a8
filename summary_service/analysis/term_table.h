// Words to term numbers, per language.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "common/text/words.h"
#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/analysis/number_table.h"
#include "summary_service/analysis/stemmer.h"
#include "summary_service/analysis/word_key.h"

namespace polygist::summary {

// The terms of one language: words of one form (stemmer.h) are one term.
// Keeps views into the texts it is given: they must outlive it. Not thread-safe; used by the thread that made it.
class LanguageTerms {
 public:
  // `vocabulary` and `shared` (numbers and characters, which belong to no language) are added to. Room is made for as
  // many words as the vocabulary has room for.
  using SharedTerms = absl::flat_hash_map<std::string, TermId>;
  LanguageTerms(const std::string& base_language, std::vector<VocabularyEntry>* vocabulary, SharedTerms* shared);
  LanguageTerms(const LanguageTerms&) = delete;
  LanguageTerms& operator=(const LanguageTerms&) = delete;

  // The term of a word as it stands in a text. `kind` must not be kIdeographic. `capitalised`: counts as an occurrence
  // of that kind, too.
  TermId Find(std::string_view word, text::WordKind kind, bool capitalised = false);
  // The term of a Han or Kana character, or of several in a row.
  TermId FindCharacters(std::string_view characters);
  // Adds the occurrences since the last call to the vocabulary.
  void Count();

 private:
  struct Seen {
    WordKey word;
    TermId term = 0;
    int32_t occurrences = 0;  // Since the last Count: to count here is to stay in the cache.
    int32_t capitalised = 0;
  };

  // The entry of `word`, which has no term yet when it is new.
  Seen& Look(const WordKey& word, size_t hash);
  TermId AddWord(std::string_view word, size_t hash);
  TermId AddShared(std::string_view text, bool number);

  Stemmer stemmer_;
  std::vector<VocabularyEntry>* const vocabulary_;
  SharedTerms* const shared_;
  NumberTable words_;
  std::vector<Seen> seen_;  // By number in words_.
  NumberTable stems_;
  std::vector<TermId> terms_;  // By number in stems_.
};

}  // namespace polygist::summary
