#include "summary_service/analysis/origins.h"

#include <algorithm>
#include <cstddef>

namespace polygist::summary {
namespace {

bool AreCopies(const std::vector<uint32_t>& a, const std::vector<uint32_t>& b) {
  if (a.empty() || a.size() != b.size()) return false;
  size_t equal = 0;
  for (size_t i = 0; i < a.size(); ++i) equal += a[i] == b[i];
  return equal * 2 >= a.size();
}

}  // namespace

std::vector<int> CopiesByFingerprint(std::span<const SourceArticle> articles) {
  std::vector<int> origins(articles.size());
  for (size_t i = 0; i < articles.size(); ++i) {
    origins[i] = static_cast<int>(i);
    for (size_t j = 0; j < i; ++j) {
      if (origins[j] == origins[i] || !AreCopies(articles[i].fingerprint, articles[j].fingerprint)) continue;
      const int joined = std::min(origins[i], origins[j]), other = std::max(origins[i], origins[j]);
      for (size_t k = 0; k <= i; ++k) {
        if (origins[k] == other) origins[k] = joined;
      }
    }
  }
  return origins;
}

}  // namespace polygist::summary
