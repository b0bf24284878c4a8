// The pairs of neighbouring words of a group of sentences, as numbers.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/analysis/sentence_vectors.h"

namespace polygist::summary {

using BigramId = int32_t;

// Pairs of two function words are left out: they tell nothing. Sentences are numbered as in SentenceVectors.
class BigramIndex {
 public:
  BigramIndex(const AnalyzedCorpus& corpus, const SentenceVectors& vectors);

  int sentences() const { return static_cast<int>(begins_.size()) - 1; }
  int bigrams() const { return static_cast<int>(holder_begins_.size()) - 1; }
  // The distinct bigrams of a sentence, in order of first occurrence.
  std::span<const BigramId> Of(int n) const { return Part(bigrams_, begins_, n); }
  // The sentences that hold a bigram, ascending.
  std::span<const int32_t> HoldersOf(BigramId bigram) const { return Part(holders_, holder_begins_, bigram); }
  // Whether some title of the group holds the bigram.
  bool InTitle(BigramId bigram) const { return in_title_[bigram]; }

 private:
  static std::span<const int32_t> Part(const std::vector<int32_t>& all, const std::vector<int32_t>& begins, int i) {
    return std::span(all).subspan(begins[i], begins[i + 1] - begins[i]);
  }
  void Invert();

  std::vector<int32_t> begins_ = {0};
  std::vector<BigramId> bigrams_;
  std::vector<int32_t> holder_begins_;
  std::vector<int32_t> holders_;
  std::vector<bool> in_title_;
};

}  // namespace polygist::summary
