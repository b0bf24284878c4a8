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

  // For each row of `feature_count` values, which stand one after the other: the log-odds that the unit is body, above
  // 0 where that is more likely than not. Sums in the order of the trees, so the same on every machine.
  std::vector<double> LogOdds(absl::Span<const float> rows) const;

  size_t tree_count() const { return tree_count_; }

 private:
  // All trees are complete, of one depth, and laid out as heaps are: the children of split i are 2 i + 1 and 2 i + 2.
  // So every row takes the same steps through every tree, without a branch.
  struct Split {
    int32_t feature = 0;
    float below = 0;  // The first child is taken below it.
  };
  using Tree = std::vector<std::array<double, 4>>;  // Nodes: feature or -1, value, left, right.

  void Add(const Tree& tree);
  // Lays out the part of `tree` from `node` on at `slot` of the heap; a leaf above the last level fills all below it.
  void Lay(const Tree& tree, size_t node, size_t slot, absl::Span<Split> splits, absl::Span<float> leaves) const;
  size_t SplitsOfTree() const { return (size_t{1} << depth_) - 1; }

  size_t feature_count_ = 1;
  int depth_ = 0;  // Of the deepest tree.
  size_t tree_count_ = 0;
  std::vector<Split> splits_;
  std::vector<float> leaves_;  // Log-odds.
};

// The models of this program, over LineFeatureTable and ContextTable. Parsed once; thread-safe.
const TreeModel& LineModel();
const TreeModel& ContextModel();

}  // namespace polygist::ingest
