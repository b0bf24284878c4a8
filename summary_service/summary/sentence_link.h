// Two sentences that say the same, wholly or in part.
#pragma once

#include <compare>
#include <cstdint>

namespace polygist::summary {

// `a` and `b` index one list of sentences that caller and callee agree on; a < b. In sixteen bytes, since a long story
// has a hundred thousand.
struct SentenceLink {
  int a = 0;
  int b = 0;
  int16_t strength_permille = 0;  // 0 to 1000: how surely the two say the same.
  int16_t held_a_permille = 0;    // 0 to 1000: how much of what a says is in b.
  int16_t held_b_permille = 0;    // How much of what b says is in a.
  bool names_alone = false;       // Names are what they share: two things told of one company.

  friend auto operator<=>(const SentenceLink&, const SentenceLink&) = default;
};

}  // namespace polygist::summary
