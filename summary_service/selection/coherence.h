// Sentences that say too little without the one beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// The sentence that `n` needs beside it in a summary: the one before it in its article when it opens with a
// pronoun or a connective, leaves its speaker to a pronoun, or closes a quotation that began there, the one after it when it opens a quotation that
// ends there. Nothing when it stands alone, or there is none.
std::optional<int32_t> CompanionOf(std::span<const AnalyzedSentence> sentences, int32_t n);

// Whether the companion of `n` is missing. `chosen`: by n.
bool Dangles(std::span<const AnalyzedSentence> sentences, int32_t n, const std::vector<bool>& chosen);

// What is wrong with a sentence that dangles.
SentenceFlag FlagOf(const AnalyzedSentence& sentence);

}  // namespace polygist::summary
