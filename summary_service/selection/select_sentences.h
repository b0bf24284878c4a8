// Chooses the sentences of a summary: those that together tell the most for their length, within the budget.
//
// Maximises F of Coverage: greedy, then exchanges of one sentence for those that fit in its place, as long as they
// help. A sentence that adds less than it costs is left out once the budget is well filled. Then sentences that say too
// little by themselves (coherence.h) get their companion when it fits, or give way to one that is nearly as good.
// Sentences of a later Tier are looked at only when the earlier ones leave the summary empty.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "summary_service/analysis/bigram_index.h"
#include "summary_service/analysis/sentence_vectors.h"
#include "summary_service/selection/coverage.h"
#include "summary_service/summary/sentence_link.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// n counts the sentences to choose from.
struct SelectionInput {
  std::span<const AnalyzedSentence> sentences;  // By n.
  const BigramIndex& bigrams;                   // Of the same sentences.
  const SentenceVectors& vectors;               // Of the same sentences.
  std::span<const double> values;               // By BigramId; 0 for what the reader knows.
  std::span<const double> sizes;                // By n: its length in bigrams, languages made comparable.
  std::span<const double> priors;               // By n: what speaks for a sentence as a whole; empty for nothing.
  std::span<const int32_t> articles;            // By n: its article, copies of one text as one; empty for one article.
  std::span<const SentenceLink> links;          // Over n: sentences that say the same.
  std::span<const Budget> budgets;              // Shortest first.
  std::span<const int32_t> must_include;        // n, in order of preference.
  std::vector<bool> closed;                     // By n: not to be chosen.
  std::vector<bool> known;                      // By n: the reader knows it; closed, too.
  double length = 1;                            // Times the expected number of bigrams: more favours long sentences.
  double crowding = 0;                          // What two sentences of one article cost, in the unit of values.
};

struct ChosenSentence {
  int32_t n = 0;
  int first_budget = 0;               // Index of the shortest budget whose summary holds it.
  std::optional<SentenceFlag> lacks;  // What is wrong with it beside the other chosen ones (coherence.h).
};

// What the objective is made of.
CoverageInput CoverageInputOf(const SelectionInput& input);

// How many bigrams a summary of this length holds, but at least those of three sentences: from the mean of the
// sentences that may be chosen, times input.length.
double ExpectedBigrams(const SelectionInput& input, const Budget& budget);

// In the order of choice. Empty when nothing fits. Equal values prefer the earlier sentence. The choice for each
// budget contains the choice for the one before it, and keeps within all longer budgets, too.
std::vector<ChosenSentence> SelectSentences(const SelectionInput& input);

}  // namespace polygist::summary
