// What a word counts as, whatever its case and ending.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "summary_service/analysis/stop_words.h"

struct sb_stemmer;

namespace polygist::summary {

struct WordForm {
  std::string_view text;  // Folded and stemmed; a function word folded only.
  bool stop = false;      // A function word.
};

// The forms of the words of one language: Snowball stems where it knows the language; Malay as Indonesian; otherwise
// the folded word, long ones cut as Can et al. 2008 do, "F5"-like. Not thread-safe.
//
// Finding a stem costs as much as all else that is done to a word, and the words of one text come again in the next:
// each thread remembers the forms of recent words of all languages, in kRememberedBytes. What is remembered decides
// how long it takes, never what comes out.
class WordForms {
 public:
  static constexpr size_t kRememberedBytes = 1 << 20;

  explicit WordForms(const std::string& base_language);
  ~WordForms();
  WordForms(const WordForms&) = delete;
  WordForms& operator=(const WordForms&) = delete;

  // `hash`: of `word`, the same for the same word. The form is valid until the next call on this thread.
  WordForm Of(std::string_view word, size_t hash);

 private:
  struct StemmerDeleter {
    void operator()(sb_stemmer* stemmer) const;
  };

  WordForm Find(std::string_view word);

  const uint32_t language_key_;
  const StopWords& stop_words_;
  const std::unique_ptr<sb_stemmer, StemmerDeleter> stemmer_;
  std::string folded_;  // What the last form found refers to, unless the stemmer holds it.
};

}  // namespace polygist::summary
