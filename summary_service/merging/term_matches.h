// Which terms of a story may mean the same, and how surely.
#pragma once

#include "summary_service/merging/match_rows.h"
#include "summary_service/merging/story.h"

namespace polygist::summary {

// matches[t]: ascending by term, symmetric; t itself is among them with 1. The strength, at least .02, is the
// highest of a shared key (KeyMatch), a shared stem, a dictionary (product of both sides, times .8
// when both sides reach English from elsewhere), a cognate (.35 + .65 * Dice of the character
// trigrams of the Latin forms, from Dice .45), or a name spelled in two scripts (.45 to .85, by how
// likely it is one: lexicon/transliteration.h).
TermMatches MatchTerms(const Story& story);

// The same for those who do not need Story::concepts any more: they go before the matches come, which saves memory.
TermMatches MatchAndDropConcepts(Story* story);

}  // namespace polygist::summary
