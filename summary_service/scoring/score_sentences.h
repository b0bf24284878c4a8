// How much each sentence tells: the value of its bigrams and what speaks for it as a whole, as a sum of named parts.
//
// The score of a sentence s with the bigrams B(s) is  (prior(s) + sum over b in B(s) of V(b)) / (size(s) + L),  L the
// expected number of bigrams of the summary: what it would gain alone (selection/select_sentences.h). size(s) is |B(s)|
// and V(b) the value of b (bigram_values.h), both in the measure of the group (sentence_sizes.h). V(b) is taken times
// its focus when there is a question, the mean of f(s)^2 over the sentences that hold it (f(s): query_focus.h), and
// times its novelty when the reader knows some articles: 0 when one of them holds b, otherwise the greatest share of
// new value of a sentence that holds it (the rest of a sentence that mostly repeats is seldom news). prior(s)
// (sentence_priors.h and support.h) loses by focus and novelty what the bigrams of s lose together, and gains by focus
// a multiple of f(s)^2, less what novelty takes: words that all articles share do not tell which sentence answers, and
// the answer is told once, not for each of its words.
//
// Parts: "base" is what a bigram is worth of which nothing is known; then, each feature of bigrams in the order of
// kBigramFeatures, what it adds to the ones before it; the features of sentences and what "support" (support.h) adds;
// then what "focus" takes or adds and "already_read" takes away.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "summary_service/analysis/bigram_index.h"
#include "summary_service/scoring/bigram_values.h"
#include "summary_service/scoring/sentence_priors.h"

namespace polygist::summary {

inline constexpr std::array<std::string_view, 13> kScoreParts = {
    "base",      "frequency", "early", "earliest", "lead",  "title",       "centrality",
    "quotation", "place",     "core",  "support",  "focus", "already_read"};

struct SentenceScore {
  int64_t total_micros = 0;  // The sum of the parts.
  std::array<int64_t, kScoreParts.size()> parts_micros = {};
};

// What is known of the sentences of a group before the reader's wishes.
struct GroupFeatures {
  BigramMeasurer bigrams;
  std::vector<double> factors;        // By n: of its language.
  std::vector<double> values;         // By BigramId: ValueOf, times the factor of the first sentence that holds it.
  double mean_value = 0;              // MeanValue of `values`.
  std::vector<double> sizes;          // By n: bigrams, times the factor of its language.
  std::vector<SentencePrior> priors;  // By n.
};

// The features keep what the arguments but `weights` refer to.
GroupFeatures MeasureGroup(const AnalyzedCorpus& corpus, const SentenceVectors& vectors, const BigramIndex& bigrams,
                           const TermStatistics& statistics, const Weights& weights);

class SentenceScorer {
 public:
  // `support`: by n, from support.h; empty for none. `focus`: by n, from query_focus.h; empty when nothing was asked.
  // `known`: by n, whether the reader knows the sentence. Keeps references to `bigrams` and `weights`.
  SentenceScorer(const BigramIndex& bigrams, GroupFeatures features, const Weights& weights,
                 const std::vector<double>& support, const std::vector<double>& focus, const std::vector<bool>& known);

  // By BigramId: V(b).
  const std::vector<double>& values() const { return values_; }
  // By n: size(s).
  const std::vector<double>& sizes() const { return features_.sizes; }
  // By n: prior(s).
  const std::vector<double>& priors() const { return priors_; }
  // By n, in millionths, for an expected number of bigrams.
  std::vector<int64_t> Totals(double expected_bigrams) const;
  // Of one sentence; total_micros differs from Totals by rounding of the parts only.
  SentenceScore Explain(int n, double expected_bigrams) const;

 private:
  void MeasureNovelty(const std::vector<bool>& known);
  void MeasureAnswers(const std::vector<double>& focus);
  void SumPriors();

  const BigramIndex& bigrams_;
  const GroupFeatures features_;
  const Weights& weights_;
  std::vector<double> support_;  // By n, in the unit of values; empty for none.
  std::vector<double> focus_;    // By BigramId; empty when nothing was asked.
  std::vector<double> answers_;  // By n: what its prior gains by answering; empty when nothing was asked.
  std::vector<double> novelty_;  // By BigramId; empty when the reader knows nothing.
  std::vector<double> values_;
  std::vector<double> priors_;
};

}  // namespace polygist::summary
