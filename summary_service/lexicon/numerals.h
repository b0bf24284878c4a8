// Numbers as written in digits, with the separators of a locale.
#pragma once

#include <optional>
#include <string_view>

namespace polygist::summary {

struct Numeral {
  double value = 0;
  bool plain = true;      // Digits only: may be a year or a day.
  int digits = 0;         // Of the integer part.
  std::string_view rest;  // What follows the number inside the given text ("B" of "150B").
};

// Reads the number at the start of `text`. Accepts digits of any script. A single separator before
// exactly three digits is a decimal sign when it is the locale's `decimal`, a grouping sign
// otherwise; before any other count of digits it is a decimal sign. "1.2.3" is no number.
std::optional<Numeral> ReadNumeral(std::string_view text, char32_t decimal);

// The value of a numeral in Han characters ("三百二十"), or nothing.
// UTF-8 bytes of `word` from its beginning that are ideographic numerals.
size_t HanNumeralBytes(std::string_view word);

std::optional<double> ReadHanNumeral(std::string_view word);

}  // namespace polygist::summary
