// Numbered items, "1. ...", "2) ...", whatever stands between them.
#pragma once

#include <vector>

namespace polygist::ingest {

// For each unit how many units, itself among them, count on with it: each starts with the number after that of the one
// before, at most 40 units further on; or the number before, as countdowns do. `numbers`: what each unit starts with, -1
// where that is no number. 0 for such units. Linear.
std::vector<int> LengthsOfNumbering(const std::vector<int>& numbers);

}  // namespace polygist::ingest
