// The weights of the scores, as data.
//
// One article and ten articles on one event ask for different weights: how early a thing is said matters most in
// one article, how many articles say it in ten; and of ten in many languages few can use the same words. Every weight
// is given for the three; a group of A articles, two of which are of different languages with chance m, takes
// (1 - g) · one + g · ((1 - m) · ten + m · mixed),  g = min(1, ln A / ln 10).
#pragma once

#include <array>
#include <string_view>

#include "absl/status/statusor.h"

namespace polygist::summary {

// What is known of a bigram, see bigram_values.h.
inline constexpr std::array<std::string_view, 7> kBigramFeatures = {"frequency", "early",      "earliest", "lead",
                                                                    "title",     "centrality", "quotation"};
// What is known of a sentence as a whole, see sentence_priors.h.
inline constexpr std::array<std::string_view, 2> kSentenceFeatures = {"place", "core"};

// For a group of a certain number of articles.
struct Weights {
  double bias = 0;
  double sharpness = 1;
  std::array<double, kBigramFeatures.size()> bigram = {};
  std::array<double, kSentenceFeatures.size()> sentence = {};
  double length = 1;    // Times the expected number of bigrams, see selection/coverage.h.
  double crowding = 0;  // What each further sentence of one article costs, see selection/coverage.h.
};

struct ScoreWeights {
  Weights one;
  Weights ten;
  Weights mixed;  // For ten articles in as many languages.

  // `mixture`: m, in [0, 1].
  Weights For(int articles, double mixture) const;
};

// Reads "name <TAB> weight for one article <TAB> for ten <TAB> for ten in as many languages" lines; lines that begin
// with '#' are comments. "bias", "sharpness", "length", "crowding", every bigram feature and every sentence feature
// must be there once. INVALID_ARGUMENT with reason WEIGHTS_INVALID otherwise.
absl::StatusOr<ScoreWeights> ParseScoreWeights(std::string_view tsv);

// The weights of this build (scoring/data/score_weights.tsv).
const ScoreWeights& DefaultScoreWeights();

}  // namespace polygist::summary
