// Chooses the sentences that together cover the most valuable bigrams, for their length.
//
// Maximises  sum of values of the covered bigrams / (bigrams of the chosen sentences + expected bigrams),
// the expected F measure of bigrams against a summary of the expected length (after Gillick and Favre 2009 and
// Takamura and Okumura 2009): greedy, then one-for-one swaps, then filling again.
#pragma once

#include <span>
#include <vector>

#include "summary_service/analysis/bigram_index.h"
#include "summary_service/selection/select_sentences.h"

namespace polygist::summary {

struct CoverageInput {
  const BigramIndex& bigrams;
  std::span<const double> values;  // By BigramId.
};

std::vector<ChosenSentence> CoverBigrams(const SelectionInput& input, const CoverageInput& coverage);

}  // namespace polygist::summary
