// How much each sentence tells: a sum of named parts.
//
// For a group of articles, x standardised as z(x) = (x - mean) / standard deviation over its candidates:
//   centrality  cosine of the sentence to the sum of all sentence vectors, over the greatest one
//               (Radev et al. 2004, Centroid-based summarization, in cosine form)
//   position    (1 + p)^-.75, p long sentences before it in its article: news tells the main things first
//   progress    z(1 - p / P), P long sentences of its article
//   quotation   z(holds a quotation mark): comment rather than event
//   bigrams     z(mean ln of how many sentences hold each of its bigrams)
//   title       z(share of the content of its article's title that it holds)
// each times its weight (score_weights.h).
#pragma once

#include <array>
#include <cstdint>
#include <span>
#include <string_view>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/analysis/sentence_vectors.h"
#include "summary_service/scoring/score_weights.h"

namespace polygist::summary {

inline constexpr std::array<std::string_view, 6> kScoreParts = {"centrality", "position", "progress",
                                                                "quotation",  "bigrams",  "title"};

struct SentenceScore {
  int64_t total_micros = 0;  // The sum of the parts.
  std::array<int64_t, kScoreParts.size()> parts_micros = {};
};

// By n, in [0, 1]: the centrality of each sentence of `vectors`.
std::vector<double> MeasureCentrality(const AnalyzedCorpus& corpus, const SentenceVectors& vectors);

// One score per sentence of `vectors`, in its order.
std::vector<SentenceScore> ScoreSentences(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                          const ScoreWeights& weights);

}  // namespace polygist::summary
