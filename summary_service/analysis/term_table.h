// Words to term numbers, per language.
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "common/text/words.h"
#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/analysis/stop_words.h"

struct sb_stemmer;

namespace polygist::summary {

// The terms of one language. Stems each distinct word once (Snowball where it knows the language; Malay as
// Indonesian; otherwise the folded word, long ones cut as Can et al. 2008 do, "F5"-like).
// Keeps views into the texts it is given: they must outlive it. Not thread-safe.
class LanguageTerms {
 public:
  // `vocabulary` and `shared` (numbers and characters, which belong to no language) are added to.
  using SharedTerms = absl::flat_hash_map<std::string, TermId>;
  LanguageTerms(std::string base_language, std::vector<VocabularyEntry>* vocabulary, SharedTerms* shared);
  ~LanguageTerms();
  LanguageTerms(const LanguageTerms&) = delete;
  LanguageTerms& operator=(const LanguageTerms&) = delete;

  // The term of a word as it stands in a text. `kind` must not be kIdeographic.
  TermId Find(std::string_view word, text::WordKind kind);
  // The term of a Han or Kana character, or of several in a row.
  TermId FindCharacters(std::string_view characters);

 private:
  TermId Add(std::string_view word, text::WordKind kind);
  TermId Intern(std::string text, SharedTerms& terms, const VocabularyEntry& term);
  std::string Stem(const std::string& folded) const;

  struct StemmerDeleter {
    void operator()(sb_stemmer* stemmer) const;
  };

  const std::string base_language_;
  const StopWords& stop_words_;
  const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_;
  std::vector<VocabularyEntry>* const vocabulary_;
  SharedTerms* const shared_;
  SharedTerms own_;
  absl::flat_hash_map<std::string_view, TermId> seen_;
};

}  // namespace polygist::summary
