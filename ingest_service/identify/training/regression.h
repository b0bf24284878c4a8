// Softmax regression over hashed letter groups, learned by stochastic gradient descent with AdaGrad steps.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/identify/training/examples.h"
#include "ingest_service/identify/training/training_text.h"

namespace polygist::ingest {

// Deterministic: fixed seeds, one thread.
class Regression {
 public:
  Regression(std::vector<std::string> tags, int log2_buckets);

  const std::vector<std::string>& tags() const { return tags_; }
  int log2_buckets() const { return log2_buckets_; }
  size_t buckets() const { return size_t{1} << log2_buckets_; }
  float weight(size_t bucket, size_t language) const { return weights_[bucket * stride_ + language]; }

  // One run over the lessons that `options` ask for. May be called again, with another seed.
  void Train(const TextByTag& texts, const ScheduleOptions& options, uint32_t seed);

  // Forgets all but the `kept` weightiest weights; what is forgotten is not learned again.
  void Prune(int64_t kept);

  // Forgets what was seen in fewer than `examples`: it says more about them than about a language.
  void ForgetRare(uint32_t examples);

  // The middle, over the languages' training text, of what speaks for the right language: the sum of weights by
  // the number of features.
  double UsualSupport(const TextByTag& texts) const;

  // Percent of pieces of the training text that are told right, each language counting alike.
  double Accuracy(const TextByTag& texts) const;

 private:
  std::vector<uint32_t> BucketsOf(std::string_view words) const;
  // Probabilities of all languages; buckets.size() > 0.
  void Predict(const std::vector<uint32_t>& buckets, std::vector<float>& p) const;
  void Learn(const std::vector<uint32_t>& buckets, size_t truth, std::vector<float>& p);
  void CenterRows();

  std::vector<std::string> tags_;
  int log2_buckets_;
  size_t stride_;
  std::vector<float> weights_;  // [bucket][stride]
  std::vector<float> squares_;
  std::vector<bool> dropped_;   // Empty until pruned.
  std::vector<uint32_t> seen_;  // Per bucket.
};

}  // namespace polygist::ingest
