// Comparing fingerprints.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

namespace polygist::ingest {

// Estimated Jaccard coefficient of the shingles of two texts, in [0, 1]: the share of equal
// entries. 0 when either is empty or their sizes differ.
double EstimateResemblance(std::span<const uint32_t> a, std::span<const uint32_t> b);

// Versions of one report that differ in a few edited words stay above this: one changed word in
// eleven breaks four shingles of eleven. Reports of one event by different authors share hardly any
// four words in a row.
inline constexpr double kNearDuplicate = 0.6;

// For every fingerprint the index of the first member of its class. Classes are the connected
// components of "resemblance at least `threshold`", so the result does not depend on ties. Empty
// fingerprints are alone. Quadratic: meant for the articles of one request.
std::vector<int> GroupDuplicates(std::span<const std::vector<uint32_t>> fingerprints,
                                 double threshold = kNearDuplicate);

}  // namespace polygist::ingest
