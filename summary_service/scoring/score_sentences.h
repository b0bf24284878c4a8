// How much each sentence tells: the value of its bigrams, as a sum of named parts.
//
// The score of a sentence s with the bigrams B(s) is  sum over b in B(s) of V(b) / (|B(s)| + L),  L the expected
// number of bigrams of the summary: what it would gain alone (selection/select_sentences.h). V(b) is the value of
// b (bigram_values.h), times its focus when there is a question, times its novelty when the reader knows some
// articles: 0 when one of them holds b, otherwise the greatest share of new value of a sentence that holds it (the
// rest of a sentence that mostly repeats is seldom news).
//
// Parts: "base" is what a bigram is worth of which nothing is known; then, each feature of bigrams in the order of
// kBigramFeatures, what it adds to the ones before it; then what "focus" and "already_read" take away.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "summary_service/analysis/bigram_index.h"
#include "summary_service/scoring/bigram_values.h"

namespace polygist::summary {

inline constexpr std::array<std::string_view, 10> kScoreParts = {"base",  "frequency",  "early",     "earliest", "title",
                                                                 "words", "centrality", "quotation", "focus",    "already_read"};

struct SentenceScore {
  int64_t total_micros = 0;  // The sum of the parts.
  std::array<int64_t, kScoreParts.size()> parts_micros = {};
};

class SentenceScorer {
 public:
  // `focus`: by n, from query_focus.h; empty when nothing was asked. `known`: by n, whether the reader knows the
  // sentence. Keeps references to `bigrams` and `weights`.
  SentenceScorer(const BigramIndex& bigrams, std::vector<BigramFeatures> features, const ScoreWeights& weights,
                 const std::vector<double>& focus, const std::vector<bool>& known);

  // By BigramId: V(b), in [0, 1].
  const std::vector<double>& values() const { return values_; }
  // By n, in millionths, for an expected number of bigrams.
  std::vector<int64_t> Totals(double expected_bigrams) const;
  // Of one sentence; total_micros differs from Totals by rounding of the parts only.
  SentenceScore Explain(int n, double expected_bigrams) const;

 private:
  void MeasureNovelty(const std::vector<bool>& known);

  const BigramIndex& bigrams_;
  const std::vector<BigramFeatures> features_;
  const ScoreWeights& weights_;
  std::vector<double> focus_;  // By BigramId; empty when nothing was asked.
  std::vector<double> novelty_;  // By BigramId; empty when the reader knows nothing.
  std::vector<double> values_;
};

}  // namespace polygist::summary
