// How many others say what a sentence says.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {

// What a sentence gains that nine other texts say, in what its own bigrams are worth: added to all alike, support would
// choose the shortest sentences.
inline constexpr double kSupport = 2;

// By n: ln(1 + k) / ln 10, k the texts besides its own that hold a sentence linked to it, each by how surely its
// strongest link is one: not at all at even odds, wholly from a strength of 800 on.
//   texts: by n, a number below the number of sentences: its article, copies and translations of one text as one.
//   links: over n, of even odds and more.
std::vector<double> MeasureSupport(std::span<const int32_t> texts, std::span<const SentenceLink> links);

}  // namespace polygist::summary
