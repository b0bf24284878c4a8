// Log-likelihood ratio scores of sentence pairs of one story.
#pragma once

#include <span>
#include <vector>

#include "summary_service/merging/pair_score.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/term_evidence.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

// Two terms that are taken to match in one pair of sentences, whatever they are.
struct AssumedMatch {
  int a = 0;  // Index into Story::sentences; a < b.
  int b = 0;
  int term_a = 0;  // Index into Story::terms, of a term that the sentence has.
  int term_b = 0;
};

struct PairScores {
  // In the order of the candidates.
  std::vector<PairScore> pairs;
  std::vector<PairScore> assumed;  // In the order of the assumptions: the score under each of them.
};

// `candidates`: CandidatePairs of the evidence; all are of one story.
PairScores ScorePairs(const Story& story, const TermMatches& matches, const TermEvidence& evidence,
                      std::vector<PairScore> candidates, std::span<const AssumedMatch> assumed = {});

}  // namespace polygist::summary
