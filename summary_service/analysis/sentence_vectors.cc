#include "summary_service/analysis/sentence_vectors.h"

#include <algorithm>
#include <cmath>

#include "absl/container/inlined_vector.h"

namespace polygist::summary {

SentenceVectors::SentenceVectors(const AnalyzedCorpus& corpus, const TermStatistics& statistics,
                                 std::span<const int> articles)
    : isf_(corpus.stop_words.size()) {
  std::vector<double> by_count(statistics.sentences + 1);  // Most terms share a few counts.
  for (size_t t = 0; t < isf_.size(); ++t) {
    const int32_t count = statistics.sentence_count[t];
    if (count == 0) continue;
    if (by_count[count] == 0) by_count[count] = std::log((statistics.sentences + 1.0) / count);
    isf_[t] = by_count[count];
  }
  entries_.reserve(corpus.terms.size());
  for (const int article : articles) {
    for (int32_t s = corpus.articles[article].sentence_begin; s < corpus.articles[article].sentence_end; ++s) {
      AddSentence(corpus, s);
    }
  }
  Invert(corpus.stop_words.size());
}

void SentenceVectors::AddSentence(const AnalyzedCorpus& corpus, int32_t id) {
  const std::span<const TermId> source = corpus.TermsOf(corpus.sentences[id]);
  constexpr size_t kUsualTerms = 48;
  absl::InlinedVector<TermId, kUsualTerms> terms(source.begin(), source.end());
  std::sort(terms.begin(), terms.end());
  double squares = 0;
  for (size_t i = 0; i < terms.size();) {
    size_t end = i;
    while (end < terms.size() && terms[end] == terms[i]) ++end;
    const double damped = end - i == 1 ? 1 : 1 + std::log(static_cast<double>(end - i));
    const double weight = damped * isf_[terms[i]];
    entries_.push_back({terms[i], weight});
    squares += weight * weight;
    i = end;
  }
  const double norm = squares > 0 ? 1 / std::sqrt(squares) : 0;
  for (size_t i = begins_.back(); i < entries_.size(); ++i) entries_[i].weight *= norm;
  ids_.push_back(id);
  begins_.push_back(static_cast<int32_t>(entries_.size()));
}

void SentenceVectors::Invert(size_t terms) {
  posting_begins_.assign(terms + 1, 0);
  for (const WeightedTerm& entry : entries_) ++posting_begins_[entry.term + 1];
  for (size_t t = 0; t < terms; ++t) posting_begins_[t + 1] += posting_begins_[t];
  postings_.resize(entries_.size());
  std::vector<int32_t> next(posting_begins_.begin(), posting_begins_.end() - 1);
  for (int n = 0; n < size(); ++n) {
    for (const WeightedTerm& entry : (*this)[n]) postings_[next[entry.term]++] = {n, entry.weight};
  }
}

std::vector<double> SentenceVectors::Products(std::span<const WeightedTerm> vector) const {
  std::vector<double> products(ids_.size());
  for (const WeightedTerm& entry : vector) {
    for (const Posting& posting : PostingsOf(entry.term)) {
      products[posting.sentence] += entry.weight * posting.weight;
    }
  }
  return products;
}

}  // namespace polygist::summary
