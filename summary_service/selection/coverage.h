// What a set of sentences tells, kept up to date while sentences come and go.
//
// V(S) = sum of the values of the bigrams that S holds - sum over pairs of S that say the same of
// strength · the smaller one's value; F(S) = V(S) / (bigrams of the sentences of S + expected bigrams): the
// expected F measure of bigrams against a summary of the expected length. (Coverage: Gillick and Favre 2009, A
// scalable global model for summarization; the length in the denominator makes short true sentences win.)
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/analysis/bigram_index.h"
#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {

class Coverage {
 public:
  // `values`: by BigramId, kept by reference. `links`: over the sentences of `bigrams`.
  Coverage(const BigramIndex& bigrams, std::span<const double> values, std::span<const SentenceLink> links);

  // What V gains when n is added to S. Here and below, requires: n is not in S.
  double GainOf(int32_t n) const { return gain_[n] - penalty_[n]; }
  // F of S with n added.
  double ObjectiveWith(int32_t n, double expected_bigrams) const {
    return (value_ + GainOf(n)) / (size_ + SizeOf(n) + expected_bigrams);
  }
  double Objective(double expected_bigrams) const { return value_ / (size_ + expected_bigrams); }
  void Add(int32_t n);
  // Takes back Add(n).
  void Remove(int32_t n);
  // Makes everything that is linked to n worth less, without adding n.
  void Know(int32_t n) { Penalize(n, 1); }
  // Value of n's bigrams alone.
  double ValueOf(int32_t n) const { return alone_[n]; }

 private:
  struct Neighbour {
    int32_t n = 0;
    double penalty = 0;
  };

  double SizeOf(int32_t n) const { return static_cast<double>(bigrams_.Of(n).size()); }
  void Penalize(int32_t n, int sign);

  const BigramIndex& bigrams_;
  const std::span<const double> values_;
  std::vector<double> alone_;
  std::vector<double> gain_;     // Value of the bigrams of n that S does not hold.
  std::vector<double> penalty_;  // For links to sentences of S.
  std::vector<int32_t> holders_in_s_;  // By BigramId.
  std::vector<int32_t> link_begins_;
  std::vector<Neighbour> neighbours_;
  double value_ = 0;
  double size_ = 0;
};

}  // namespace polygist::summary
