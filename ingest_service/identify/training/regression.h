// Softmax regression over hashed features, learned by stochastic gradient descent with AdaGrad steps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/identify/training/examples.h"
#include "ingest_service/identify/training/training_text.h"
#include "ingest_service/identify/word_classes.h"

namespace polygist::ingest {

// Deterministic: fixed seeds, one thread.
class Regression {
 public:
  // With `classes`, which must outlive this, over the features of a circle (circle_features.h).
  Regression(std::vector<std::string> tags, int log2_buckets, const WordClasses* classes = nullptr);

  const std::vector<std::string>& tags() const { return tags_; }
  int log2_buckets() const { return log2_buckets_; }
  size_t features() const { return (size_t{1} << log2_buckets_) + (classes_ == nullptr ? 0 : WordClasses::kClasses); }
  float weight(size_t feature, size_t language) const { return weights_[feature * stride_ + language]; }

  // One run over the lessons that `options` ask for. May be called again, with another seed.
  void Train(const TextByTag& texts, const ScheduleOptions& options, uint32_t seed);

  // Forgets all but the `kept` weightiest weights; what is forgotten is not learned again.
  void Prune(int64_t kept);

  // Forgets what was seen in fewer than `examples`: it says more about them than about a language.
  void ForgetRare(uint32_t examples);

  // The mean of `runs`, which learned the same tags and features in different orders: what the order of the examples
  // decided, and not they, averages out. Requires at least one.
  static Regression MeanOf(std::vector<Regression> runs);

  // The middle, over the languages' training text, of what speaks for the right language: the sum of weights by
  // the number of features.
  double UsualSupport(const TextByTag& texts) const;

  // Percent of pieces of the training text that are told right, each language counting alike.
  double Accuracy(const TextByTag& texts) const;

 private:
  Lengths LengthsOfPieces() const { return classes_ == nullptr ? Lengths::kSentences : Lengths::kArticles; }
  std::vector<uint32_t> FeaturesOf(std::string_view words) const;
  // Probabilities of all languages; features.size() > 0.
  void Predict(const std::vector<uint32_t>& features, std::vector<float>& p) const;
  void Learn(const std::vector<uint32_t>& features, size_t truth, std::vector<float>& p);
  void CenterRows();

  std::vector<std::string> tags_;
  int log2_buckets_;
  const WordClasses* classes_;
  size_t stride_;
  std::vector<float> weights_;  // [feature][stride]
  std::vector<float> squares_;
  std::vector<bool> dropped_;   // Empty until pruned.
  std::vector<uint32_t> seen_;  // Per feature.
};

}  // namespace polygist::ingest
