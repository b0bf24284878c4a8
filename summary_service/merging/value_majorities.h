// The value of one article against the one that several others agree on: "79 countries" beside five articles with "84".
//
// Two values that are alike may be of two things by chance. That a value fits each of several articles that agree with
// each other, and no other value of its article fits them better, is none.
#pragma once

#include <utility>
#include <vector>

#include "summary_service/merging/counted_things.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/rival_values.h"
#include "summary_service/merging/story.h"
#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {

// Of `rivals` those between a value and a majority: equal quantities of two articles and more whose sentences are
// linked. The value is the one of its article that fits them best, they are the majority that it fits best, and the
// links that there would be if the values were equal are strong in the mean. `strengths_permille`: of the links under
// IfRivalsWereEqual, in that order; `links`: those to be trusted, by (a, b). Pairs (i < j), ascending.
std::vector<std::pair<int, int>> AgainstMajorities(const Story& story, const CountedThings& things,
                                                   const std::vector<Quantity>& quantities,
                                                   const std::vector<RivalValues>& rivals,
                                                   const std::vector<int>& strengths_permille,
                                                   const std::vector<SentenceLink>& links);

}  // namespace polygist::summary
