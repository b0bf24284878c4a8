#include "ingest_service/extract/block_classifier.h"

#include <algorithm>
#include <charconv>
#include <cmath>

#include "extract_html_data.h"

namespace polygist::ingest {
namespace {

std::vector<std::string_view> SplitTabs(std::string_view line) {
  std::vector<std::string_view> fields;
  while (true) {
    const size_t tab = line.find('\t');
    fields.push_back(line.substr(0, tab));
    if (tab == std::string_view::npos) return fields;
    line.remove_prefix(tab + 1);
  }
}

template <typename Number>
Number Parse(std::string_view text) {
  Number value{};
  std::from_chars(text.data(), text.data() + text.size(), value);
  return value;
}

}  // namespace

BlockClassifier::BlockClassifier(std::string_view model) {
  while (!model.empty()) {
    const std::string_view line = model.substr(0, model.find('\n'));
    model.remove_prefix(std::min(model.size(), line.size() + 1));
    if (line.empty() || line.starts_with('#')) continue;
    const auto fields = SplitTabs(line);
    if (fields[0] == "base") {
      base_ = Parse<float>(fields[1]);
      continue;
    }
    if (fields[1] == "0") roots_.push_back(static_cast<int32_t>(nodes_.size()));
    Node node;
    if (fields[2] == "leaf") {
      node.value = Parse<float>(fields[3]);
    } else {
      node = {Parse<int32_t>(fields[2]), Parse<float>(fields[3]), roots_.back() + Parse<int32_t>(fields[4]),
              roots_.back() + Parse<int32_t>(fields[5])};
      width_ = std::max(width_, node.feature + 1);
    }
    nodes_.push_back(node);
  }
}

const BlockClassifier& BlockClassifier::Default() {
  static const BlockClassifier& classifier = *new BlockClassifier(data::kBlockModel);
  return classifier;
}

float BlockClassifier::Score(const float* row) const {
  float score = base_;
  for (int32_t at : roots_) {
    while (nodes_[static_cast<size_t>(at)].feature >= 0) {
      const Node& node = nodes_[static_cast<size_t>(at)];
      at = row[node.feature] < node.value ? node.less : node.not_less;
    }
    score += nodes_[static_cast<size_t>(at)].value;
  }
  return score;
}

std::vector<float> BlockClassifier::Judge(const FeatureTable& features) const {
  std::vector<float> probabilities;
  if (features.width == 0 || features.width < static_cast<size_t>(width_) || roots_.empty()) return probabilities;
  const size_t blocks = features.values.size() / features.width;
  probabilities.reserve(blocks);
  for (size_t b = 0; b < blocks; ++b) probabilities.push_back(1.0f / (1.0f + std::exp(-Score(features.row(b)))));
  return probabilities;
}

}  // namespace polygist::ingest
