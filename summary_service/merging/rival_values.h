// Pairs of values that two articles may give for one and the same thing: "31 people were injured", "34 hurt".
//
// Words alone seldom tell that two counts are of one thing, since each article has its own for it. What does tell: the
// two values are alike, each article gives only its own of them, and no other value of either article fits better.
#pragma once

#include <utility>
#include <vector>

#include "summary_service/merging/counted_things.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/sentence_scores.h"
#include "summary_service/merging/story.h"
#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {

struct RivalValues {
  int a = 0;  // Indices into the quantities; a < b.
  int b = 0;
  bool same_noun = false;  // The counted words may be one.
  bool in_short = false;   // One of the articles is too short to show what else it would count.
  bool weak = false;       // Too likely alike by chance to be sure by themselves: for value_majorities.h.
};

// Of different articles, of one measure, unlike values of which the greater is at most half as much again. Neither
// article gives the other's value. None of a measure that the story has hundreds of values of. Weak are small counts,
// without a common noun also greater ones, measures other than counts and money, and values of articles full of them,
// where some are alike by chance.
std::vector<RivalValues> FindRivals(const Story& story, const CountedThings& things,
                                    const std::vector<Quantity>& quantities);

// What it takes to ask how well the sentences would fit each other if the values were equal, in the same order.
std::vector<AssumedMatch> IfRivalsWereEqual(const std::vector<RivalValues>& rivals,
                                            const std::vector<Quantity>& quantities);

// By rival: whether a value of it fits one of another thing nearly as well or better. That two values are of different
// things is known where one article gives both. `strengths_permille`: of the links under IfRivalsWereEqual, in that
// order.
std::vector<bool> AreDoubtful(const Story& story, const std::vector<Quantity>& quantities,
                              const std::vector<RivalValues>& rivals, const std::vector<int>& strengths_permille);

// Those neither weak nor doubtful that are surely values of one thing: each is the other's best rival in its article,
// and the sentences would be linked if the values were equal; in short articles they must not be linked without that:
// "12 were killed in the storm" and "15 were hurt in the storm" are. `strengths_permille`: of the links under
// IfRivalsWereEqual, in that order; `links`: those to be trusted, by (a, b). `caution_permille`: how much stronger than
// usual the links must be.
std::vector<std::pair<int, int>> SureRivals(const Story& story, const std::vector<Quantity>& quantities,
                                            const std::vector<RivalValues>& rivals,
                                            const std::vector<int>& strengths_permille,
                                            const std::vector<bool>& doubtful, const std::vector<SentenceLink>& links,
                                            int caution_permille = 0);

}  // namespace polygist::summary
