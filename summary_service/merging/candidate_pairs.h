// Which pairs of sentences of a story are worth scoring: a list that grows with what sentences share, not with their
// pairs.
#pragma once

#include <vector>

#include "summary_service/merging/pair_score.h"
#include "summary_service/merging/term_evidence.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

// Pairs of sentences of different articles, ascending, not scored yet: those that share the most evidence from the side
// of the one or of the other. Each sentence proposes at most 48 partners, at most 6 of one article. `matches`:
// MatchTerms of the story. Pure and deterministic.
std::vector<PairScore> CandidatePairs(const TermEvidence& evidence, const TermMatches& matches);

}  // namespace polygist::summary
