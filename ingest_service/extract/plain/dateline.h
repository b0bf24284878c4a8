// Place, date and agency before the first sentence of a report: "JAKARTA, KOMPAS.com –".
#pragma once

#include <cstddef>
#include <string_view>

namespace polygist::ingest {

// Length of the dateline that opens `line`, its dash included; 0 without one. A place without agency, date or capitals
// ("Tanjung Aruna - Kapal ...") is one when nothing but names stands before the dash and a long sentence behind it.
size_t DatelineLength(std::string_view line);

}  // namespace polygist::ingest
