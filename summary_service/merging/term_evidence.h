// What the terms of a story say for and against a pair of sentences: numbers and names that few sentences have say
// much, words that the whole story shares say little.
#pragma once

#include <cstddef>
#include <span>
#include <utility>
#include <vector>

#include "summary_service/merging/rows.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

// Nats that a term of a sentence adds to the log-likelihood ratio of "the other sentence renders this one" against
// chance (Dunning 1993). p is the chance that some sentence of this story in the other's language matches the term, r
// the chance that a true rendering does; p < r. align_sentences.h says how they add up.
struct TermWeight {
  double up = 0;  // If the other sentence matches the term: ln(r / p). Range [0, 6.5].
  double dn = 0;  // If it does not: ln((1 - r) / (1 - p)). Below 0.
};

// Whether a rendering in `language`, an index into Story::languages, could be expected to show the word.
bool IsKnown(const StoryTerm& term, int language);

// The evidence of every term against every language, and which sentences have which terms. Sentences, terms and
// languages are indices into the lists of the story.
class TermEvidence {
 public:
  // `matches`: MatchTerms of the story.
  TermEvidence(const Story& story, const TermMatches& matches);

  size_t SentenceCount() const { return languages_.size(); }
  size_t LanguageCount() const { return language_count_; }
  int ArticleOf(int sentence) const { return articles_[static_cast<size_t>(sentence)]; }
  int LanguageOf(int sentence) const { return languages_[static_cast<size_t>(sentence)]; }
  // Distinct, in reading order.
  std::span<const int> TermsOf(int sentence) const { return terms_of_[static_cast<size_t>(sentence)]; }
  // Ascending.
  std::span<const int> SentencesOf(int term) const { return sentences_of_[static_cast<size_t>(term)]; }
  // By place in TermsOf: how much the term counts beside the one before it (word_runs.h).
  std::span<const float> SharesOf(int sentence) const { return shares_[static_cast<size_t>(sentence)]; }
  // Of a term of a sentence by its place there, against sentences of a language, beside the terms before it.
  TermWeight At(int sentence, size_t place, int language) const {
    const TermWeight alone = Of(TermsOf(sentence)[place], language);
    const double share = SharesOf(sentence)[place];
    return {share * alone.up, share * alone.dn};
  }
  // Of a term by itself.
  TermWeight Of(int term, int language) const {
    const auto& [up, dn] = evidence_[static_cast<size_t>(term) * language_count_ + static_cast<size_t>(language)];
    return {up, dn};
  }

 private:
  void ReadSentences(const Story& story);
  void WeighTerms(const Story& story, const TermMatches& matches);

  size_t language_count_;
  std::vector<int> articles_, languages_;  // By sentence; what is asked most lies side by side.
  Rows<int> terms_of_;
  Rows<int> sentences_of_;
  Rows<float> shares_;                             // By sentence and place.
  std::vector<std::pair<float, float>> evidence_;  // By term and language: up and dn. As floats they are half as large.
};

// Sums of the evidence of the terms of sentences.
class EvidenceSums {
 public:
  // `evidence` must outlive it.
  explicit EvidenceSums(const TermEvidence& evidence);

  // Of all terms of the sentence against the language.
  const TermWeight& Total(int sentence, int language) const {
    return totals_[static_cast<size_t>(sentence) * evidence_.LanguageCount() + static_cast<size_t>(language)];
  }
  // [n]: of its first n terms; one more than there are terms.
  std::vector<TermWeight> OfFirst(int sentence, int language) const;

 private:
  const TermEvidence& evidence_;
  std::vector<TermWeight> totals_;  // By sentence and language.
};

}  // namespace polygist::summary
