#include "ingest_service/identify/training/regression.h"

#include <algorithm>
#include <cmath>
#include <utility>

#include "ingest_service/identify/circle_features.h"
#include "ingest_service/identify/letter_groups.h"

namespace polygist::ingest {
namespace {

constexpr float kStep = 0.35F;

}  // namespace

Regression::Regression(std::vector<std::string> tags, int log2_buckets, const WordClasses* classes)
    : tags_(std::move(tags)), log2_buckets_(log2_buckets), classes_(classes), stride_((tags_.size() + 7) / 8 * 8) {
  weights_.assign(features() * stride_, 0.0F);
  squares_.assign(features() * stride_, 0.0F);
  seen_.assign(features(), 0);
}

std::vector<uint32_t> Regression::FeaturesOf(std::string_view words) const {
  std::vector<uint32_t> features;
  if (classes_ == nullptr) {
    ForEachLetterGroup(words, [&](uint32_t hash) { features.push_back(hash >> (32 - log2_buckets_)); });
  } else {
    ForEachCircleFeature(words, log2_buckets_, *classes_,
                         [&](size_t row) { features.push_back(static_cast<uint32_t>(row)); });
  }
  return features;
}

void Regression::Predict(const std::vector<uint32_t>& features, std::vector<float>& p) const {
  p.assign(stride_, 0.0F);
  for (const uint32_t feature : features) {
    const float* row = &weights_[feature * stride_];
    for (size_t c = 0; c < stride_; ++c) p[c] += row[c];
  }
  const float scale = 1.0F / std::sqrt(static_cast<float>(features.size()));
  float most = -1e30F;
  for (size_t c = 0; c < tags_.size(); ++c) most = std::max(most, p[c] *= scale);
  float sum = 0;
  for (size_t c = 0; c < tags_.size(); ++c) sum += p[c] = std::exp(p[c] - most);
  for (size_t c = 0; c < tags_.size(); ++c) p[c] /= sum;
}

void Regression::Learn(const std::vector<uint32_t>& features, size_t truth, std::vector<float>& p) {
  constexpr float kRight = 0.002F;  // Smaller errors teach nothing and cost as much.
  Predict(features, p);
  const float scale = 1.0F / std::sqrt(static_cast<float>(features.size()));
  for (size_t c = 0; c < tags_.size(); ++c) {
    const float error = p[c] - (c == truth ? 1.0F : 0.0F);
    if (std::fabs(error) < kRight) continue;
    const float gradient = error * scale;
    for (const uint32_t feature : features) {
      const size_t at = feature * stride_ + c;
      if (!dropped_.empty() && dropped_[at]) continue;
      float& square = squares_[at];
      square += gradient * gradient;
      weights_[at] -= kStep * gradient / std::sqrt(square + 1e-3F);
    }
  }
}

void Regression::Train(const TextByTag& texts, const ScheduleOptions& options, uint32_t seed) {
  Random random(seed);
  const auto english = texts.find("en");
  std::vector<float> p;
  for (const Lesson& lesson : MakeSchedule(tags_, texts, options, random)) {
    const std::string& tag = tags_[lesson.language];
    const TrainingText& own = texts.at(tag);
    const TrainingText* stray = english == texts.end() || tag == "en" ? nullptr : &english->second;
    const std::vector<uint32_t> features =
        FeaturesOf(MakeExample(lesson.listed ? own.listed : own.running, stray, LengthsOfPieces(), random));
    if (features.empty()) continue;
    for (const uint32_t feature : features) ++seen_[feature];
    Learn(features, lesson.language, p);
  }
}

// Only differences between languages count: the middle of a row is taken out, so that small weights are
// those that say nothing.
void Regression::CenterRows() {
  std::vector<float> row(tags_.size());
  for (size_t f = 0; f < features(); ++f) {
    float* weights = &weights_[f * stride_];
    row.assign(weights, weights + tags_.size());
    std::nth_element(row.begin(), row.begin() + row.size() / 2, row.end());
    for (size_t c = 0; c < tags_.size(); ++c) weights[c] -= row[row.size() / 2];
  }
}

void Regression::Prune(int64_t kept) {
  CenterRows();
  std::vector<float> worth(weights_.size());
  for (size_t i = 0; i < worth.size(); ++i) {
    const float often = std::sqrt(static_cast<float>(seen_[i / stride_]));
    worth[i] = std::fabs(weights_[i]) * std::min(often, 40.0F);
  }
  dropped_.assign(worth.size(), false);
  if (static_cast<int64_t>(worth.size()) <= kept) return;
  std::vector<float> sorted = worth;
  std::nth_element(sorted.begin(), sorted.end() - kept, sorted.end());
  const float least = *(sorted.end() - kept);
  for (size_t i = 0; i < worth.size(); ++i) {
    if (worth[i] >= least) continue;
    dropped_[i] = true;
    weights_[i] = 0;
  }
}

void Regression::ForgetRare(uint32_t examples) {
  CenterRows();
  for (size_t i = 0; i < weights_.size(); ++i) {
    if (seen_[i / stride_] < examples) weights_[i] = 0;
  }
}

Regression Regression::MeanOf(std::vector<Regression> runs) {
  Regression mean = std::move(runs.front());
  for (size_t r = 1; r < runs.size(); ++r) {
    for (size_t i = 0; i < mean.weights_.size(); ++i) mean.weights_[i] += runs[r].weights_[i];
  }
  for (float& weight : mean.weights_) weight /= static_cast<float>(runs.size());
  return mean;
}

double Regression::UsualSupport(const TextByTag& texts) const {
  constexpr int kTries = 100;
  Random random(7);
  std::vector<float> supports;
  for (size_t truth = 0; truth < tags_.size(); ++truth) {
    const TrainingText& own = texts.at(tags_[truth]);
    for (int i = 0; i < kTries && !own.running.empty(); ++i) {
      const std::vector<uint32_t> features = FeaturesOf(MakeExample(own.running, nullptr, LengthsOfPieces(), random));
      if (features.empty()) continue;
      float sum = 0;
      for (const uint32_t feature : features) sum += weight(feature, truth);
      supports.push_back(sum / static_cast<float>(features.size()));
    }
  }
  if (supports.empty()) return 0;
  const auto middle = supports.begin() + static_cast<ptrdiff_t>(supports.size() / 2);
  std::nth_element(supports.begin(), middle, supports.end());
  return *middle;
}

double Regression::Accuracy(const TextByTag& texts) const {
  constexpr int kTries = 200;
  Random random(99);
  std::vector<float> p;
  int right = 0;
  for (size_t truth = 0; truth < tags_.size(); ++truth) {
    const TrainingText& own = texts.at(tags_[truth]);
    for (int i = 0; i < kTries; ++i) {
      const std::vector<uint32_t> features =
          FeaturesOf(MakeExample(own.running.empty() ? own.listed : own.running, nullptr, LengthsOfPieces(), random));
      if (features.empty()) continue;
      Predict(features, p);
      const auto best = std::max_element(p.begin(), p.begin() + static_cast<ptrdiff_t>(tags_.size()));
      right += static_cast<size_t>(best - p.begin()) == truth;
    }
  }
  return 100.0 * right / (kTries * static_cast<double>(tags_.size()));
}

}  // namespace polygist::ingest
