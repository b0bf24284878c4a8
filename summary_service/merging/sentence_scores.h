// Log-likelihood ratio scores of sentence pairs of one story.
#pragma once

#include <vector>

#include "summary_service/merging/story.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

struct PairScore {
  int a = 0;  // Index into Story::sentences; a < b.
  int b = 0;
  double score = 0;  // About 0 at even odds for unrelated sentences, towards 1 for renderings.
};

// The score of every pair that shares enough to be worth asking, of different articles, by (a, b).
std::vector<PairScore> ScorePairs(const Story& story,
                                  const std::vector<std::vector<TermMatch>>& matches);

}  // namespace polygist::summary
