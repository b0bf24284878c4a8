// Dates in attributes and metadata.
#pragma once

#include <optional>
#include <string_view>

#include "ingest_service/extract/date_text.h"

namespace polygist::ingest {

// A date in a machine's form: ISO 8601 and its relatives, RFC 2822, seconds or milliseconds since 1970.
// Falls back to FindDate.
std::optional<FoundDate> ParseMachineDate(std::string_view text, const DateHints& hints);

}  // namespace polygist::ingest
