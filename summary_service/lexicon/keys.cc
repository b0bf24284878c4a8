#include "summary_service/lexicon/keys.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "absl/time/civil_time.h"
#include "summary_service/lexicon/key_reader.h"

namespace polygist::summary {
namespace {

// Values closer than this share count as a rounding of each other.
constexpr double kRounding = 0.03;

// Minutes between two times that a clock of twelve hours shows alike.
constexpr double kHalfDay = 720;

constexpr int kWeek = 7;
constexpr double kOtherWeekMatch = 0.7;

double ValueMatch(const Key& a, const Key& b) {
  if (a.value == b.value) return 1;
  const double larger = std::max(std::abs(a.value), std::abs(b.value));
  return larger >= 20 && std::abs(a.value - b.value) <= kRounding * larger ? 0.7 : 0;
}

double QuantityMatch(const Key& a, const Key& b) {
  const double values = ValueMatch(a, b);
  if (values == 0) return 0;
  if (a.kind == b.kind && a.unit == b.unit) return values;
  // A unit left unsaid, or named by a word that CLDR does not know, on one side.
  const bool bare = a.kind == KeyKind::kNumber || b.kind == KeyKind::kNumber;
  if (bare) return 0.8 * values;
  return a.kind == KeyKind::kMoney && b.kind == KeyKind::kMoney ? 0.5 * values : 0;
}

bool Differ(int a, int b) { return a != 0 && b != 0 && a != b; }

// A weekday is the last one before the article, or the next.
bool IsOtherWeek(const Key& a, const Key& b) {
  if (a.kind != KeyKind::kWeekday && b.kind != KeyKind::kWeekday) return false;
  return a.day != 0 && b.day != 0 && std::abs(DaysBetween(a, b)) == kWeek;
}

double CalendarMatch(const Key& a, const Key& b) {
  if (IsOtherWeek(a, b)) return kOtherWeekMatch;
  if (Differ(a.year, b.year) || Differ(a.month, b.month) || Differ(a.day, b.day) || Differ(a.weekday, b.weekday)) {
    return 0;
  }
  if (a.day != 0 && b.day != 0) return 1;
  if (a.weekday != 0 && b.weekday != 0) return 0.9;
  if (a.month != 0 && b.month != 0) return a.day == b.day ? 1 : 0.6;
  return a.kind == b.kind ? 1 : a.year != 0 && b.year != 0 ? 0.4 : 0;
}

}  // namespace

int DaysBetween(const Key& a, const Key& b) {
  const int year = std::max({a.year, b.year, 2000});
  const auto day_of = [&](const Key& key) {
    return absl::CivilDay(key.year != 0 ? key.year : year, key.month, key.day);
  };
  return static_cast<int>(day_of(b) - day_of(a));
}

std::vector<Key> ExtractKeys(std::string_view text, std::string_view language, std::optional<absl::Time> published) {
  return ExtractKeys(text, Tokenize(text), language, published);
}

std::vector<Key> ExtractKeys(std::string_view text, std::span<const Token> tokens, std::string_view language,
                             std::optional<absl::Time> published) {
  return KeyReader(text, tokens, language, published).Read();
}

double KeyMatch(const Key& a, const Key& b) {
  if (a.is_quantity() && b.is_quantity()) return QuantityMatch(a, b);
  if (IsCalendar(a.kind) && IsCalendar(b.kind)) return CalendarMatch(a, b);
  if (a.kind == KeyKind::kYear && b.kind == KeyKind::kNumber) return a.year == b.value ? 1 : 0;
  if (b.kind == KeyKind::kYear && a.kind == KeyKind::kNumber) return b.year == a.value ? 1 : 0;
  if (a.kind != b.kind) return 0;
  if (a.kind == KeyKind::kTime) return a.value == b.value ? 1 : std::abs(a.value - b.value) == kHalfDay ? 0.7 : 0;
  return a.unit == b.unit ? 1 : 0;
}

}  // namespace polygist::summary
