// Which terms of a story may mean the same, and how surely.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>

#include "summary_service/merging/rows.h"
#include "summary_service/merging/story.h"

namespace polygist::summary {

// In four bytes, since a long story has millions.
class TermMatch {
 public:
  // `term`: in [0, kMostTerms). `strength`: in (0, 1], kept in steps of 1/256.
  TermMatch() = default;
  TermMatch(int term, float strength)
      : term_(static_cast<uint32_t>(term)),
        steps_(static_cast<uint32_t>(std::max(1L, std::lround(strength * kSteps))) - 1) {}

  int term() const { return static_cast<int>(term_); }
  float strength() const { return static_cast<float>(steps_ + 1) / kSteps; }

 private:
  static constexpr float kSteps = 256;

  uint32_t term_ : kTermBits = 0;
  uint32_t steps_ : 8 = 0;  // One less than there are.
};

using TermMatches = Rows<TermMatch>;  // By term.

// matches[t]: ascending by term, symmetric; t itself is among them with 1. The strength, at least .02, is the
// highest of a shared key (KeyMatch), a shared stem, a dictionary (product of both sides, times .8
// when both sides reach English from elsewhere), a cognate (.35 + .65 * Dice of the character
// trigrams of the Latin forms, from Dice .45), or the consonant skeleton across scripts (.75 *
// Dice).
TermMatches MatchTerms(const Story& story);

// The same for those who do not need Story::concepts any more: they go before the matches come, which saves memory.
TermMatches MatchAndDropConcepts(Story* story);

}  // namespace polygist::summary
