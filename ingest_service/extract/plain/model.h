// Gradient-boosted trees over the features of a unit (Friedman 2001), from data/plain_model.tsv and
// data/plain_context_model.tsv.
#pragma once

#include <array>
#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/types/span.h"

namespace polygist::ingest {

class TreeModel {
 public:
  // Reads the format that training/train.py writes, over `feature_count` features. A tree that is not understood ends
  // the model before it.
  static TreeModel Parse(std::string_view tsv, size_t feature_count);

  // For each row of `feature_count` values, which stand one after the other: the log-odds that the unit is body, above 0
  // where that is more likely than not. Sums in the order of the trees, so the same on every machine.
  std::vector<double> LogOdds(absl::Span<const float> rows) const;

  size_t tree_count() const { return roots_.size(); }

 private:
  // Nodes: feature or -1, value, left, right.
  void Add(const std::vector<std::array<double, 4>>& tree);

  // The children stand side by side, and a leaf is its own child, so that every row takes the same number of steps
  // without a branch.
  struct Node {
    int32_t feature = 0;
    float value = 0;     // Threshold: the first child is taken below it. Infinite in a leaf.
    int32_t child = 0;   // Index of the first child into nodes_.
    float log_odds = 0;  // Of a leaf.
  };

  size_t feature_count_ = 1;
  std::vector<Node> nodes_;
  std::vector<int32_t> roots_;
  int depth_ = 0;  // Of the deepest tree.
};

// The models of this program, over LineFeatureTable and ContextTable. Parsed once; thread-safe.
const TreeModel& LineModel();
const TreeModel& ContextModel();

}  // namespace polygist::ingest
