// The weights of the scores, as data.
#pragma once

#include <array>
#include <string_view>

#include "absl/status/statusor.h"

namespace polygist::summary {

// What is known of a bigram, see bigram_values.h.
inline constexpr std::array<std::string_view, 7> kBigramFeatures = {"frequency", "early",      "earliest", "title",
                                                                    "words",     "centrality", "quotation"};

struct ScoreWeights {
  double bias = 0;
  double sharpness = 1;
  std::array<double, kBigramFeatures.size()> features = {};
};

// Reads "name <TAB> value" lines; lines that begin with '#' are comments. "bias", "sharpness" and every feature
// must be there once. INVALID_ARGUMENT with reason WEIGHTS_INVALID otherwise.
absl::StatusOr<ScoreWeights> ParseScoreWeights(std::string_view tsv);

// The weights of this build (scoring/data/score_weights.tsv).
const ScoreWeights& DefaultScoreWeights();

}  // namespace polygist::summary
