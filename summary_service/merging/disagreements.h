// Numbers, amounts and dates on which sources differ about the same thing.
//
// Two quantities are compared only when something ties them: they count the same noun, and their sentences are linked
// or would be if the numbers were equal; or each article has a single count of a noun that is central to one or both of
// them, and the two sentences would be linked if the numbers were equal, or one is linked to a sentence about the same
// things without the count ("the 16 artists say X", "the artists say X ... 14 artists"). What one article gives both
// values for is of different things. Amounts with a unit need the link and a single such amount in each sentence.
// Dates differ where the sentences would be linked if they were equal. Values that only their likeness ties:
// rival_values.h.
// Never a verdict: every value is reported with its place, also where the same count of the same noun stands alone.
#pragma once

#include <span>
#include <vector>

#include "summary_service/merging/counted_things.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/quantity_ties.h"
#include "summary_service/merging/story.h"
#include "summary_service/summary/disagreement.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Precision first: what is not surely about the same thing is left out. Pure and deterministic.
std::vector<Disagreement> FindDisagreements(std::span<const SourceArticle> articles, const Story& story,
                                            const std::vector<Quantity>& quantities, const CountedThings& things,
                                            const QuantityTies& ties);

}  // namespace polygist::summary
