// Dates written for people, in any language CLDR knows: "Selasa (26/11/2024)", "15 février 2024",
// "November 26, 2024 10:30 am EST", "2024年11月26日", "26. listopada 2024"; also by another calendar that is in use
// where a language is spoken: "۶ آذر ۱۴۰۳", "令和6年11月26日", "26 พฤศจิกายน 2567".
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"
#include "absl/time/time.h"
#include "common/base/byte_span.h"

namespace polygist::ingest {

// Years outside are no dates of news.
inline constexpr int kFirstNewsYear = 1900;
inline constexpr int kLastNewsYear = 2100;

struct FoundDate {
  absl::CivilSecond local;  // As written; midnight when no time of day is given.
  bool has_time = false;
  std::optional<int> zone_minutes;  // East of UTC, when written.
  bool numeric = false;             // The month is a number: day and month may be confused.
  bool lunar = false;               // By a calendar of the moon: it may be a day off.
  bool guessed_year = false;        // No year is written; it is `year_hint`.
  ByteSpan span;                    // Of the text.

  // As an instant; without a zone the local time counts as UTC.
  absl::Time Instant() const;
};

struct DateHints {
  std::string_view language;  // BCP 47; decides between languages that share a month's name, and 1/2 against 2/1.
  int year = 0;               // For dates without a year; 0: such dates are not taken.
};

// The first date in `text`; one by the moon only where there is no other. Requires valid UTF-8. The first call in a
// process reads the month names of all languages from ICU (some 100 ms).
std::optional<FoundDate> FindDate(std::string_view text, const DateHints& hints);

}  // namespace polygist::ingest
