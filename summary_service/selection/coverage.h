// What a set of sentences tells, kept up to date while sentences come and go.
//
// V(S) = sum of the values of the bigrams that S holds
//      + sum of the priors of its sentences
//      - sum over pairs of S of how much the one repeats of the other · the smaller value with prior: the strength of
//        their link when they are linked, since they say the same, and RepetitionOf the words they share
//      - crowding · pairs of S that are of one article;
// F(S) = V(S) / (sizes of the sentences of S + expected bigrams): the expected F measure of bigrams against a summary
// of the expected length. (Coverage: Gillick and Favre 2009, A scalable global model for summarization; the length in
// the denominator makes short true sentences win. Fewer from one article: Lin and Bilmes 2011, A class of submodular
// functions for document summarization.)
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/analysis/bigram_index.h"
#include "summary_service/analysis/shared_words.h"
#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {

// What the sentences are worth, by themselves and beside each other. n counts the sentences of `bigrams`.
struct CoverageInput {
  const BigramIndex& bigrams;
  const SentenceVectors& vectors;       // Of the same sentences.
  std::span<const double> values;       // By BigramId.
  std::span<const double> sizes;        // By n: its length in bigrams.
  std::span<const double> priors;       // By n; empty when there are none.
  std::span<const int32_t> articles;    // By n: its article, copies of one text as one; empty when there is one.
  std::span<const SentenceLink> links;  // Over n.
  double crowding = 0;                  // What two sentences of one article cost, in the unit of values.
};

// How much of a sentence another one repeats with which it shares this much of its words (analysis/shared_words.h), in
// [0, 1]. Two reports of one fact share half of them and still are two reports.
double RepetitionOf(double share);

class Coverage {
 public:
  // Keeps what `input` refers to.
  explicit Coverage(const CoverageInput& input);

  // What V gains when n is added to S. Here and below, requires: n is not in S.
  double GainOf(int32_t n) const {
    return gain_[n] - penalty_[n] - (crowding_ > 0 ? crowding_ * taken_[articles_[n]] : 0);
  }
  // F of S with n added.
  double ObjectiveWith(int32_t n, double expected_bigrams) const {
    return (value_ + GainOf(n)) / (size_ + sizes_[n] + expected_bigrams);
  }
  double Objective(double expected_bigrams) const { return value_ / (size_ + expected_bigrams); }
  // Whether one sentence of S is enough for n, or those of S and known ones say nearly all that n is worth.
  bool IsTold(int32_t n) const;
  void Add(int32_t n);
  // Takes back Add(n).
  void Remove(int32_t n);
  // Makes everything that is linked to n worth less, without adding n.
  void Know(int32_t n);

 private:
  struct Neighbour {
    double penalty = 0;
    int32_t n = 0;
    bool whole = false;  // One of the two is enough.
  };

  void Penalize(int32_t n, int sign);
  void FindRepetitions(int32_t n);

  const BigramIndex& bigrams_;
  const std::span<const double> values_;
  const std::span<const double> sizes_;
  const std::span<const int32_t> articles_;
  const double crowding_;
  SharedWordsFinder words_;
  std::vector<double> alone_;                   // The prior of n and the value of its bigrams.
  std::vector<double> gain_;                    // The prior of n and the value of its bigrams that S does not hold.
  std::vector<double> penalty_;                 // For what sentences of S say too.
  std::vector<int32_t> told_;                   // By n: sentences of S that wholly repeat it.
  std::vector<int32_t> holders_in_s_;           // By BigramId.
  std::vector<int32_t> taken_;                  // By article: sentences of S.
  std::vector<std::vector<Neighbour>> linked_;  // By n.
  std::vector<std::vector<Neighbour>> repetitions_;  // By n; found when n is first added.
  std::vector<bool> searched_;                       // By n: whether they have been.
  double value_ = 0;
  double size_ = 0;
};

}  // namespace polygist::summary
