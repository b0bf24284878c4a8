// From pairs of values that conflict to disagreements: every value of one thing, with its place.
#pragma once

#include <span>
#include <utility>
#include <vector>

#include "summary_service/merging/date_values.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/story.h"
#include "summary_service/summary/disagreement.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Two quantities of one thing that differ. a and b are indices into the quantities.
struct ValueConflict {
  int a = 0;
  int b = 0;
  DisagreementKind kind;
  bool same_statement = true;  // Their sentences say the same but for the values.
};

// One disagreement for all conflicts that share a quantity, with all values that agree with one of them, in reading
// order. It is of the first of the kinds of its conflicts, and of one statement when all are.
std::vector<Disagreement> GroupConflicts(std::span<const SourceArticle> articles, const Story& story,
                                         const std::vector<Quantity>& quantities,
                                         const std::vector<ValueConflict>& conflicts,
                                         const std::vector<std::pair<int, int>>& agreements);

// One disagreement for all of `rivals`, indices into `dates`, that share a date. Values are year, month and day:
// 20310304, of a year 20310000.
std::vector<Disagreement> GroupDates(const Story& story, const std::vector<DateValue>& dates,
                                     const std::vector<std::pair<int, int>>& rivals);

}  // namespace polygist::summary
