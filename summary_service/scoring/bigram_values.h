// What a reader gains from each bigram: an estimate of the chance that a good summary holds it.
//
// For a bigram b of a group of A articles (copies of one text count as one article), from the articles alone:
//   frequency   ln df / ln max(10, A), df articles that hold it: with few articles their number tells little
//   early       ln of the mean over articles of (1 + first)^-1/2, first its first position there; 0 where absent
//   earliest    -ln(1 + min first)
//   lead        1 when an article begins with it: min first is 0
//   title       1 when a title holds it
//   centrality  the greatest centrality of a sentence that holds it (centrality.h)
//   quotation   1 when every sentence that holds it is a quotation: comment rather than event
// x(b) = bias + sum of weight · feature; P(b) = 1 / (1 + exp(-x(b))); the value of b is P(b)^sharpness.
// How the weights were found: scoring/training/README.md.
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

#include "summary_service/analysis/bigram_index.h"
#include "summary_service/analysis/term_statistics.h"
#include "summary_service/scoring/score_weights.h"

namespace polygist::summary {

using BigramFeatures = std::array<double, kBigramFeatures.size()>;

// Measures bigrams one by one: a long text has many, and what is known of them is asked for again of a few sentences
// only. Thread-safe.
class BigramMeasurer {
 public:
  // `centrality`: by n, in [0, 1]. Keeps what the other arguments refer to.
  BigramMeasurer(const AnalyzedCorpus& corpus, const SentenceVectors& vectors, const BigramIndex& bigrams,
                 const TermStatistics& statistics, const std::vector<double>& centrality);

  BigramFeatures Measure(BigramId b) const;

 private:
  // What is needed of a sentence, side by side: bigrams go through the sentences in no order.
  struct Holder {
    int32_t position = 0;
    int32_t origin = 0;
    double centrality = 0;
    bool quotation = false;
  };

  // "early" and the number of articles.
  std::pair<double, int> Earliness(std::span<const int32_t> holders) const;

  const AnalyzedCorpus& corpus_;
  const BigramIndex& bigrams_;
  const TermStatistics& statistics_;
  std::vector<Holder> holders_;  // By n.
  // By position: ln(1 + position), (1 + position)^-1/2, "early" of what one article has there and no other one.
  std::vector<double> logarithms_, inverse_roots_, early_;
  std::vector<double> frequencies_;  // By number of articles: "frequency" of what as many hold.
};

// The value of a bigram that is known by the first `known` features only; the others count as 0.
double ValueOf(const BigramFeatures& features, const Weights& weights, size_t known = kBigramFeatures.size());

}  // namespace polygist::summary
