// Dates of the Persian (solar Hijri) calendar, which news in Persian are dated by.
#pragma once

#include <optional>

#include "absl/time/civil_time.h"

namespace polygist::ingest {

// Years that may date news of today; no Gregorian year of news is among them.
inline constexpr int kFirstPersianYear = 1300;
inline constexpr int kLastPersianYear = 1500;

// The Gregorian day of a Persian one; nothing for a day that the month does not have. Months count from 1.
std::optional<absl::CivilDay> FromPersian(int year, int month, int day);

}  // namespace polygist::ingest
