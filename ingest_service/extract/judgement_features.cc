#include "ingest_service/extract/judgement_features.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include "absl/container/flat_hash_map.h"

namespace polygist::ingest {
namespace {

// A block that is surely article text.
constexpr float kSure = 0.8f;
constexpr int kReach = 40;
constexpr int kNeighbours[] = {-3, -2, -1, 1, 2, 3};
constexpr int kWindows[] = {3, 8, 20};
constexpr int kContainers = 5;

// Text weight of some blocks, and how much of it is expected to be article text.
struct Mass {
  double weight = 0;
  double expected = 0;

  double mean() const { return weight > 0 ? expected / weight : 0; }
  Mass& operator+=(const Mass& other) {
    weight += other.weight;
    expected += other.expected;
    return *this;
  }
};

class JudgementComputer {
 public:
  JudgementComputer(const PageEvidence& page, const std::vector<float>& probabilities)
      : page_(page), probabilities_(probabilities), below_(static_cast<size_t>(page.document.size())), before_(1) {
    for (size_t b = 0; b < page.blocks.size(); ++b) {
      const Mass own = MassOf(b);
      groups_[GroupOf(b)] += own;
      below_[static_cast<size_t>(page.blocks[b].element)] += own;
      before_.push_back(before_.back());
      before_.back() += own;
    }
    for (int32_t i = page.document.size(); i-- > 1;) {
      below_[static_cast<size_t>(page.document.node(i).parent)] += below_[static_cast<size_t>(i)];
    }
  }

  void AddRow(size_t b, std::vector<float>* row) const {
    const auto add = [row](double value) { row->push_back(static_cast<float>(value)); };
    add(probabilities_[b]);
    for (const int step : kNeighbours) add(ProbabilityAt(static_cast<int64_t>(b) + step));
    for (const int reach : kWindows) add(WindowMean(b, reach));
    const Mass& total = before_.back();
    const Mass& group = groups_.at(GroupOf(b));
    add(group.mean());
    add(Share(group, total));
    AddContainers(b, row);
    add(Share(before_[b], total));
    add(DistanceToSure(b, -1));
    add(DistanceToSure(b, 1));
    add(GapWeight(b, -1));
    add(GapWeight(b, 1));
    add(std::log1p(total.expected));
    add(total.mean());
  }

 private:
  Mass MassOf(size_t b) const {
    const double weight = page_.blocks[b].shape.Weight();
    return {weight, weight * probabilities_[b]};
  }

  uint64_t GroupOf(size_t b) const { return page_.contexts.of(page_.blocks[b].container).path; }

  static double Share(const Mass& part, const Mass& whole) { return whole.expected > 0 ? part.expected / whole.expected : 0; }

  double ProbabilityAt(int64_t i) const {
    return i < 0 || i >= static_cast<int64_t>(probabilities_.size()) ? -0.1 : probabilities_[static_cast<size_t>(i)];
  }

  // Mean over the window without the block itself.
  double WindowMean(size_t b, int reach) const {
    const auto begin = static_cast<size_t>(std::max<int64_t>(0, static_cast<int64_t>(b) - reach));
    const size_t end = std::min(probabilities_.size(), b + static_cast<size_t>(reach) + 1);
    const Mass own = MassOf(b);
    const Mass around{before_[end].weight - before_[begin].weight - own.weight,
                      before_[end].expected - before_[begin].expected - own.expected};
    return around.mean();
  }

  // The container and the larger ones around it, each without the block itself.
  void AddContainers(size_t b, std::vector<float>* row) const {
    int32_t node = page_.blocks[b].container;
    const Mass own = MassOf(b);
    for (int level = 0; level < kContainers; ++level) {
      const Mass& all = below_[static_cast<size_t>(node)];
      row->push_back(static_cast<float>(Mass{all.weight - own.weight, all.expected - own.expected}.mean()));
      row->push_back(static_cast<float>(Share(all, before_.back())));
      const double weight = all.weight;
      while (node > 0 && below_[static_cast<size_t>(node)].weight <= weight) node = page_.document.node(node).parent;
    }
  }

  int DistanceToSure(size_t b, int step) const {
    for (int distance = 1; distance <= kReach; ++distance) {
      const double p = ProbabilityAt(static_cast<int64_t>(b) + static_cast<int64_t>(step) * distance);
      if (p < 0) break;
      if (p >= kSure) return distance;
    }
    return kReach + 10;
  }

  // Weight of what is unlikely to be article text between the block and the next sure one.
  double GapWeight(size_t b, int step) const {
    double weight = 0;
    for (int distance = 1; distance <= kReach; ++distance) {
      const int64_t i = static_cast<int64_t>(b) + static_cast<int64_t>(step) * distance;
      const double p = ProbabilityAt(i);
      if (p < 0 || p >= kSure) return std::log1p(weight);
      weight += page_.blocks[static_cast<size_t>(i)].shape.Weight() * (1 - p);
    }
    return std::log1p(weight);
  }

  const PageEvidence& page_;
  const std::vector<float>& probabilities_;
  absl::flat_hash_map<uint64_t, Mass> groups_;
  std::vector<Mass> below_;   // By node.
  std::vector<Mass> before_;  // By block, and the total at the end.
};

}  // namespace

FeatureTable AddJudgements(const PageEvidence& page, const FeatureTable& first, const std::vector<float>& probabilities) {
  FeatureTable table;
  const JudgementComputer computer(page, probabilities);
  for (size_t b = 0; b < page.blocks.size(); ++b) {
    table.values.insert(table.values.end(), first.row(b), first.row(b) + first.width);
    computer.AddRow(b, &table.values);
    if (b == 0) {
      table.width = table.values.size();
      table.values.reserve(table.width * page.blocks.size());
    }
  }
  return table;
}

std::vector<std::string> JudgementFeatureNames() {
  std::vector<std::string> names = {"p"};
  for (const int step : kNeighbours) names.push_back("p_at" + std::to_string(step));
  for (const int reach : kWindows) names.push_back("p_window" + std::to_string(reach));
  names.insert(names.end(), {"p_group", "p_group_share"});
  for (int level = 0; level < kContainers; ++level) {
    names.push_back("p_up" + std::to_string(level));
    names.push_back("p_up_share" + std::to_string(level));
  }
  names.insert(names.end(), {"p_before", "sure_before", "sure_after", "gap_before", "gap_after", "p_total", "p_mean"});
  return names;
}

}  // namespace polygist::ingest
