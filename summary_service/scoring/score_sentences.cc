#include "summary_service/scoring/score_sentences.h"

#include <algorithm>
#include <cmath>
#include <optional>
#include <utility>

#include "summary_service/scoring/centrality.h"
#include "summary_service/scoring/sentence_sizes.h"

namespace polygist::summary {
namespace {

// What a bigram keeps of its value when it has nothing to do with the question. Asked for the two rarest words of one
// of their later sentences, summaries of 80 articles (English, Indonesian; 3 sentences) hold that sentence in 95 %; of
// their sentences 82 % hold a word of the question or stand beside one. With 0.05: 94 % and 76 %; with 0.2: 76 % and 40 %.
constexpr double kUnfocused = 0.01;

}  // namespace

GroupFeatures MeasureGroup(const AnalyzedCorpus& corpus, const SentenceVectors& vectors, const BigramIndex& bigrams,
                           const TermStatistics& statistics, const Weights& weights) {
  const std::vector<double> centrality = MeasureCentrality(corpus, vectors);
  const std::vector<double> factors = MeasureLanguageFactors(corpus, vectors, bigrams);
  GroupFeatures features{.bigrams = BigramMeasurer(corpus, vectors, bigrams, statistics, centrality)};
  features.factors.reserve(bigrams.bigrams());
  features.values.reserve(bigrams.bigrams());
  BigramFeatures before = {};
  double value = 0;
  for (BigramId b = 0; b < bigrams.bigrams(); ++b) {
    const BigramFeatures measured = features.bigrams.Measure(b);
    // Bigrams beside each other mostly stand in one sentence and are alike.
    if (b == 0 || measured != before) value = ValueOf(measured, weights);
    before = measured;
    features.factors.push_back(factors[bigrams.HoldersOf(b).front()]);
    features.values.push_back(features.factors[b] * value);
  }
  for (int n = 0; n < bigrams.sentences(); ++n) {
    features.sizes.push_back(factors[n] * static_cast<double>(bigrams.Of(n).size()));
  }
  features.priors =
      MeasurePriors(corpus, vectors, centrality, MeanValue(corpus, vectors, bigrams, features.values), weights);
  return features;
}

SentenceScorer::SentenceScorer(const BigramIndex& bigrams, GroupFeatures features, const Weights& weights,
                               const std::vector<double>& focus, const std::vector<bool>& known)
    : bigrams_(bigrams), features_(std::move(features)), weights_(weights), values_(features_.values) {
  if (!focus.empty()) {
    focus_.resize(values_.size());
    for (BigramId b = 0; b < bigrams.bigrams(); ++b) {
      for (const int32_t n : bigrams.HoldersOf(b)) {
        focus_[b] = std::max(focus_[b], kUnfocused + (1 - kUnfocused) * focus[n]);
      }
      values_[b] *= focus_[b];
    }
  }
  if (std::find(known.begin(), known.end(), true) != known.end()) {
    MeasureNovelty(known);
    for (BigramId b = 0; b < bigrams.bigrams(); ++b) values_[b] *= novelty_[b];
  }
  SumPriors();
}

void SentenceScorer::SumPriors() {
  priors_.resize(bigrams_.sentences());
  for (int n = 0; n < bigrams_.sentences(); ++n) {
    double before = 0, after = 0;
    for (const BigramId b : bigrams_.Of(n)) before += features_.values[b], after += values_[b];
    if (before <= 0) continue;
    for (const double part : features_.priors[n]) priors_[n] += part * after / before;
  }
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
    double sum = priors_[n];
    for (const BigramId b : bigrams_.Of(n)) sum += values_[b];
    totals[n] = std::llround(1e6 * sum / (features_.sizes[n] + expected_bigrams));
  }
  return totals;
}

SentenceScore SentenceScorer::Explain(int n, double expected_bigrams) const {
  constexpr size_t kFirstPrior = 1 + kBigramFeatures.size(), kFocus = kFirstPrior + kSentenceFeatures.size();
  std::array<double, kScoreParts.size()> parts = {};
  double whole = 0, focused = 0, fresh = 0;
  std::array<double, kBigramFeatures.size() + 1> values = {};  // Of the bigram at hand, by how much is known of it.
  std::optional<BigramFeatures> measured;
  for (const BigramId b : bigrams_.Of(n)) {
    if (const BigramFeatures own = features_.bigrams.Measure(b); own != measured) {
      measured = own;
      for (size_t known = 0; known < values.size(); ++known) values[known] = ValueOf(own, weights_, known);
    }
    double before = 0;
    for (size_t known = 0; known < values.size(); ++known) {
      const double value = features_.factors[b] * values[known];
      parts[known] += value - before;
      before = value;
    }
    whole += before;
    focused += focus_.empty() ? before : before * focus_[b];
    fresh += values_[b];
  }
  double prior = 0;
  for (size_t i = 0; whole > 0 && i < kSentenceFeatures.size(); ++i) {
    parts[kFirstPrior + i] = features_.priors[n][i];
    prior += parts[kFirstPrior + i];
  }
  const double scale = whole > 0 ? (whole + prior) / whole : 0;
  parts[kFocus] = (focused - whole) * scale;
  parts[kFocus + 1] = (fresh - focused) * scale;
  SentenceScore score;
  const double length = features_.sizes[n] + expected_bigrams;
  for (size_t i = 0; i < parts.size(); ++i) {
    score.parts_micros[i] = std::llround(1e6 * parts[i] / length);
    score.total_micros += score.parts_micros[i];
  }
  return score;
}

}  // namespace polygist::summary
