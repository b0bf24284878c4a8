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

// Deeper trees are not understood: each level doubles what a tree takes.
constexpr int kDeepest = 8;

int DepthOf(const TreeNodes& tree, size_t node = 0) {
  const auto& [feature, value, left, right] = tree[node];
  if (feature < 0) return 0;
  return 1 + std::max(DepthOf(tree, static_cast<size_t>(left)), DepthOf(tree, static_cast<size_t>(right)));
}

TreeNodes TakeTree(std::string_view* tsv, size_t feature_count) {
  TreeNodes nodes;
  while (!tsv->empty() && !tsv->starts_with("tree")) {
    const auto numbers = ParseNode(TakeLine(tsv));
    if (!numbers || (*numbers)[0] >= static_cast<double>(feature_count)) return {};
    nodes.push_back(*numbers);
  }
  const auto size = static_cast<double>(nodes.size());
  for (size_t i = 0; i < nodes.size(); ++i) {
    const auto& [feature, value, left, right] = nodes[i];
    const auto own = static_cast<double>(i);  // Children come after their parent: there is no way back.
    if (feature >= 0 && !(left > own && left < size && right > own && right < size)) return {};
  }
  return nodes.empty() || DepthOf(nodes) > kDeepest ? TreeNodes() : nodes;
}

}  // namespace

TreeModel TreeModel::Parse(std::string_view tsv, size_t feature_count) {
  TreeModel model;
  model.feature_count_ = feature_count;
  std::vector<TreeNodes> trees;
  while (tsv.starts_with('#')) TakeLine(&tsv);
  while (tsv.starts_with("tree")) {
    TakeLine(&tsv);
    TreeNodes tree = TakeTree(&tsv, feature_count);
    if (tree.empty()) break;
    model.depth_ = std::max(model.depth_, DepthOf(tree));
    trees.push_back(std::move(tree));
  }
  for (const TreeNodes& tree : trees) model.Add(tree);
  return model;
}

void TreeModel::Add(const Tree& tree) {
  const size_t splits = SplitsOfTree();
  splits_.resize(splits_.size() + splits);
  leaves_.resize(leaves_.size() + splits + 1);
  Lay(tree, 0, 0, absl::MakeSpan(splits_).last(splits), absl::MakeSpan(leaves_).last(splits + 1));
  ++tree_count_;
}

void TreeModel::Lay(const Tree& tree, size_t node, size_t slot, absl::Span<Split> splits,
                    absl::Span<float> leaves) const {
  const auto& [feature, value, left, right] = tree[node];
  const bool leaf = feature < 0;
  if (slot >= splits.size()) {
    leaves[slot - splits.size()] = static_cast<float>(value);
    return;
  }
  if (!leaf) splits[slot] = {static_cast<int32_t>(feature), static_cast<float>(value)};
  Lay(tree, leaf ? node : static_cast<size_t>(left), 2 * slot + 1, splits, leaves);
  Lay(tree, leaf ? node : static_cast<size_t>(right), 2 * slot + 2, splits, leaves);
}

// Tree by tree, so that each stays in the cache while all rows pass it; several rows at once, since each step of one
// waits for the step before.
std::vector<double> TreeModel::LogOdds(absl::Span<const float> rows) const {
  constexpr size_t kAtOnce = 8;
  const size_t count = rows.size() / feature_count_, splits = SplitsOfTree();
  std::vector<double> sums(count, 0.0);
  for (size_t begin = 0; begin < count; begin += kAtOnce) {
    std::array<const float*, kAtOnce> row{};
    for (size_t k = 0; k < kAtOnce; ++k) row[k] = &rows[std::min(begin + k, count - 1) * feature_count_];
    std::array<double, kAtOnce> sum{};
    for (size_t tree = 0; tree < tree_count_; ++tree) {
      const Split* const split = &splits_[tree * splits];
      const float* const leaf = &leaves_[tree * (splits + 1)];
      std::array<uint32_t, kAtOnce> at{};
      for (int step = 0; step < depth_; ++step) {
        for (size_t k = 0; k < kAtOnce; ++k) {
          const Split& here = split[at[k]];
          at[k] = 2 * at[k] + 1 + static_cast<uint32_t>(!(row[k][here.feature] < here.below));
        }
      }
      for (size_t k = 0; k < kAtOnce; ++k) sum[k] += static_cast<double>(leaf[at[k] - splits]);
    }
    for (size_t k = 0; k < kAtOnce && begin + k < count; ++k) sums[begin + k] = sum[k];
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
