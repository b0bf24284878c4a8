#include "ingest_service/extract/plain/model.h"

#include <array>
#include <charconv>
#include <optional>

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

}  // namespace

TreeModel TreeModel::Parse(std::string_view tsv) {
  TreeModel model;
  int32_t root = 0;
  while (!tsv.empty()) {
    const std::string_view line = TakeLine(&tsv);
    if (line.empty() || line.front() == '#') continue;
    if (line.starts_with("tree")) {
      root = static_cast<int32_t>(model.nodes_.size());
      model.roots_.push_back(root);
      continue;
    }
    const auto numbers = ParseNode(line);
    if (!numbers || (*numbers)[0] >= kFeatureCount) break;
    const auto& [feature, value, left, right] = *numbers;
    model.nodes_.push_back({static_cast<int32_t>(feature), static_cast<float>(value),
                            root + static_cast<int32_t>(left), root + static_cast<int32_t>(right)});
  }
  return model;
}

double TreeModel::LogOdds(const FeatureRow& row) const { return LogOdds({&row, 1}).front(); }

// Tree by tree, so that each stays in the cache while all rows pass it.
std::vector<double> TreeModel::LogOdds(absl::Span<const FeatureRow> rows) const {
  std::vector<double> sums(rows.size(), 0.0);
  for (const int32_t root : roots_) {
    for (size_t i = 0; i < rows.size(); ++i) {
      const Node* node = &nodes_[static_cast<size_t>(root)];
      while (node->feature >= 0) {
        const bool smaller = rows[i][static_cast<size_t>(node->feature)] < node->value;
        node = &nodes_[static_cast<size_t>(smaller ? node->left : node->right)];
      }
      sums[i] += static_cast<double>(node->value);
    }
  }
  return sums;
}

const TreeModel& FurnitureModel() {
  static const auto& model = *new TreeModel(TreeModel::Parse(data::kPlainModel));
  return model;
}

}  // namespace polygist::ingest
