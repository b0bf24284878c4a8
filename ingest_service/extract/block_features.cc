#include "ingest_service/extract/block_features.h"

#include <algorithm>

#include "ingest_service/extract/feature_row.h"
#include "ingest_service/extract/neighbour_features.h"
#include "ingest_service/extract/own_features.h"
#include "ingest_service/extract/page_context.h"

namespace polygist::ingest {
namespace {

using K = ElementKind;

class FeatureComputer {
 public:
  explicit FeatureComputer(const PageEvidence& page) : page_(page), context_(page) {}

  void AddRow(size_t b, FeatureRow* row) const {
    AddOwnFeatures(page_.blocks[b], row);
    AddSurroundings(b, row);
    AddFurniture(b, row);
    AddStructure(b, row);
    AddContainers(b, row);
    AddPosition(b, row);
    AddStatements(b, row);
    AddKinship(b, row);
    AddNeighbours(page_, b, row);
    AddWindows(page_, context_, b, row);
    AddGroup(b, row);
    AddRepeats(b, row);
    AddPage(row);
  }

 private:
  void AddSurroundings(size_t b, FeatureRow* row) const {
    const ElementContext& context = page_.contexts.of(page_.blocks[b].element);
    for (int k = 0; k < kElementKinds; ++k) row->Add("kind_up", k, context.kind[static_cast<size_t>(k)]);
    for (int c = 0; c < kClassCategories; ++c) row->Add("class_up", c, context.category[static_cast<size_t>(c)]);
    for (int c = 0; c < kClassCategories; ++c)
      row->Add("class_count", c, context.category_count[static_cast<size_t>(c)]);
    row->Add("depth", page_.document.node(page_.blocks[b].element).depth);
  }

  // Furniture places on the way up, and which of them lie below the main element.
  void AddFurniture(size_t b, FeatureRow* row) const {
    const int32_t element = page_.blocks[b].element;
    const ElementContext& context = page_.contexts.of(element);
    const int steps = StepsBelow(element, page_.structure.main_element);
    const ClassMask furniture = FurnitureMask();
    int nearest = kFar, below = 0, all = 0;
    for (int c = 0; c < kClassCategories; ++c) {
      if ((furniture >> c & 1) == 0) continue;
      const int distance = context.category[static_cast<size_t>(c)];
      nearest = std::min(nearest, distance);
      below += distance < steps;
      all += distance < kFar;
    }
    int tags_below = 0;
    for (const K kind :
         {K::kAside, K::kForm, K::kNav, K::kFooter, K::kHeader, K::kFigure, K::kButton, K::kDialog, K::kHidden}) {
      tags_below += context.kind[static_cast<size_t>(kind)] < steps;
    }
    row->Add("furniture_nearest", nearest);
    row->Add("furniture_below_main", below);
    row->Add("furniture_all", all);
    row->Add("furniture_tags_below_main", tags_below);
  }

  // Steps from an element up to `ancestor`, or, when it lies elsewhere, minus the steps to the common ancestor.
  int StepsBelow(int32_t element, int32_t ancestor) const {
    if (IsWithin(page_.document, element, ancestor)) {
      return page_.document.node(element).depth - page_.document.node(ancestor).depth;
    }
    int steps = 0;
    while (ancestor > 0 && !IsWithin(page_.document, element, ancestor)) {
      ancestor = page_.document.node(ancestor).parent;
      ++steps;
    }
    return -steps;
  }

  void AddStructure(size_t b, FeatureRow* row) const {
    const int32_t element = page_.blocks[b].element;
    row->Add("main_steps", StepsBelow(element, page_.structure.main_element));
    row->Add("readable_steps", StepsBelow(element, page_.structure.readable_element));
    row->Add("by_rules", page_.by_rules[b]);
    row->Add("running", page_.structure.is_running_text[b]);
    row->Add("images_before", context_.images_before[b]);
    row->Add("images_after", context_.images_before[b + 1]);
    row->Add("media_before", context_.media_before[b]);
    row->Add("media_after", context_.media_before[b + 1]);
    row->Add("stated_body_share", StatedBodyShare(element));
    row->Add("page_stated_body_share", context_.stated_body_share);
  }

  // Share of running text in the nearest element above that calls itself the article's body.
  double StatedBodyShare(int32_t element) const {
    int steps = page_.contexts.of(element).category[static_cast<size_t>(ClassCategory::kArticleBody)];
    if (steps >= kFar) return 0;
    while (steps-- > 0) element = page_.document.node(element).parent;
    return Ratio(page_.structure.sums[static_cast<size_t>(element)].paragraph_weight,
                 page_.structure.sums[0].paragraph_weight);
  }

  // The container, and three distinct containers above it that hold more blocks.
  void AddContainers(size_t b, FeatureRow* row) const {
    static constexpr const char* kPrefixes[] = {"up0_", "up1_", "up2_", "up3_", "up4_"};
    const SubtreeSums& page = page_.structure.sums[0];
    int32_t node = page_.blocks[b].container;
    for (const char* prefix : kPrefixes) {
      const SubtreeSums& sums = page_.structure.sums[static_cast<size_t>(node)];
      row->SetPrefix(prefix);
      row->Add("weight", Log(sums.weight));
      row->Add("running_share", Ratio(sums.paragraph_weight, page.paragraph_weight));
      row->Add("running_density", Ratio(sums.paragraph_weight, sums.weight));
      row->Add("link_density", Ratio(sums.link_weight, sums.weight));
      row->Add("blocks", Log(sums.blocks));
      row->Add("mean_weight", Log(Ratio(sums.weight, sums.blocks)));
      node = LargerContainer(node);
    }
    row->SetPrefix("");
  }

  int32_t LargerContainer(int32_t node) const {
    const int32_t blocks = page_.structure.sums[static_cast<size_t>(node)].blocks;
    while (node > 0 && page_.structure.sums[static_cast<size_t>(node)].blocks == blocks) {
      node = page_.document.node(node).parent;
    }
    return node;
  }

  void AddPosition(size_t b, FeatureRow* row) const {
    const double blocks = static_cast<double>(page_.blocks.size());
    const int at = static_cast<int>(b);
    row->Add("index", Ratio(static_cast<double>(b), blocks));
    row->Add("weight_before", Ratio(context_.weight_before[b], context_.weight_before.back()));
    row->Add("running_before", Ratio(context_.running_before[b], context_.running_before.back()));
    row->Add("chosen_before", Ratio(context_.chosen_before[b], context_.chosen_before.back()));
    row->Add("from_first", std::clamp(at - context_.first_running, -60, 60));
    row->Add("from_last", std::clamp(at - context_.last_running, -60, 60));
    row->Add("from_title", context_.title_block < 0 ? -99 : std::clamp(at - context_.title_block, -60, 60));
    row->Add("since_running", Log(DistanceToRunning(b, -1)));
    row->Add("until_running", Log(DistanceToRunning(b, 1)));
    row->Add("since_heading", DistanceToHeading(b));
  }

  // Blocks to the nearest chosen running text in one direction.
  int DistanceToRunning(size_t b, int step) const {
    const int size = static_cast<int>(page_.blocks.size());
    for (int i = static_cast<int>(b) + step, distance = 1; distance <= 40; i += step, ++distance) {
      if (i < 0 || i >= size) break;
      if (page_.structure.is_running_text[static_cast<size_t>(i)] && page_.by_rules[static_cast<size_t>(i)])
        return distance;
    }
    return 60;
  }

  int DistanceToHeading(size_t b) const {
    for (int distance = 0; distance <= 20 && distance <= static_cast<int>(b); ++distance) {
      if (page_.blocks[b - static_cast<size_t>(distance)].kind == BlockKind::kHeading) return distance;
    }
    return 30;
  }

  void AddStatements(size_t b, FeatureRow* row) const {
    row->Add("title_overlap", context_.title_overlap[b]);
    row->Add("title_cover", context_.title_cover[b]);
    row->Add("body_cover", context_.body_cover[b]);
    row->Add("has_body", context_.has_body);
    row->Add("description_cover", context_.description_cover[b]);
    row->Add("copies", context_.copies[b]);
  }

  // How far up the tree the block meets the title, its neighbours, and its <article>.
  void AddKinship(size_t b, FeatureRow* row) const {
    const int32_t element = page_.blocks[b].element;
    row->Add("title_up",
             context_.title_block < 0 ? -1 : StepsToMeet(element, static_cast<size_t>(context_.title_block)));
    row->Add("prev_up", b == 0 ? -1 : StepsToMeet(element, b - 1));
    row->Add("next_up", b + 1 == page_.blocks.size() ? -1 : StepsToMeet(element, b + 1));
    row->Add("article_share", ArticleShare(element));
    row->Add("page_articles", Log(context_.articles));
  }

  // Steps from `element` up to the first element that holds another block too.
  int StepsToMeet(int32_t element, size_t other) const {
    int steps = 0;
    while (element > 0 && !IsWithin(page_.document, page_.blocks[other].element, element)) {
      element = page_.document.node(element).parent;
      ++steps;
    }
    return steps;
  }

  // Share of the page's running text in the nearest <article>; -1 outside any.
  double ArticleShare(int32_t element) const {
    int steps = page_.contexts.of(element).kind[static_cast<size_t>(K::kArticle)];
    if (steps >= kFar) return -1;
    while (steps-- > 0) element = page_.document.node(element).parent;
    return Ratio(page_.structure.sums[static_cast<size_t>(element)].paragraph_weight,
                 page_.structure.sums[0].paragraph_weight);
  }

  void AddGroup(size_t b, FeatureRow* row) const {
    const BlockGroup& group = context_.groups[static_cast<size_t>(context_.group_of[b])];
    row->Add("group_blocks", Log(group.blocks));
    row->Add("group_mean_weight", Log(Ratio(group.weight, group.blocks)));
    row->Add("group_links", Ratio(group.link_weight, group.weight));
    row->Add("group_running_density", Ratio(group.running_weight, group.weight));
    row->Add("group_running_share", Ratio(group.running_weight, context_.running_before.back()));
    row->Add("group_chosen", Ratio(group.chosen, group.blocks));
  }

  // How often the element and those above it repeat among their siblings.
  void AddRepeats(size_t b, FeatureRow* row) const {
    int32_t node = page_.blocks[b].container;
    for (int level = 0; level < 5; ++level) {
      row->Add("repeats", level, Log(context_.repeats[static_cast<size_t>(node)]));
      node = std::max(0, page_.document.node(node).parent);
    }
  }

  void AddPage(FeatureRow* row) const {
    const PageStructure& structure = page_.structure;
    const SubtreeSums& page = structure.sums[0];
    const SubtreeSums& main = structure.sums[static_cast<size_t>(structure.main_element)];
    row->Add("page_weight", Log(page.weight));
    row->Add("page_running", Log(page.paragraph_weight));
    row->Add("page_running_density", Ratio(page.paragraph_weight, page.weight));
    row->Add("page_links", Ratio(page.link_weight, page.weight));
    row->Add("page_blocks", Log(page.blocks));
    row->Add("main_depth", page_.document.node(structure.main_element).depth);
    row->Add("main_density", Ratio(main.paragraph_weight, main.weight));
    row->Add("main_weight_share", Ratio(main.weight, page.weight));
  }

  const PageEvidence& page_;
  PageContext context_;
};

}  // namespace

FeatureTable ComputeFeatures(const PageEvidence& page) {
  FeatureTable table;
  if (page.blocks.empty()) return table;
  const FeatureComputer computer(page);
  FeatureRow row(&table.values, nullptr);
  computer.AddRow(0, &row);
  table.width = table.values.size();
  table.values.reserve(table.width * page.blocks.size());
  for (size_t b = 1; b < page.blocks.size(); ++b) computer.AddRow(b, &row);
  return table;
}

std::vector<std::string> FeatureNames() {
  const HtmlDocument document = ParseHtml("<p>x</p>");
  const auto blocks = BuildBlocks(document);
  const ElementContexts contexts(document, blocks);
  const PageStructure structure = AnalyzeStructure(document, blocks, contexts);
  const auto by_rules = SelectByRules(document, blocks, contexts, structure);
  const PageMetadata metadata = ReadMetadata(document, blocks);
  std::vector<float> values;
  std::vector<std::string> names;
  FeatureRow row(&values, &names);
  FeatureComputer({document, blocks, contexts, structure, by_rules, metadata}).AddRow(0, &row);
  return names;
}

}  // namespace polygist::ingest
