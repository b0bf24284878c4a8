// What ICU's CLDR data says about the words of one language: number words, scales, months,
// weekdays, units, currencies, countries, languages.
#pragma once

#include <map>
#include <set>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace polygist::summary {

enum class PhraseKind {
  kNumber,         // "seize": value 16.
  kScale,          // "miliar": value 1e9.
  kOne,            // "a": 1, before a scale only.
  kPart,           // "half a": value 0.5, before a scale only.
  kHalf,           // "and a half": behind a number or its scale.
  kHalfBefore,     // The same, before a number.
  kAnd,            // Between hundreds and what is below.
  kPercent,        // value: how many percent one is.
  kPercentBefore,  // In front of the number.
  kFraction,       // "two thirds": value in percent.
  kOutOf,          // Between "eight" and "ten".
  kDay,            // "first", of a month: value 1 to 31, before the month.
  kRelativeDay,    // "yesterday": value in days from the article's own.
  kClock,          // Beside a time of day.
  kCurrency,       // unit is the ISO 4217 code.
  kUnit,           // unit is the CLDR unit ("kilometer"), value the factor to the unit it is compared in.
  kMonth,          // value 1 to 12.
  kWeekday,        // value 1 (Sunday) to 7.
  kCountry,        // unit is the ISO 3166 code.
  kLanguage,       // unit is the language subtag.
};

struct Phrase {
  std::vector<std::string> words;  // Folded; never empty.
  PhraseKind kind = PhraseKind::kNumber;
  double value = 0;
  std::string unit;
  bool one = false;    // Of scales: the form beside 1, where others look otherwise.
  bool upper = false;  // CLDR writes a word of it with a capital; without, it is something else ("may", "thứ hai").
};

struct LocaleTables {
  // Phrases by their first word; longer ones first, then in the order they were made.
  absl::flat_hash_map<std::string, std::vector<Phrase>> phrases;
  // Letters set directly behind digits ("B" in "$150B", "Mrd"), as written.
  std::map<std::string, double, std::less<>> suffixes;
  // The same where a currency sign stands before the digits ("m" in "£5m").
  std::map<std::string, double, std::less<>> money_suffixes;
  // Currency signs as CLDR writes them: "$", "Rp", "kr" to ISO 4217 codes.
  std::map<std::string, std::string, std::less<>> currency_signs;
  // Words beside the number of a month, day or year ("tháng 2"; "2月15日", "2024년"). Folded; may
  // be empty.
  std::set<std::string, std::less<>> month_before;
  std::string month_after;
  std::string day_after;
  std::string year_after;
  // Between the parts of a fraction, the lower one first ("3分の2").
  std::vector<std::string> fraction_marks;
  // Behind day_after where it counts days and tells none ("3日間").
  std::vector<std::string> span_marks;
  // Single words that texts write with other endings, too, by word: what stands behind numbers; weekdays and months.
  std::vector<Phrase> inflected;
  std::vector<Phrase> calendar;
  // Whether percent and scales stand before their number ("yüzde 31", "milioni 1.5").
  bool percent_before = false;
  bool scale_before = false;
  char32_t decimal = U'.';
};

// The tables of a base language subtag; those of English for what ICU does not know. Built at the
// first call for a language, some milliseconds each, and then kept for the life of the process:
// they are a function of the ICU version alone. Thread-safe.
const LocaleTables& TablesOf(std::string_view language);

}  // namespace polygist::summary
