// From pairs of values that conflict to disagreements: every value of one thing, with its place.
#pragma once

#include <cstddef>
#include <optional>
#include <span>
#include <utility>
#include <vector>

#include "summary_service/merging/date_values.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/story.h"
#include "summary_service/summary/disagreement.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Quantities, counted from 0, that are of one thing. Of a long story that gives thousands of values of one thing there
// are hundreds of thousands of pairs, of which nothing is kept.
class ConflictGroups {
 public:
  explicit ConflictGroups(size_t quantities);

  // The two are of one thing and give the same value.
  void Agree(int a, int b);
  // The two are of one thing and differ. `same_statement`: their sentences say the same but for the values.
  void Differ(int a, int b, DisagreementKind kind, bool same_statement = true);

  // One disagreement for all conflicts that share a quantity, with all values that agree with one of them, in reading
  // order. It is of the first of the kinds of its conflicts, and of one statement when all are.
  std::vector<Disagreement> Find(std::span<const SourceArticle> articles, const Story& story,
                                 const std::vector<Quantity>& quantities);

 private:
  // What the conflicts of a quantity with later ones are.
  struct Conflicts {
    std::optional<DisagreementKind> kind;
    bool same_statement = true;

    void Add(DisagreementKind one, bool is_same_statement);
  };

  // The first quantity of the thing.
  int ThingOf(int quantity);

  std::vector<int> root_;             // By quantity: disjoint sets, each named by its first member.
  std::vector<Conflicts> conflicts_;  // By quantity.
};

// One disagreement for all of `rivals`, indices into `dates`, that share a date. Values are year, month and day:
// 20310304, of a year 20310000.
std::vector<Disagreement> GroupDates(const Story& story, const std::vector<DateValue>& dates,
                                     const std::vector<std::pair<int, int>>& rivals);

}  // namespace polygist::summary
