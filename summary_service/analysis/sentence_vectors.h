// Sentences as weighted term vectors, and how alike two of them are.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/analysis/term_statistics.h"

namespace polygist::summary {

struct WeightedTerm {
  TermId term = 0;
  double weight = 0;
};

struct Posting {
  int32_t sentence = 0;  // Index into SentenceVectors::ids.
  double weight = 0;
};

// tf·isf vectors of unit length over the sentences of a group of articles, and the index from terms back to
// sentences. tf is damped (1 + ln count); isf(t) = ln((N + 1) / sf(t)), N sentences, sf(t) of them with t.
class SentenceVectors {
 public:
  // `articles`: indices into corpus.articles, ascending; `statistics` counted over the same ones.
  SentenceVectors(const AnalyzedCorpus& corpus, const TermStatistics& statistics, std::span<const int> articles);

  int size() const { return static_cast<int>(ids_.size()); }
  // Index into corpus.sentences of the n-th sentence of the group.
  int32_t id(int n) const { return ids_[n]; }
  // Ascending by term; empty when the sentence has no content.
  std::span<const WeightedTerm> operator[](int n) const {
    return std::span(entries_).subspan(begins_[n], begins_[n + 1] - begins_[n]);
  }
  std::span<const Posting> PostingsOf(TermId term) const {
    return std::span(postings_).subspan(posting_begins_[term], posting_begins_[term + 1] - posting_begins_[term]);
  }
  // Cosine of each sentence of the group to a vector (not necessarily of unit length), ascending by term.
  std::vector<double> Products(std::span<const WeightedTerm> vector) const;
  double isf(TermId term) const { return isf_[term]; }
  // Number of terms of the vocabulary.
  int terms() const { return static_cast<int>(posting_begins_.size()) - 1; }

 private:
  void AddSentence(const AnalyzedCorpus& corpus, int32_t id);
  void Invert(size_t terms);

  std::vector<double> isf_;  // By term.
  std::vector<int32_t> ids_;
  std::vector<int32_t> begins_ = {0};
  std::vector<WeightedTerm> entries_;
  std::vector<int32_t> posting_begins_;
  std::vector<Posting> postings_;
};

}  // namespace polygist::summary
