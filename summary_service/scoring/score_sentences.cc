#include "summary_service/scoring/score_sentences.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace polygist::summary {
namespace {

// What a bigram keeps of its value when it has nothing to do with the question.
constexpr double kUnfocused = 0.05;

}  // namespace

SentenceScorer::SentenceScorer(const BigramIndex& bigrams, std::vector<BigramFeatures> features,
                               const ScoreWeights& weights, const std::vector<double>& focus,
                               const std::vector<bool>& known)
    : bigrams_(bigrams), features_(std::move(features)), weights_(weights), known_(features_.size()),
      values_(features_.size()) {
  if (!focus.empty()) focus_.resize(features_.size());
  for (BigramId b = 0; b < bigrams.bigrams(); ++b) {
    for (const int32_t n : bigrams.HoldersOf(b)) {
      if (!focus_.empty()) focus_[b] = std::max(focus_[b], kUnfocused + (1 - kUnfocused) * focus[n]);
      if (known[n]) known_[b] = true;
    }
    values_[b] = known_[b] ? 0 : ValueOf(features_[b], weights) * (focus_.empty() ? 1 : focus_[b]);
  }
}

std::vector<int64_t> SentenceScorer::Totals(double expected_bigrams) const {
  std::vector<int64_t> totals(bigrams_.sentences());
  for (int n = 0; n < bigrams_.sentences(); ++n) {
    double sum = 0;
    for (const BigramId b : bigrams_.Of(n)) sum += values_[b];
    totals[n] = std::llround(1e6 * sum / (static_cast<double>(bigrams_.Of(n).size()) + expected_bigrams));
  }
  return totals;
}

SentenceScore SentenceScorer::Explain(int n, double expected_bigrams) const {
  std::array<double, kScoreParts.size()> parts = {};
  for (const BigramId b : bigrams_.Of(n)) {
    double before = 0;
    for (size_t known = 0; known <= kBigramFeatures.size(); ++known) {
      const double value = ValueOf(features_[b], weights_, known);
      parts[known] += value - before;
      before = value;
    }
    const double focused = focus_.empty() ? before : before * focus_[b];
    parts[kBigramFeatures.size() + 1] += focused - before;
    if (known_[b]) parts[kBigramFeatures.size() + 2] -= focused;
  }
  SentenceScore score;
  const double length = static_cast<double>(bigrams_.Of(n).size()) + expected_bigrams;
  for (size_t i = 0; i < parts.size(); ++i) {
    score.parts_micros[i] = std::llround(1e6 * parts[i] / length);
    score.total_micros += score.parts_micros[i];
  }
  return score;
}

}  // namespace polygist::summary
