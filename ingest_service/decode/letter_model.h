// Which letters beyond ASCII a language is written with, and how often.
//
// Both come from ICU's locale data, so every language of CLDR is covered without tables of our own:
// the exemplar characters, and the letters of the names of all languages and countries in that
// language.
#pragma once

#include <unicode/uniset.h>

#include <string>
#include <string_view>
#include <unordered_map>

namespace polygist::ingest {

class LetterModel {
 public:
  // `language` is a CLD2 or BCP 47 code; an unknown one has no letters. `script_suffix`, "_Latn"
  // for instance, chooses between the ways of writing a language that has several, and is ignored
  // for others.
  explicit LetterModel(const std::string& language, std::string_view script_suffix = "");

  // Letters and marks of ordinary words, of either case.
  bool IsExpected(char32_t c) const;
  // Letters of foreign words.
  bool IsBorrowed(char32_t c) const;
  // Natural logarithm of how often the letter comes against the average expected letter beyond
  // ASCII, within
  // [-3, 1.5]. 0 for ideographs, of which names show too few.
  double LogFrequency(char32_t c) const;

 private:
  icu::UnicodeSet main_;
  icu::UnicodeSet auxiliary_;
  std::unordered_map<char32_t, double> log_frequencies_;  // By small letter. Never iterated over.
};

// The model of a language, made when first asked for and kept: making one reads thousands of names, some milliseconds.
// Safe from any thread.
const LetterModel& LetterModelOf(const std::string& language, std::string_view script_suffix = "");

}  // namespace polygist::ingest
