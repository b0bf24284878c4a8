// Lines that hold more than one unit: whole pages, or an article and its furniture, on one line.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::ingest {

// Cuts a long line at sentence ends (also where the next block is glued to one: "was killed.Share"),
// before signs that stand between links, at spaces between ideographs, and where running text begins
// after a run of capitalised words ("Share Print 18 NOV 2019 A team led by ..."): running text is the
// ending of a piece in which small words prevail. Spans are ascending, without white space at either end, and hold
// everything but what cannot be seen. A line of ordinary length is one segment. Requires valid UTF-8. Linear.
std::vector<ByteSpan> CutGluedLine(std::string_view line);

}  // namespace polygist::ingest
