#include "summary_service/analysis/shared_words.h"

#include <algorithm>
#include <utility>

namespace polygist::summary {

SharedWordsFinder::SharedWordsFinder(const SentenceVectors& vectors)
    : vectors_(vectors), weights_(vectors.size()), shared_(vectors.size()) {
  for (int n = 0; n < vectors.size(); ++n) {
    for (const WeightedTerm& entry : vectors[n]) weights_[n] += vectors.isf(entry.term);
  }
}

std::vector<SharedWords> SharedWordsFinder::Of(int32_t n) {
  std::vector<int32_t> others;
  for (const WeightedTerm& entry : vectors_[n]) {
    const double weight = vectors_.isf(entry.term);
    if (weight <= 0) continue;
    for (const Posting& posting : vectors_.PostingsOf(entry.term)) {
      if (shared_[posting.sentence] == 0) others.push_back(posting.sentence);
      shared_[posting.sentence] += weight;
    }
  }
  std::vector<SharedWords> found;
  for (const int32_t other : others) {
    const double share = std::exchange(shared_[other], 0) / std::min(weights_[n], weights_[other]);
    if (other != n) found.push_back({other, std::min(share, 1.0)});
  }
  return found;
}

}  // namespace polygist::summary
