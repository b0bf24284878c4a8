// Language-free keys: what a text says in numbers, dates and names that CLDR knows, comparable over
// languages. "150 miliar dolar AS", "$150B" and "150 milliards de dollars" give the same key.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "common/base/byte_span.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary {

enum class KeyKind {
  kNumber,    // value.
  kPercent,   // value, in percent.
  kMoney,     // value in units of the currency `unit` (ISO 4217).
  kMeasure,   // value in `unit` (a CLDR unit).
  kDate,      // year (0: not said), month, day (0: not said).
  kYear,      // year alone.
  kWeekday,   // weekday, and the date when the article's own date tells it.
  kTime,      // value in minutes since midnight.
  kCountry,   // unit: ISO 3166.
  kLanguage,  // unit: language subtag.
};

struct Key {
  KeyKind kind = KeyKind::kNumber;
  ByteSpan span;  // UTF-8 bytes of the given text.
  double value = 0;
  std::string unit;
  double factor = 1;  // What the written amount was multiplied by to be in `unit`: 1609.344 of miles.
  int year = 0;
  int month = 0;
  int day = 0;
  int weekday = 0;        // 1 is Sunday, 7 Saturday; 0 unknown.
  bool in_words = false;  // Written as a number word, or a numeral inside an ideographic word.

  bool glued = false;  // Letters that are no scale follow directly: "1080p", "16th".

  bool is_quantity() const { return kind <= KeyKind::kMeasure; }
};

// The keys of `text` in reading order; spans do not overlap. `language` is a base subtag and
// decides separators and words. `published` resolves weekdays to the nearest such day not after it.
std::vector<Key> ExtractKeys(std::string_view text, std::string_view language,
                             std::optional<absl::Time> published = std::nullopt);
// The same of a text whose words are known. `tokens`: Tokenize(text).
std::vector<Key> ExtractKeys(std::string_view text, std::span<const Token> tokens, std::string_view language,
                             std::optional<absl::Time> published);

// Whether it tells a day or a year.
constexpr bool IsCalendar(KeyKind kind) { return kind >= KeyKind::kDate && kind <= KeyKind::kWeekday; }

// Days from `a` to `b`, of keys that have a month and a day; where a year is unsaid the other's counts, where both are
// the same one.
int DaysBetween(const Key& a, const Key& b);

// How surely two keys mean the same, in [0, 1]: 1 for equal ones; .7 for quantities within 3
// percent; less where one side leaves a unit or a year unsaid; 0 for different things.
double KeyMatch(const Key& a, const Key& b);

}  // namespace polygist::summary
