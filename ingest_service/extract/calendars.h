// Calendars beside the Gregorian one that CLDR knows to be in use somewhere, through ICU: names of their months and
// eras, and the Gregorian days of their dates.
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "absl/time/civil_time.h"

namespace polygist::ingest {

// How years are counted: "persian"; "japanese" in an era.
struct YearCount {
  std::string calendar;  // ICU's name.
  int era = -1;          // -1: that of today.

  // Months follow the moon, whose sighting may move a day by one.
  bool IsLunar() const { return calendar.starts_with("islamic"); }
};

struct CalendarMonth {
  YearCount count;
  int month = 0;  // From 1.
};

// The month that `words`, one or two of them, name in `language` (base subtag), else in any language; nothing for names
// of Gregorian months. Only calendars that are used where a language is spoken count, with its names for them: "اسفند",
// "جمادى الأولى", "ኅዳር".
std::optional<CalendarMonth> CalendarMonthOf(std::string_view words, std::string_view language);

// The calendar with months of its own that is the first where `language` is spoken: Persian for "fa".
std::optional<YearCount> FirstCalendarOf(std::string_view language);

// The era whose name ends `words`, of a calendar with the Gregorian months: "令和", "中華民國".
std::optional<YearCount> EraOf(std::string_view words);

// The Gregorian day; nothing for a day that the calendar does not have, or outside of the years of news. Months count
// from 1.
std::optional<absl::CivilDay> DayOf(const YearCount& count, int year, int month, int day);

}  // namespace polygist::ingest
