// Chooses the sentences of a summary: much score, little repetition, within the budget.
//
// Greedy by maximal marginal relevance (Carbonell and Goldstein 1998): the next sentence is the one that
// maximises  novelty · score - (1 - novelty) · max similarity to a chosen sentence,  among those that fit.
// Sentences of a later Tier are looked at only when none of the earlier ones fits an empty summary.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/analysis/sentence_vectors.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

struct SelectionInput {
  const AnalyzedCorpus& corpus;
  const SentenceVectors& vectors;           // Of the sentences to choose from; n counts these.
  std::span<const int64_t> scores_micros;   // By n.
  std::span<const SentenceLink> links;      // Over corpus.sentences: sentences that say the same.
  std::span<const Budget> budgets;          // Shortest first.
  std::span<const int32_t> must_include;    // n, in order of preference.
  std::span<const int32_t> must_exclude;    // n
  std::span<const int32_t> told;            // n: neither chosen nor worth repeating.
};

struct ChosenSentence {
  int32_t n = 0;
  int first_budget = 0;  // Index of the shortest budget whose summary holds it.
};

// In the order of choice. Empty when nothing fits. Equal values prefer the earlier sentence.
// Requires: scores_micros.size() == vectors.size().
std::vector<ChosenSentence> SelectSentences(const SelectionInput& input);

}  // namespace polygist::summary
