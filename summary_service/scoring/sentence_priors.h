// What speaks for a sentence as a whole, whatever its words are.
//
// For sentence s at position p among the long sentences of its article (analysis/analyzed_corpus.h):
//   place  (1 + p)^-3/4: news begins with what matters (Edmundson 1969, the location method)
//   core   centrality (centrality.h)
// The prior of s is  v · sum of weight · feature, v the mean value of the bigrams of a sentence of running text: so it
// is in the unit of values and means the same under every budget and in every language.
#pragma once

#include <array>
#include <span>
#include <vector>

#include "summary_service/analysis/bigram_index.h"
#include "summary_service/scoring/score_weights.h"

namespace polygist::summary {

// Weight · feature, in the order of kSentenceFeatures, times v.
using SentencePrior = std::array<double, kSentenceFeatures.size()>;

// v. `values`: by BigramId.
double MeanValue(const AnalyzedCorpus& corpus, const SentenceVectors& vectors, const BigramIndex& bigrams,
                 std::span<const double> values);

// By n. `centrality`: by n, in [0, 1]; `mean_value`: v.
std::vector<SentencePrior> MeasurePriors(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                         std::span<const double> centrality, double mean_value, const Weights& weights);

}  // namespace polygist::summary
