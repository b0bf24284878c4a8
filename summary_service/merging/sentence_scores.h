// Log-likelihood ratio scores of sentence pairs of one story.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/merging/candidate_pairs.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/term_evidence.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

// In sixteen bytes, since a long story has a hundred thousand.
struct PairScore {
  int a = 0;  // Index into Story::sentences; a < b.
  int b = 0;
  float score = 0;                    // About 0 at even odds for unrelated sentences, towards 1 for renderings.
  uint32_t held_a_permille : 15 = 0;  // 0 to 1000: how much of a is in b, by evidence.
  uint32_t held_b_permille : 15 = 0;  // How much of b is in a.
  // Names are what they share, and the rest does not fit: two things told of one company.
  uint32_t names_alone : 1 = 0;
};

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
                      std::span<const SentencePair> candidates, std::span<const AssumedMatch> assumed = {});

}  // namespace polygist::summary
