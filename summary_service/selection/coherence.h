// Sentences that say too little without those beside them.
#pragma once

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// What a sentence lacks in a summary.
struct Lack {
  SentenceFlag flag = SentenceFlag::kOpenQuote;
  int32_t companion = 0;  // The sentence beside it in its article that would help.
};

// What sentence n lacks first; nothing when it stands alone, or has no neighbour in its article that would help.
// `chosen`: by n, the sentences of the summary.
//   A demonstrative needs the sentence before it.
//   A pronoun, a speaker who is one, or a connective needs any sentence before it in its article: read by eye in
//   English, French and Indonesian, four of five such sentences were well without the very one before. A quotation
//   needs the sentences that hold the rest of it.
std::optional<Lack> LackOf(std::span<const AnalyzedSentence> sentences, int32_t n, const std::vector<bool>& chosen);

// The same when whatever refers back needs the very sentence before it: without a lack n reads well for sure, so this
// is worth mending but not worth telling.
std::optional<Lack> PossibleLackOf(std::span<const AnalyzedSentence> sentences, int32_t n,
                                   const std::vector<bool>& chosen);

}  // namespace polygist::summary
