// Units that number each other: the items of an enumeration or of a countdown, whose text stands between them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

namespace polygist::ingest {

inline constexpr int kNoNumber = -1;

// The number below 1,000 that the line begins with; kNoNumber without one.
int LeadingNumber(std::string_view folded);

// `numbers` holds the leading number of each unit. The runs of three units or more, each by the indices of its units:
// numbered one up, or one down, each at most 12 units behind the one before. Linear.
std::vector<std::vector<size_t>> NumberedRuns(const std::vector<int>& numbers);

}  // namespace polygist::ingest
