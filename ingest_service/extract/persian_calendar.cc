#include "ingest_service/extract/persian_calendar.h"

#include <unicode/calendar.h>
#include <unicode/locid.h>

#include <cmath>
#include <memory>

namespace polygist::ingest {

std::optional<absl::CivilDay> FromPersian(int year, int month, int day) {
  UErrorCode status = U_ZERO_ERROR;
  const std::unique_ptr<icu::Calendar> calendar(
      icu::Calendar::createInstance(icu::TimeZone::getGMT()->clone(), icu::Locale("fa@calendar=persian"), status));
  if (U_FAILURE(status)) return std::nullopt;
  calendar->setLenient(false);
  calendar->clear();
  calendar->set(year, month - 1, day);
  const UDate milliseconds = calendar->getTime(status);
  if (U_FAILURE(status)) return std::nullopt;
  return absl::CivilDay(1970, 1, 1) + std::llround(std::floor(milliseconds / 86'400'000.0));
}

}  // namespace polygist::ingest
