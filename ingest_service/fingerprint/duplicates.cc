#include "ingest_service/fingerprint/duplicates.h"

#include <algorithm>
#include <numeric>

namespace polygist::ingest {
namespace {

// The first member of the class of `i`.
int FirstOf(std::vector<int>& parents, int i) {
  while (parents[i] != i) i = parents[i] = parents[parents[i]];
  return i;
}

void Join(std::vector<int>& parents, int a, int b) {
  a = FirstOf(parents, a);
  b = FirstOf(parents, b);
  parents[std::max(a, b)] = std::min(a, b);
}

}  // namespace

double EstimateResemblance(std::span<const uint32_t> a, std::span<const uint32_t> b) {
  if (a.empty() || a.size() != b.size()) return 0.0;
  size_t equal = 0;
  for (size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i];
  return static_cast<double>(equal) / static_cast<double>(a.size());
}

std::vector<int> GroupDuplicates(std::span<const std::vector<uint32_t>> fingerprints, double threshold) {
  const int count = static_cast<int>(fingerprints.size());
  std::vector<int> parents(fingerprints.size());
  std::iota(parents.begin(), parents.end(), 0);
  for (int i = 0; i < count; ++i) {
    for (int j = i + 1; j < count; ++j) {
      if (EstimateResemblance(fingerprints[i], fingerprints[j]) >= threshold) Join(parents, i, j);
    }
  }
  for (int i = 0; i < count; ++i) parents[i] = FirstOf(parents, i);
  return parents;
}

}  // namespace polygist::ingest
