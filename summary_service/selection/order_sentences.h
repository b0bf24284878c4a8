// The order in which a reader gets the chosen sentences.
#pragma once

#include <optional>
#include <span>
#include <vector>

#include "absl/time/time.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

struct SentenceToOrder {
  SentenceRef ref;
  int64_t score_micros = 0;
};

// Indices into `sentences` in reading order. Sentences of one article stay together, as they stand there, so that
// what refers back finds its noun. Articles follow each other by time when every one of them has one;
// otherwise by their best sentence, the most important one first. Ties: by article.
// `times`: by article of the request.
std::vector<int> OrderSentences(std::span<const SentenceToOrder> sentences,
                                std::span<const std::optional<absl::Time>> times);

}  // namespace polygist::summary
