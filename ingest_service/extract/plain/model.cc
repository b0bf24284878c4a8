#include "ingest_service/extract/plain/model.h"

#include <algorithm>
#include <array>
#include <charconv>
#include <limits>
#include <optional>
#include <utility>

#include "ingest_service/extract/plain/context.h"
#include "ingest_service/extract/plain/features.h"
#include "plain_data.h"

namespace polygist::ingest {
namespace {

std::string_view TakeLine(std::string_view* rest) {
  const size_t end = rest->find('\n');
  const std::string_view line = rest->substr(0, end);
  rest->remove_prefix(end == std::string_view::npos ? rest->size() : end + 1);
  return line;
}

// The four numbers of a node.
std::optional<std::array<double, 4>> ParseNode(std::string_view line) {
  std::array<double, 4> numbers{};
  const char* at = line.data();
  const char* end = line.data() + line.size();
  for (double& number : numbers) {
    const auto [next, error] = std::from_chars(at, end, number);
    if (error != std::errc()) return std::nullopt;
    at = next == end ? next : next + 1;
  }
  return numbers;
}

using TreeNodes = std::vector<std::array<double, 4>>;  // Feature or -1, value, left, right.

TreeNodes TakeTree(std::string_view* tsv, size_t feature_count) {
  TreeNodes nodes;
  while (!tsv->empty() && !tsv->starts_with("tree")) {
    const auto numbers = ParseNode(TakeLine(tsv));
    if (!numbers || (*numbers)[0] >= static_cast<double>(feature_count)) return {};
    nodes.push_back(*numbers);
  }
  const auto size = static_cast<double>(nodes.size());
  const bool sound = std::all_of(nodes.begin(), nodes.end(), [size](const auto& node) {
    return node[0] < 0 || (node[2] > 0 && node[2] < size && node[3] > 0 && node[3] < size);
  });
  return sound ? nodes : TreeNodes();
}

}  // namespace

// Lays the tree out level by level.
void TreeModel::Add(const std::vector<std::array<double, 4>>& tree) {
  const auto root = static_cast<int32_t>(nodes_.size());
  roots_.push_back(root);
  std::vector<size_t> level = {0};
  nodes_.resize(nodes_.size() + 1);
  int32_t at = root;
  for (int depth = 0; !level.empty() && nodes_.size() <= static_cast<size_t>(root) + 2 * tree.size(); ++depth) {
    std::vector<size_t> next;
    for (const size_t index : level) {
      const auto& [feature, value, left, right] = tree[index];
      Node& node = nodes_[static_cast<size_t>(at)];
      if (feature < 0) {
        node = {0, std::numeric_limits<float>::infinity(), at, static_cast<float>(value)};
      } else {
        node = {static_cast<int32_t>(feature), static_cast<float>(value), static_cast<int32_t>(nodes_.size()) , 0};
        nodes_.resize(nodes_.size() + 2);
        next.push_back(static_cast<size_t>(left));
        next.push_back(static_cast<size_t>(right));
      }
      ++at;
    }
    level = std::move(next);
    depth_ = std::max(depth_, depth);
  }
}

TreeModel TreeModel::Parse(std::string_view tsv, size_t feature_count) {
  TreeModel model;
  model.feature_count_ = feature_count;
  while (tsv.starts_with('#')) TakeLine(&tsv);
  while (tsv.starts_with("tree")) {
    TakeLine(&tsv);
    const TreeNodes tree = TakeTree(&tsv, feature_count);
    if (tree.empty()) break;
    model.Add(tree);
  }
  return model;
}

// Tree by tree, so that each stays in the cache while all rows pass it.
std::vector<double> TreeModel::LogOdds(absl::Span<const float> rows) const {
  std::vector<double> sums(rows.size() / feature_count_, 0.0);
  for (const int32_t root : roots_) {
    for (size_t i = 0; i < sums.size(); ++i) {
      const float* row = &rows[i * feature_count_];
      int32_t at = root;
      for (int step = 0; step < depth_; ++step) {
        const Node& node = nodes_[static_cast<size_t>(at)];
        at = node.child + static_cast<int32_t>(!(row[node.feature] < node.value));
      }
      sums[i] += static_cast<double>(nodes_[static_cast<size_t>(at)].log_odds);
    }
  }
  return sums;
}

const TreeModel& LineModel() {
  static const auto& model = *new TreeModel(TreeModel::Parse(data::kPlainModel, kFeatureCount));
  return model;
}

const TreeModel& ContextModel() {
  static const auto& model = *new TreeModel(TreeModel::Parse(data::kPlainContextModel, kContextFeatureCount));
  return model;
}

}  // namespace polygist::ingest
