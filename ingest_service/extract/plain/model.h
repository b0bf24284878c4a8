// Gradient-boosted trees over the features of a unit (Friedman 2001), from data/plain_model.tsv.
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "absl/types/span.h"
#include "ingest_service/extract/plain/features.h"

namespace polygist::ingest {

class TreeModel {
 public:
  // Reads the format that training/train.py writes. A line that is not understood ends the model
  // there.
  static TreeModel Parse(std::string_view tsv);

  // Log-odds that the unit is body: above 0 means more likely than not. Sums in the order of the
  // trees, so the same on every machine.
  double LogOdds(const FeatureRow& row) const;
  // The same for several rows, faster.
  std::vector<double> LogOdds(absl::Span<const FeatureRow> rows) const;

  size_t tree_count() const { return roots_.size(); }

 private:
  struct Node {
    int32_t feature = -1;  // -1: a leaf.
    float value = 0;       // Threshold, or the leaf's log-odds.
    int32_t left = 0;      // Taken when the feature is smaller. Index into nodes_.
    int32_t right = 0;
  };

  std::vector<Node> nodes_;
  std::vector<int32_t> roots_;
};

// The model of this program. Parsed once; thread-safe.
const TreeModel& FurnitureModel();

}  // namespace polygist::ingest
