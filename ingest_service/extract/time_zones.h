// Time zones as pages write them.
#pragma once

#include <optional>
#include <string_view>

namespace polygist::ingest {

// Minutes east of UTC of an abbreviation in capitals ("WIB"), from data/time_zones.tsv; nothing for another word.
std::optional<int> ZoneOf(std::string_view word);

}  // namespace polygist::ingest
