// Judges blocks with gradient-boosted trees trained on labelled pages (training/train_blocks.py).
#pragma once

#include <cstdint>
#include <string_view>
#include <vector>

#include "ingest_service/extract/block_features.h"

namespace polygist::ingest {

// A sum of regression trees through the logistic function (Friedman 2001).
class BlockClassifier {
 public:
  // Reads a model in the text form of data/block_model.tsv: first "base<TAB>log-odds", then one line per
  // node, "tree<TAB>node<TAB>feature<TAB>threshold<TAB>less<TAB>not_less" for a split (children are nodes of the
  // same tree) or "tree<TAB>node<TAB>leaf<TAB>value". Nodes are numbered from 0 within their tree, in order.
  explicit BlockClassifier(std::string_view model);

  // The model that was trained for this version of the features.
  static const BlockClassifier& Default();

  // By block: the probability that it belongs to the article. Empty when the model does not fit the features.
  std::vector<float> Judge(const FeatureTable& features) const;

 private:
  struct Node {
    int32_t feature = -1;  // -1 for a leaf.
    float value = 0;       // Threshold or leaf value.
    int32_t less = 0;      // Children, as indices into nodes_.
    int32_t not_less = 0;
  };

  float Score(const float* row) const;

  std::vector<Node> nodes_;
  std::vector<int32_t> roots_;
  float base_ = 0;
  int32_t width_ = 0;  // Features needed.
};

}  // namespace polygist::ingest
