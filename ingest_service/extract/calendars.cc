#include "ingest_service/extract/calendars.h"

#include <unicode/calendar.h>
#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/strenum.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <memory>
#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "common/text/words.h"
#include "ingest_service/extract/date_text.h"

namespace polygist::ingest {
namespace {

using Symbols = icu::DateFormatSymbols;

constexpr std::array<std::string_view, 3> kGregorianMonths = {"buddhist", "japanese", "roc"};
// Not for dates of news: the Gregorian calendar itself, and years that are counted in cycles.
constexpr std::array<std::string_view, 3> kOthers = {"gregorian", "chinese", "dangi"};

struct NamedMonth {
  std::string language;
  CalendarMonth month;
};

struct Tables {
  absl::flat_hash_map<std::string, std::vector<NamedMonth>> months;
  absl::flat_hash_map<std::string, YearCount> first;  // By language.
  std::vector<std::pair<std::string, YearCount>> eras;
};

std::string Utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

// Folded, without what stands between words: "ربيع الأول" is written with a space and without.
std::string KeyOf(std::string_view words) {
  std::string key;
  for (const text::Word& word : text::SplitWords(words))
    key += text::FoldForMatching(Slice(words, word.span), /*strip_accents=*/true);
  return key;
}

// The variants differ in their days, not in names; this one is the most used in print.
std::string VariantOf(std::string_view calendar) {
  return std::string(calendar.starts_with("islamic") ? "islamic-umalqura" : calendar);
}

template <size_t Size>
bool Holds(const std::array<std::string_view, Size>& names, std::string_view name) {
  return std::find(names.begin(), names.end(), name) != names.end();
}

void AddMonths(const Symbols& symbols, const std::string& language, const YearCount& count, Tables* tables) {
  int32_t size = 0;
  const icu::UnicodeString* names = symbols.getMonths(size);
  for (int32_t i = 0; i < size; ++i) {
    std::vector<NamedMonth>& meanings = tables->months[KeyOf(Utf8(names[i]))];
    const bool known = std::any_of(meanings.begin(), meanings.end(), [&](const NamedMonth& m) {
      return m.language == language && m.month.count.calendar == count.calendar;
    });
    if (!known) meanings.push_back({language, {count, i + 1}});
  }
}

void AddEras(const Symbols& symbols, const std::string& calendar, Tables* tables) {
  int32_t size = 0;
  const icu::UnicodeString* names = symbols.getEras(size);
  for (int32_t i = 0; i < size; ++i) tables->eras.emplace_back(Utf8(names[i]), YearCount{calendar, i});
}

void AddCalendars(const icu::Locale& locale, Tables* tables) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::StringEnumeration> calendars(
      icu::Calendar::getKeywordValuesForLocale("calendar", locale, /*commonlyUsed=*/true, status));
  bool first = true;
  while (U_SUCCESS(status)) {
    const char* name = calendars->next(nullptr, status);
    if (name == nullptr) break;
    UErrorCode known = U_ZERO_ERROR;
    const Symbols symbols(locale, name, known);
    const std::string calendar = VariantOf(name);
    if (U_SUCCESS(known) && Holds(kGregorianMonths, calendar)) AddEras(symbols, calendar, tables);
    if (U_SUCCESS(known) && !Holds(kGregorianMonths, calendar) && !Holds(kOthers, calendar)) {
      AddMonths(symbols, locale.getLanguage(), {calendar}, tables);
      if (first) tables->first.try_emplace(locale.getLanguage(), YearCount{calendar});
    }
    first = false;
  }
}

const Tables& AllTables() {
  static const Tables& tables = *[] {
    auto* made = new Tables;
    int32_t count = 0;
    const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
    for (int32_t i = 0; i < count; ++i) {
      if (*locales[i].getCountry() == '\0' && *locales[i].getVariant() == '\0') AddCalendars(locales[i], made);
    }
    return made;
  }();
  return tables;
}

}  // namespace

std::optional<CalendarMonth> CalendarMonthOf(std::string_view words, std::string_view language) {
  const auto found = AllTables().months.find(KeyOf(words));
  if (found == AllTables().months.end()) return std::nullopt;
  for (const NamedMonth& meaning : found->second) {
    if (meaning.language == language) return meaning.month;
  }
  return found->second.front().month;
}

std::optional<YearCount> FirstCalendarOf(std::string_view language) {
  const auto found = AllTables().first.find(std::string(language));
  if (found == AllTables().first.end()) return std::nullopt;
  return found->second;
}

std::optional<YearCount> EraOf(std::string_view words) {
  for (const auto& [name, count] : AllTables().eras) {
    if (words.ends_with(name)) return count;
  }
  return std::nullopt;
}

std::optional<absl::CivilDay> DayOf(const YearCount& count, int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(icu::Calendar::createInstance(
      icu::TimeZone::getGMT()->clone(), icu::Locale(("und@calendar=" + count.calendar).c_str()), status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->setLenient(false);
  calendar->clear();
  if (count.era >= 0) calendar->set(UCAL_ERA, count.era);
  calendar->set(year, month - 1, day);
  const UDate milliseconds = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  const absl::CivilDay common = absl::CivilDay(1970, 1, 1) + std::llround(std::floor(milliseconds / 86'400'000.0));
  if (common.year() < kFirstNewsYear || common.year() > kLastNewsYear) return std::nullopt;
  return common;
}

}  // namespace polygist::ingest
