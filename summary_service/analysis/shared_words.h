// Sentences that say in part the same words, in whatever order.
#pragma once

#include <cstdint>
#include <vector>

#include "summary_service/analysis/sentence_vectors.h"

namespace polygist::summary {

struct SharedWords {
  int32_t n = 0;
  double share = 0;  // (0, 1].
};

// Finds what a sentence shares with the others of its group. The weight of a sentence is that of its distinct words,
// each counted by how rare it is (SentenceVectors::isf); a share is of the weight of the lighter of the two sentences,
// so that what a longer sentence contains is shared wholly.
class SharedWordsFinder {
 public:
  // Keeps a reference to `vectors`.
  explicit SharedWordsFinder(const SentenceVectors& vectors);

  // The other sentences that share something with n, in a fixed order.
  std::vector<SharedWords> Of(int32_t n);

 private:
  const SentenceVectors& vectors_;
  std::vector<double> weights_;  // By n.
  std::vector<double> shared_;   // By n: weight shared with the sentence at hand; 0 between calls.
};

}  // namespace polygist::summary
