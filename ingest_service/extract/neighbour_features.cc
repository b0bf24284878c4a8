#include "ingest_service/extract/neighbour_features.h"

#include <algorithm>
#include <cstdint>
#include <utility>
#include <vector>

namespace polygist::ingest {
namespace {

int32_t Above(const PageEvidence& page, int32_t node) { return page.document.node(node).parent; }

// `other`: null where the page has none there.
void AddNeighbour(const PageEvidence& page, const TextBlock& block, const TextBlock* other, bool chosen,
                  FeatureRow* row) {
  static const TextBlock& none = *new TextBlock();
  const TextBlock& n = other == nullptr ? none : *other;
  row->Add("weight", other == nullptr ? -1 : Log(n.shape.Weight()));
  row->Add("link_density", n.LinkDensity());
  row->Add("ends_sentence", n.shape.ends_sentence + 2 * n.shape.ends_colon);
  row->Add("heading", other == nullptr ? 0 : n.kind == BlockKind::kHeading ? n.level : 0);
  row->Add("kind", other == nullptr ? 0 : static_cast<int>(n.kind));
  row->Add("chosen", chosen);
  row->Add("same_container", other != nullptr && Above(page, n.container) == Above(page, block.container));
  row->Add("same_path",
           other != nullptr && page.contexts.of(n.container).path == page.contexts.of(block.container).path);
}

}  // namespace

void AddNeighbours(const PageEvidence& page, size_t b, FeatureRow* row) {
  static constexpr std::pair<const char*, int> kSteps[] = {
      {"prev2_", -2}, {"prev1_", -1}, {"next1_", 1}, {"next2_", 2}};
  for (const auto& [prefix, step] : kSteps) {
    const int64_t i = static_cast<int64_t>(b) + step;
    const bool exists = i >= 0 && i < static_cast<int64_t>(page.blocks.size());
    row->SetPrefix(prefix);
    AddNeighbour(page, page.blocks[b], exists ? &page.blocks[static_cast<size_t>(i)] : nullptr,
                 exists && page.by_rules[static_cast<size_t>(i)], row);
  }
  row->SetPrefix("");
}

void AddWindows(const PageEvidence& page, const PageContext& context, size_t b, FeatureRow* row) {
  static constexpr std::pair<const char*, size_t> kWindows[] = {{"win5_", 2}, {"win15_", 7}};
  for (const auto& [prefix, reach] : kWindows) {
    const size_t begin = b >= reach ? b - reach : 0;
    const size_t end = std::min(page.blocks.size(), b + reach + 1);
    const auto sum = [&](const std::vector<int32_t>& before) {
      return static_cast<double>(before[end] - before[begin]);
    };
    const double weight = sum(context.weight_before);
    row->SetPrefix(prefix);
    row->Add("weight", Log(weight / static_cast<double>(end - begin)));
    row->Add("links", Ratio(sum(context.links_before), weight));
    row->Add("running", Ratio(sum(context.running_before), weight));
    row->Add("chosen", Ratio(sum(context.chosen_before), weight));
  }
  row->SetPrefix("");
}

}  // namespace polygist::ingest
