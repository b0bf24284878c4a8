// The weights of the score parts, as data.
#pragma once

#include <string_view>

#include "absl/status/statusor.h"

namespace polygist::summary {

struct ScoreWeights {
  double centrality = 0;
  double position = 0;
  double progress = 0;
  double quotation = 0;
  double bigrams = 0;
  double title = 0;
};

// Reads "name <TAB> value" lines; lines that begin with '#' are comments. Every weight must be there once.
// INVALID_ARGUMENT with reason WEIGHTS_INVALID otherwise.
absl::StatusOr<ScoreWeights> ParseScoreWeights(std::string_view tsv);

// The weights of this build (scoring/data/score_weights.tsv).
const ScoreWeights& DefaultScoreWeights();

}  // namespace polygist::summary
