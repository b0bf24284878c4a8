// The weights of the scores, as data.
#pragma once

#include <array>
#include <string_view>

#include "absl/status/statusor.h"

namespace polygist::summary {

// What is known of a bigram, see bigram_values.h.
inline constexpr std::array<std::string_view, 11> kBigramFeatures = {
    "frequency", "early", "earliest", "title", "leads", "centrality", "words", "function", "number", "name", "quotation"};

struct BigramWeights {
  double bias = 0;
  double sharpness = 0;
  std::array<double, kBigramFeatures.size()> features = {};
};

// Of sentences, see score_sentences.h.
struct ScoreWeights {
  double centrality = 0;
  double position = 0;
  double progress = 0;
  double quotation = 0;
  double bigrams = 0;
  double title = 0;
  BigramWeights bigram;
};

// Reads "name <TAB> value" lines; lines that begin with '#' are comments. Every weight must be there once.
// INVALID_ARGUMENT with reason WEIGHTS_INVALID otherwise.
absl::StatusOr<ScoreWeights> ParseScoreWeights(std::string_view tsv);

// The weights of this build (scoring/data/score_weights.tsv).
const ScoreWeights& DefaultScoreWeights();

}  // namespace polygist::summary
