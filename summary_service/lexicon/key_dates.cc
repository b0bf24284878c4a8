// The dates and times of KeyReader.
#include <unicode/uscript.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <optional>
#include <utility>

#include "absl/time/civil_time.h"
#include "summary_service/lexicon/key_reader.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

bool IsDay(double value) { return value >= 1 && value <= 31 && value == std::floor(value); }

constexpr int kHoursOfDay = 24;

struct Clock {
  int hours = 0;
  std::optional<int> minutes;
  std::string_view letters;  // Between them, where that is no dot.
};

int ReadDigits(std::string_view digits) {
  int value = 0;
  for (const char c : digits) value = value * 10 + (c - '0');
  return value;
}

// "5", "05.40" or "5h40".
std::optional<Clock> ReadClockDigits(std::string_view written) {
  constexpr std::string_view kDigits = "0123456789";
  const size_t end = std::min(written.find_first_not_of(kDigits), written.size());
  if (end == 0 || end > 2) return std::nullopt;
  Clock clock{ReadDigits(written.substr(0, end)), std::nullopt, {}};
  if (clock.hours > kHoursOfDay) return std::nullopt;
  if (end == written.size()) return clock;
  const size_t minutes = written.find_first_of(kDigits, end);
  if (minutes == std::string_view::npos || written.size() - minutes != 2) return std::nullopt;
  if (written.find_first_not_of(kDigits, minutes) != std::string_view::npos) return std::nullopt;
  clock.minutes = ReadDigits(written.substr(minutes));
  if (*clock.minutes >= 60) return std::nullopt;
  if (written.substr(end, minutes - end) != ".") clock.letters = written.substr(end, minutes - end);
  return clock;
}

// Hangul glues its endings to it: "일까지".
bool IsMarker(std::string_view word, std::string_view marker) {
  return word == marker || (word.starts_with(marker) && ScriptOf(marker) == USCRIPT_HANGUL);
}

}  // namespace

size_t KeyReader::ReadDate(size_t at, const Amount& amount) {
  if (amount.in_words || !amount.plain || amount.tokens != 1) return 0;
  const size_t next = at + 1;
  if (IsYear(amount.value)) {
    if (const Marked year = MarkedNumber(at, tables_.year_after); year.tokens > 0) {
      return ReadMarkedDate(at, year.value, at + year.tokens);
    }
  }
  if (amount.value <= 12 && MarkedNumber(at, tables_.month_after).tokens > 0) return ReadMarkedDate(at, 0, at);
  if (const size_t taken = ReadLoneDay(at)) return taken;
  if (next >= tokens_.size()) return 0;
  if (!IsDay(amount.value) || IsResult(at) || (at > 0 && IsResult(at - 1))) return 0;
  size_t month_at = next;
  const Phrase* month = MonthNear(&month_at);
  if (month == nullptr) return ReadDayMarkedMonth(at, amount);
  Key key;
  key.kind = KeyKind::kDate;
  key.day = static_cast<int>(amount.value);
  key.month = static_cast<int>(month->value);
  size_t end = month_at + month->words.size();
  key.year = YearNear(&end);
  return Emit(at, end - at, key);
}

// "4-1", of a match: a range of days ascends.
bool KeyReader::IsResult(size_t at) const {
  if (at + 1 >= tokens_.size() || (Gap(at) != "-" && Gap(at) != "\u2013")) return false;
  const std::optional<Numeral> first = ReadNumeral(Written(at), tables_.decimal);
  const std::optional<Numeral> second = ReadNumeral(Written(at + 1), tables_.decimal);
  return first.has_value() && second.has_value() && first->value >= second->value;
}

const Phrase* KeyReader::MonthNear(size_t* at) const {
  if (const Phrase* month = InflectedAt(*at, PhraseKind::kMonth)) return month;
  if (*at + 1 >= tokens_.size() || text::CountCodePoints(Written(*at)) > 3) return nullptr;
  const Phrase* month = InflectedAt(*at + 1, PhraseKind::kMonth);
  if (month != nullptr) ++*at;
  return month;
}

int KeyReader::YearNear(size_t* end) const {
  for (size_t skip = 0; skip <= 1 && *end + skip < tokens_.size(); ++skip) {
    if (skip == 1 && text::CountCodePoints(Written(*end)) > 3) break;
    const std::optional<Numeral> numeral = ReadNumeral(Written(*end + skip), tables_.decimal);
    if (!numeral.has_value() || !numeral->plain || !numeral->rest.empty() || !IsYear(numeral->value)) continue;
    *end += skip + 1;
    return static_cast<int>(numeral->value);
  }
  return 0;
}

size_t KeyReader::ReadMarkedDate(size_t at, int year, size_t month_at) {
  Key key;
  key.kind = year > 0 ? KeyKind::kYear : KeyKind::kDate;
  key.year = year;
  key.value = year;
  size_t end = month_at;
  if (const Marked month = MarkedNumber(end, tables_.month_after); month.value >= 1 && month.value <= 12) {
    key.kind = KeyKind::kDate;
    key.month = month.value;
    end += month.tokens;
    const Marked day = MarkedNumber(end, tables_.day_after);
    if (IsDay(day.value)) {
      key.day = day.value;
      end += day.tokens;
    }
  }
  return Emit(at, end - at, key);
}

KeyReader::Marked KeyReader::MarkedNumber(size_t at, const std::string& marker) const {
  if (marker.empty() || at >= tokens_.size()) return {};
  const std::optional<Numeral> numeral = ReadNumeral(Written(at), tables_.decimal);
  if (!numeral.has_value() || !numeral->plain || (!IsDay(numeral->value) && !IsYear(numeral->value))) return {};
  const int value = static_cast<int>(numeral->value);
  if (numeral->rest.starts_with(marker)) return {value, 1};
  const bool apart = numeral->rest.empty() && at + 1 < tokens_.size() && IsMarker(Written(at + 1), marker);
  return apart ? Marked{value, 2} : Marked{};
}

size_t KeyReader::ReadDayMarkedMonth(size_t at, const Amount& day) {
  if (at + 2 >= tokens_.size() || !tables_.month_before.contains(tokens_[at + 1].folded)) return 0;
  const std::optional<Numeral> month = ReadNumeral(Written(at + 2), tables_.decimal);
  if (!month.has_value() || !month->plain || month->value < 1 || month->value > 12) return 0;
  Key key;
  key.kind = KeyKind::kDate;
  key.day = static_cast<int>(day.value);
  key.month = static_cast<int>(month->value);
  size_t end = at + 3;
  key.year = YearNear(&end);
  return Emit(at, end - at, key);
}

size_t KeyReader::ReadTime(size_t at, const Amount& hours) {
  if (const size_t taken = ReadClock(at)) return taken;
  if (!hours.plain || hours.value > kHoursOfDay || at + 1 >= tokens_.size() || Gap(at) != ":") return 0;
  const std::optional<int> minutes = SixtiethsAt(at + 1);
  if (!minutes) return 0;
  Key key;
  key.kind = KeyKind::kTime;
  key.value = hours.value * 60 + *minutes;
  const bool goes_on = at + 2 < tokens_.size() && Gap(at + 1) == ":";
  const std::optional<int> seconds = goes_on ? SixtiethsAt(at + 2) : std::nullopt;
  if (!seconds) return Emit(at, 2, key);
  key = {.kind = KeyKind::kMeasure, .value = key.value * 60 + *seconds, .unit = "second"};
  const Phrase* unit = NextTo(at + 2) ? InflectedAt(at + 3, PhraseKind::kUnit) : nullptr;
  const bool named = unit != nullptr && unit->unit == key.unit;
  return Emit(at, 3 + (named ? unit->words.size() : 0), key);
}

std::optional<int> KeyReader::SixtiethsAt(size_t at) const {
  const std::optional<Numeral> numeral = ReadNumeral(Written(at), tables_.decimal);
  if (!numeral || numeral->digits != 2 || numeral->value >= 60) return std::nullopt;
  return static_cast<int>(numeral->value);
}

size_t KeyReader::ReadClock(size_t at) {
  const auto is_hour = [](const Phrase* unit) {
    return unit != nullptr && unit->unit == "second" && unit->value == 3600;
  };
  const std::optional<Clock> written = ReadClockDigits(Written(at));
  if (!written) return 0;
  Key key;
  key.kind = KeyKind::kTime;
  key.value = written->hours * 60 + written->minutes.value_or(0);
  const Phrase* unit = NextTo(at) ? PhraseAt(at + 1, PhraseKind::kUnit) : nullptr;
  const size_t behind = unit == nullptr ? 0 : unit->words.size();
  if (written->minutes) {  // "5.40 uur", "pukul 05.40", "5h40"
    const bool behind_word =
        at > 0 && text::TrimWhiteSpace(Gap(at - 1)).size() <= 1 && PhraseAt(at - 1, PhraseKind::kClock) != nullptr;
    const bool beside = behind_word || (NextTo(at) && PhraseAt(at + 1, PhraseKind::kClock) != nullptr);
    const bool glued = !written->letters.empty() && is_hour(GluedUnit(written->letters));
    if (!glued && (!written->letters.empty() || (!beside && !is_hour(unit)))) return 0;
    return Emit(at, is_hour(unit) ? 1 + behind : 1, key);
  }
  // "5 h 40"; with minutes behind it would be a span of time.
  if (!is_hour(unit) || !NextTo(at + behind)) return 0;
  const std::optional<int> minutes = SixtiethsAt(at + behind + 1);
  if (!minutes || !ReadNumeral(Written(at + behind + 1), tables_.decimal)->plain) return 0;
  if (NextTo(at + behind + 1) && InflectedAt(at + behind + 2, PhraseKind::kUnit) != nullptr) return 0;
  key.value += *minutes;
  return Emit(at, behind + 2, key);
}

size_t KeyReader::ReadNumericDate(size_t at) {
  const std::string_view tail = text_.substr(static_cast<size_t>(tokens_[at].span.begin));
  int field[3] = {0, 0, 0};
  size_t width[3] = {0, 0, 0};
  size_t end = 0;
  char sign = 0;
  for (int i = 0; i < 3; ++i) {
    if (i > 0) {
      if (end >= tail.size() || (tail[end] != '/' && tail[end] != '.' && tail[end] != '-')) return 0;
      if (i == 2 && tail[end] != sign) return 0;
      sign = tail[end++];
    }
    const size_t begin = end;
    while (end < tail.size() && tail[end] >= '0' && tail[end] <= '9' && end - begin < 5) {
      field[i] = field[i] * 10 + (tail[end++] - '0');
    }
    width[i] = end - begin;
    if (width[i] == 0) return 0;
  }
  Key key;
  key.kind = KeyKind::kDate;
  if (width[0] == 4 && width[2] <= 2) {
    key.year = field[0], key.month = field[1], key.day = field[2];
  } else if (width[2] == 4 && width[0] <= 2) {
    key.year = field[2], key.month = field[1], key.day = field[0];
    // American order, when it is the only one possible or English writes slashes.
    if (key.month > 12 || (language_ == "en" && sign == '/' && key.day <= 12)) std::swap(key.month, key.day);
  }
  if (!IsYear(key.year) || key.month < 1 || key.month > 12 || !IsDay(key.day)) return 0;
  const int64_t byte_end = tokens_[at].span.begin + static_cast<int64_t>(end);
  size_t taken = 1;
  while (at + taken < tokens_.size() && tokens_[at + taken].span.begin < byte_end) ++taken;
  return Emit(at, taken, key);
}

size_t KeyReader::ReadMonth(size_t at) {
  const Phrase* month = InflectedAt(at, PhraseKind::kMonth);
  if (month == nullptr) return 0;
  Key key;
  key.kind = KeyKind::kDate;
  key.month = static_cast<int>(month->value);
  size_t end = at + month->words.size();
  if (end < tokens_.size()) {
    const std::optional<Numeral> day = ReadNumeral(Written(end), tables_.decimal);
    if (day.has_value() && day->plain && IsDay(day->value) && !IsResult(end)) {
      key.day = static_cast<int>(day->value);
      ++end;
    }
  }
  key.year = YearNear(&end);
  // Lower-case month names are also verbs, planets and people when no number stands beside them.
  if (key.day == 0 && key.year == 0 && text::CountCodePoints(Written(at)) <= 4) return 0;
  return Emit(at, end - at, key);
}

size_t KeyReader::ReadNamedDay(size_t at) {
  const Phrase* day = PhraseAt(at, PhraseKind::kDay);
  if (day == nullptr) return 0;
  size_t month_at = at + day->words.size();
  const Phrase* month = month_at < tokens_.size() ? MonthNear(&month_at) : nullptr;
  if (month == nullptr) return 0;
  Key key;
  key.kind = KeyKind::kDate;
  key.day = static_cast<int>(day->value);
  key.month = static_cast<int>(month->value);
  size_t end = month_at + month->words.size();
  key.year = YearNear(&end);
  return Emit(at, end - at, key);
}

size_t KeyReader::ReadLoneDay(size_t at) {
  const std::optional<Numeral> numeral = ReadNumeral(Written(at), tables_.decimal);
  if (!published_.has_value() || tables_.day_after.empty()) return 0;
  if (!numeral.has_value() || !numeral->plain || !IsDay(numeral->value)) return 0;
  if (numeral->value == 1) return 0;  // "1日", a day.
  // ICU's dictionary may join the marker with what follows ("15日夜").
  std::string_view behind = text_.substr(static_cast<size_t>(tokens_[at].span.end) - numeral->rest.size());
  if (!behind.starts_with(tables_.day_after)) return 0;
  behind = text::TrimWhiteSpace(behind.substr(tables_.day_after.size()));
  if (std::any_of(tables_.span_marks.begin(), tables_.span_marks.end(),
                  [&](const std::string& mark) { return behind.starts_with(mark); }))
    return 0;
  const absl::CivilDay published = absl::ToCivilDay(*published_, absl::UTCTimeZone());
  const absl::CivilMonth month(published);
  absl::CivilDay nearest = published + 365;
  for (const absl::CivilMonth in : {month, month - 1, month + 1}) {
    const absl::CivilDay day(in.year(), in.month(), static_cast<int>(numeral->value));
    if (day.month() == in.month() && std::abs(day - published) < std::abs(nearest - published)) nearest = day;
  }
  Key key;
  key.kind = KeyKind::kDate;
  key.year = static_cast<int>(nearest.year());
  key.month = nearest.month();
  key.day = nearest.day();
  const bool apart = at + 1 < tokens_.size() && IsMarker(Written(at + 1), tables_.day_after);
  return Emit(at, apart ? 2 : 1, key);
}

void KeyReader::ResolveWeekday(Key* key) const {
  if (!published_.has_value()) return;
  absl::CivilDay day = absl::ToCivilDay(*published_, absl::UTCTimeZone());
  while (WeekdayOf(day) != key->weekday) --day;
  key->year = static_cast<int>(day.year());
  key->month = day.month();
  key->day = day.day();
}

Key KeyReader::DaysFromPublished(int days) const {
  const absl::CivilDay day = absl::ToCivilDay(*published_, absl::UTCTimeZone()) + days;
  return {.kind = KeyKind::kWeekday,
          .year = static_cast<int>(day.year()),
          .month = day.month(),
          .day = day.day(),
          .weekday = WeekdayOf(day)};
}

int KeyReader::WeekdayOf(absl::CivilDay day) {
  return (static_cast<int>(absl::GetWeekday(day)) + 1) % 7 + 1;  // Abseil counts from Monday = 0.
}

}  // namespace polygist::summary
