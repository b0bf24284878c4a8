// Words that come as one: "Nusa Bahari Line" is one piece of evidence, not three.
#pragma once

#include "summary_service/merging/rows.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

// By sentence and place in `terms_of`: how much the term counts beside the one before it, in (0, 1]. 1 less the Jaccard
// coefficient of the other sentences that have either, in whatever language, as if kDoubt more had only one of them:
// what is always said together is known from its first word.
//   terms_of: by sentence: its distinct terms, in reading order.
//   sentences_of: by term: the sentences that have it, ascending.
//   matches: MatchTerms of the story.
Rows<float> SharesInRuns(const Rows<int>& terms_of, const Rows<int>& sentences_of, const TermMatches& matches);

}  // namespace polygist::summary
