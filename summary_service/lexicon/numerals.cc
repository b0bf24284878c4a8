#include "summary_service/lexicon/numerals.h"

#include <unicode/uchar.h>

#include <charconv>
#include <string>
#include <vector>

#include "common/text/utf8.h"

namespace polygist::summary {
namespace {

bool IsSeparator(char32_t c) {
  // UAX 29 keeps digits around U+202F together.
  return c == U'\u202F' || c == U'.' || c == U',' || c == U'\u066B' || c == U'\u066C' || c == U'\'' || c == U'\u2019';
}

struct DigitRun {
  std::string digits;   // ASCII.
  char32_t before = 0;  // Separator in front; 0 for the first run.
};

// Runs of digits joined by single separators; `*end` is set past the last digit.
std::vector<DigitRun> ReadRuns(std::string_view text, size_t* end) {
  std::vector<DigitRun> runs;
  char32_t separator = 0;
  *end = 0;
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = text::NextCodePoint(text, &offset);
    const int32_t digit = u_charDigitValue(static_cast<UChar32>(c));
    if (digit >= 0) {
      if (runs.empty() || separator != 0) runs.push_back({"", separator});
      runs.back().digits += static_cast<char>('0' + digit);
      separator = 0;
      *end = offset;
    } else if (!runs.empty() && separator == 0 && IsSeparator(c)) {
      separator = c;
    } else {
      break;
    }
  }
  return runs;
}

bool AllGrouped(const std::vector<DigitRun>& runs, size_t end) {
  for (size_t i = 1; i < end; ++i) {
    if (runs[i].digits.size() != 3 || runs[i].before != runs[1].before) return false;
  }
  return runs.front().digits.size() <= 3;
}

// Whether the last of the runs is the fraction.
bool HasFraction(const std::vector<DigitRun>& runs, char32_t decimal) {
  if (runs.size() < 2) return false;
  const DigitRun& last = runs.back();
  if (last.before == U'\u066B') return true;
  if (last.before == U'\u202F') return false;
  if (last.digits.size() != 3) return true;
  if (runs.size() > 2) return last.before != runs[1].before;
  return last.before == decimal && runs.front().digits.size() <= 3;
}

int HanDigit(char32_t c) {
  constexpr std::u32string_view kDigits = U"〇一二三四五六七八九";
  const size_t at = kDigits.find(c);
  if (at != std::u32string_view::npos) return static_cast<int>(at);
  return c == U'零' ? 0 : c == U'两' || c == U'兩' ? 2 : -1;
}

double HanPower(char32_t c) {
  switch (c) {
    case U'十':
      return 10;
    case U'百':
      return 100;
    case U'千':
      return 1000;
    case U'万':
    case U'萬':
      return 1e4;
    case U'亿':
    case U'億':
      return 1e8;
    case U'兆':
      return 1e12;
    default:
      return 0;
  }
}

}  // namespace

std::optional<Numeral> ReadNumeral(std::string_view text, char32_t decimal) {
  size_t end = 0;
  std::vector<DigitRun> runs = ReadRuns(text, &end);
  if (runs.empty() || runs.front().digits.size() > 15) return std::nullopt;
  const bool fraction = HasFraction(runs, decimal);
  const size_t whole = runs.size() - (fraction ? 1 : 0);
  if (!AllGrouped(runs, whole) && whole > 1) return std::nullopt;  // "1.2.3", an address.
  Numeral numeral;
  std::string digits;
  for (size_t i = 0; i < whole; ++i) digits += runs[i].digits;
  if (digits.size() > 15) return std::nullopt;
  numeral.digits = static_cast<int>(digits.size());
  numeral.plain = runs.size() == 1;
  if (fraction) digits.append(1, '.').append(runs.back().digits, 0, 9);
  std::from_chars(digits.data(), digits.data() + digits.size(), numeral.value);
  numeral.rest = text.substr(end);
  return numeral;
}

size_t HanNumeralBytes(std::string_view word) {
  size_t end = 0;
  for (size_t offset = 0; offset < word.size(); end = offset) {
    const char32_t c = text::NextCodePoint(word, &offset);
    if (HanDigit(c) < 0 && HanPower(c) == 0) break;
  }
  return end;
}

std::optional<double> ReadHanNumeral(std::string_view word) {
  double total = 0, section = 0, digit = 0;
  bool any_power = false;
  for (size_t offset = 0; offset < word.size();) {
    const char32_t c = text::NextCodePoint(word, &offset);
    const int value = HanDigit(c);
    const double power = HanPower(c);
    if (value < 0 && power == 0) return std::nullopt;
    if (value >= 0) {
      digit = any_power || digit == 0 ? value : digit * 10 + value;
    } else if (power >= 1e4) {
      total += (section + digit == 0 ? 1 : section + digit) * power;
      section = digit = 0;
    } else {
      section += (digit == 0 ? 1 : digit) * power;
      digit = 0;
    }
    any_power = any_power || power > 0;
  }
  return total + section + digit;
}

}  // namespace polygist::summary
