#include "summary_service/scoring/score_sentences.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace polygist::summary {
namespace {

// What a bigram keeps of its value when it has nothing to do with the question. Asked for the two rarest words of one
// of their later sentences, summaries of 80 articles (English, Indonesian; 3 sentences) hold that sentence in 95 %; of
// their sentences 82 % hold a word of the question or stand beside one. With 0.05: 94 % and 76 %; with 0.2: 76 % and 40 %.
constexpr double kUnfocused = 0.01;

}  // namespace

SentenceScorer::SentenceScorer(const BigramIndex& bigrams, std::vector<BigramFeatures> features,
                               const ScoreWeights& weights, const std::vector<double>& focus,
                               const std::vector<bool>& known)
    : bigrams_(bigrams), features_(std::move(features)), weights_(weights), values_(features_.size()) {
  if (!focus.empty()) focus_.resize(features_.size());
  for (BigramId b = 0; b < bigrams.bigrams(); ++b) {
    values_[b] = ValueOf(features_[b], weights);
    if (focus.empty()) continue;
    for (const int32_t n : bigrams.HoldersOf(b)) {
      focus_[b] = std::max(focus_[b], kUnfocused + (1 - kUnfocused) * focus[n]);
    }
    values_[b] *= focus_[b];
  }
  if (std::find(known.begin(), known.end(), true) == known.end()) return;
  MeasureNovelty(known);
  for (BigramId b = 0; b < bigrams.bigrams(); ++b) values_[b] *= novelty_[b];
}

void SentenceScorer::MeasureNovelty(const std::vector<bool>& known) {
  std::vector<bool> told(values_.size());
  for (BigramId b = 0; b < bigrams_.bigrams(); ++b) {
    for (const int32_t n : bigrams_.HoldersOf(b)) told[b] = told[b] || known[n];
  }
  novelty_.resize(values_.size());
  for (int n = 0; n < bigrams_.sentences(); ++n) {
    double all = 0, fresh = 0;
    for (const BigramId b : bigrams_.Of(n)) {
      all += values_[b];
      if (!told[b]) fresh += values_[b];
    }
    for (const BigramId b : bigrams_.Of(n)) {
      if (!told[b] && all > 0) novelty_[b] = std::max(novelty_[b], fresh / all);
    }
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
    if (!novelty_.empty()) parts[kBigramFeatures.size() + 2] += focused * (novelty_[b] - 1);
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
