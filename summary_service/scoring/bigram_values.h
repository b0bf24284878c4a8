// What a reader gains from each bigram: an estimate of the chance that a good summary holds it.
//
// For a bigram b of a group of A articles, each from what stands in the articles alone:
//   frequency   ln df / ln max(10, A), df articles that hold it: with few articles their number tells little
//   early       ln of the mean over articles of (1 + first)^-1/2, first its first position there; 0 where absent
//   earliest    -ln(1 + min first)
//   title       1 when a title holds it
//   leads       the best cosine of a sentence that holds it to the first three sentences of another article
//   centrality  the greatest centrality of a sentence that holds it (cosine to the sum, over the greatest)
//   words       mean of ln df / ln max(10, A) of its words that have content
//   function    1 when one of its words is a function word
//   number      1 when one of its words is a number
//   name        1 when one of its words is a name
//   quotation   1 when every sentence that holds it is a quotation
// P(b) = 1 / (1 + exp(-(bias + sum of weight · feature))); the value of b is P(b)^sharpness.
// Fitted as logistic regression on the bigrams of reference summaries, see scoring/training/README.md.
#pragma once

#include <array>
#include <string_view>
#include <vector>

#include "summary_service/analysis/bigram_index.h"
#include "summary_service/scoring/score_weights.h"

namespace polygist::summary {

using BigramFeatures = std::array<double, kBigramFeatures.size()>;

// By BigramId. `centrality`: by n, in [0, 1] (score_sentences.h).
std::vector<BigramFeatures> MeasureBigrams(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                           const BigramIndex& bigrams, const TermStatistics& statistics,
                                           const std::vector<double>& centrality);

// By BigramId, each in [0, 1].
std::vector<double> ValueBigrams(const std::vector<BigramFeatures>& features, const BigramWeights& weights);

}  // namespace polygist::summary
