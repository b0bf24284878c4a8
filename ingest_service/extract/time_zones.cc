#include "ingest_service/extract/time_zones.h"

#include <algorithm>
#include <charconv>

#include "extract_html_data.h"

namespace polygist::ingest {

std::optional<int> ZoneOf(std::string_view word) {
  std::string_view table = data::kTimeZones;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    const size_t tab = line.find('\t');
    if (line.starts_with('#') || tab == std::string_view::npos || line.substr(0, tab) != word) continue;
    int minutes = 0;
    std::from_chars(line.data() + tab + 1, line.data() + line.size(), minutes);
    return minutes;
  }
  return std::nullopt;
}

}  // namespace polygist::ingest
