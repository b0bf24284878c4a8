// What a word counts as, whatever its case and ending.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <string_view>

#include "summary_service/analysis/stop_words.h"

struct sb_stemmer;

namespace polygist::summary {

struct StemmedWord {
  std::string_view text;  // Folded and stemmed; a function word folded only.
  bool stop = false;      // A function word.
};

// The forms of the words of one language: Snowball stems where it knows the language; Malay as Indonesian; otherwise
// the folded word, long ones cut as Can et al. 2008 do, "F5"-like. Not thread-safe.
//
// Finding a stem costs as much as all else that is done to a word, and the words of one text come again in the next:
// each thread remembers the forms of recent words of all languages, in kRememberedBytes. What is remembered decides
// how long it takes, never what comes out.
class Stemmer {
 public:
  static constexpr size_t kRememberedBytes = 1 << 20;

  explicit Stemmer(const std::string& base_language);
  ~Stemmer();
  Stemmer(const Stemmer&) = delete;
  Stemmer& operator=(const Stemmer&) = delete;

  // `hash`: of `word`, the same for the same word. The form is valid until the next call on this thread.
  StemmedWord Of(std::string_view word, size_t hash);

 private:
  struct SnowballDeleter {
    void operator()(sb_stemmer* stemmer) const;
  };

  StemmedWord Find(std::string_view word);

  const uint32_t language_key_;
  const StopWords& stop_words_;
  const std::unique_ptr<sb_stemmer, SnowballDeleter> snowball_;
  std::string folded_;  // What the last form found refers to, unless Snowball holds it.
};

}  // namespace polygist::summary
