// One summary: a group of articles, measured, scored and chosen from. The only file that knows the order of the
// stages.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/analysis/bigram_index.h"
#include "summary_service/analysis/sentence_vectors.h"
#include "summary_service/lexicon/keys.h"
#include "summary_service/pipeline/choose_articles.h"
#include "summary_service/scoring/score_sentences.h"
#include "summary_service/selection/select_sentences.h"
#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {

// What a request gives to each of its summaries. The referred values outlive the engine.
struct RequestView {
  std::span<const SourceArticle> articles;
  const SummaryOptions& options;
  const AnalyzedCorpus& corpus;               // Of all articles.
  std::span<const SentenceLink> links;        // Over corpus.sentences: who says the same.
  std::span<const SentenceLink> repetitions;  // The same, by how much the one repeats of the other.
  std::span<const int> origins;               // By article: the first one with the same origin.
  const ScoreWeights& weights;
  std::span<const double> query_matches = {};  // By sentence of the corpus: query_matches.h. Empty without a question.
};

class GroupEngine {
 public:
  GroupEngine(const RequestView& request, ArticleGroup group);

  Summary Summarize() const;

  const SentenceVectors& vectors() const { return vectors_; }
  const BigramIndex& bigrams() const { return bigrams_; }
  const SelectionInput& input() const { return input_; }
  const SentenceScorer& scorer() const { return *scorer_; }
  const std::vector<ChosenSentence>& chosen() const { return chosen_; }
  // The sentence that a reader gets for a chosen one: itself, or the same in a language that the reader has.
  int32_t ShownFor(int32_t n) const { return shown_[n]; }
  // What SummarySentence::score_micros is measured against.
  double expected_bigrams() const { return expected_; }
  // Place of sentence n among those of its tier that may be chosen, by score, from 1.
  int RankOf(int32_t n) const;
  // The sentence's place in `input`; nothing when its article is in no part of the group.
  std::optional<int32_t> Find(SentenceRef ref) const;

 private:
  std::vector<SentenceLink> InGroup(std::span<const SentenceLink> links) const;
  bool IsTranslation(int article) const;
  void CloseSentences();
  void FocusOnQuestion();
  SummarySentence Describe(const ChosenSentence& chosen) const;
  SummarySentence DescribeShown(const ChosenSentence& chosen) const;
  void ShowInReadersLanguages();
  void HoldForeignBack();
  // By n: numbers, dates and places of sentences with sure links.
  std::vector<std::vector<Key>> KeysOfLinked() const;
  void AddSupport(int32_t n, SummarySentence& sentence) const;
  void AddExcerpt(Summary& summary) const;
  void AddWarnings(Summary& summary) const;
  void Order(Summary& summary) const;

  const RequestView request_;
  const ArticleGroup group_;
  const std::vector<int> articles_;  // Fresh and known ones, ascending.
  const TermStatistics statistics_;
  const SentenceVectors vectors_;
  const BigramIndex bigrams_;
  const Weights weights_;
  std::vector<AnalyzedSentence> sentences_;  // By n.
  std::vector<int32_t> texts_;               // By n: its article, the first of copies.
  std::vector<int32_t> place_;               // By index into corpus.sentences: n, or -1.
  std::vector<SentenceLink> links_;          // Over n.
  std::vector<SentenceLink> repetitions_;    // Over n.
  std::vector<int32_t> must_include_;
  std::vector<double> focus_;
  std::optional<SentenceScorer> scorer_;
  SelectionInput input_;
  std::vector<double> priors_;  // By n, less what is in none of the reader's languages.
  double expected_ = 1;
  std::vector<int64_t> totals_;
  std::vector<int32_t> shown_;              // By n: the sentence that a reader gets for it.
  std::vector<AnalyzedSentence> as_shown_;  // By n, with the length of the one shown; empty when all are themselves.
  std::vector<Budget> budgets_;             // Those of the request, a ratio of the sentences themselves.
  std::vector<ChosenSentence> chosen_;
};

}  // namespace polygist::summary
