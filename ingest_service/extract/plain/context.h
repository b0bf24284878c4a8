// What the second model is told about each unit: what the first model thinks of it, of its neighbours and of the text
// as a whole (stacked generalization, Wolpert 1992; over a sequence: Cohen and Carvalho 2005). An article is one
// stretch of text with islands in it; what the first model doubts is mostly told by where it stands to that stretch.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "absl/types/span.h"
#include "ingest_service/extract/plain/features.h"
#include "ingest_service/extract/plain/pieces.h"

namespace polygist::ingest {

inline constexpr int kContextFeatureCount = kOwnFeatureCount + 50;
using ContextRow = std::array<float, kContextFeatureCount>;

// Computed once for the text and handed out row by row, as LineFeatureTable, whose units these are.
class ContextTable {
 public:
  // `log_odds`: of being body, of every unit of `lines`, which was made of `pieces` and outlives this.
  ContextTable(const std::vector<Piece>& pieces, const LineFeatureTable& lines, absl::Span<const double> log_odds);

  size_t size() const { return units_.size(); }
  ContextRow Row(size_t i) const;

 private:
  struct UnitFacts {
    double log_odds = 0;     // Clipped.
    double weight = 0;       // Words, of long units not all.
    double best_before = 0;  // The highest log-odds of the units before.
    double best_after = 0;
    int64_t body_before = -1;  // The nearest unit before that surely is body.
    int64_t body_after = -1;
    float core_share = -1;       // Of its long words, in other units that rather are body; -1 without any.
    float rare_core_share = -1;  // The same, of words that come there once to three times.
    float near_share = -1;       // The same, in the two units before and behind, whatever they are.
    float furniture_share = -1;  // The same, in other units that rather are furniture.
  };

  // Sums over units [0, i).
  struct Sums {
    double weight = 0;
    double votes = 0;  // Weight times log-odds.
    double body = 0;   // Weight of units that rather are body.
    double furniture = 0;
  };

  void CollectUnits(const LineFeatureTable& lines, absl::Span<const double> log_odds);
  void LookBothWays();
  void FindStretch();
  void CompareWords(const std::vector<Piece>& pieces);
  void AddNeighbours(size_t i, ContextRow* row, size_t* at) const;
  void AddSides(size_t i, ContextRow* row, size_t* at) const;
  void AddStretch(size_t i, ContextRow* row, size_t* at) const;
  void AddGaps(size_t i, ContextRow* row, size_t* at) const;

  const LineFeatureTable* lines_;
  std::vector<UnitFacts> units_;
  std::vector<Sums> sums_;
  size_t stretch_begin_ = 0;  // The units with the largest sum of votes.
  size_t stretch_end_ = 0;
};

}  // namespace polygist::ingest
