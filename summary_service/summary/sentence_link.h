// Two sentences that say the same, wholly or in part.
#pragma once

#include <compare>

namespace polygist::summary {

// `a` and `b` index one list of sentences that caller and callee agree on; a < b.
struct SentenceLink {
  int a = 0;
  int b = 0;
  int strength_permille = 0;  // 0 to 1000: how surely the two say the same.
  int shared_permille = 0;    // 0 to 1000: how much of one of the two, the greater part, is in the other.

  friend auto operator<=>(const SentenceLink&, const SentenceLink&) = default;
};

}  // namespace polygist::summary
