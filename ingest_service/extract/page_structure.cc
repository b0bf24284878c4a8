#include "ingest_service/extract/page_structure.h"

#include <algorithm>

namespace polygist::ingest {
namespace {

constexpr double kMainShare = 0.8;
// Weight of two short paragraphs: a page that has it outside its comments is not made of comments.
constexpr int32_t kEnoughText = 250;

void AddSums(const SubtreeSums& from, SubtreeSums* to) {
  to->weight += from.weight;
  to->link_weight += from.link_weight;
  to->paragraph_weight += from.paragraph_weight;
  to->blocks += from.blocks;
  to->paragraphs += from.paragraphs;
}

std::vector<SubtreeSums> SumSubtrees(const HtmlDocument& document, const std::vector<TextBlock>& blocks,
                                     const std::vector<bool>& is_running_text) {
  std::vector<SubtreeSums> sums(static_cast<size_t>(document.size()));
  for (size_t b = 0; b < blocks.size(); ++b) {
    const int32_t weight = blocks[b].shape.Weight();
    const bool running = is_running_text[b];
    AddSums({.weight = weight,
             .link_weight = blocks[b].link_weight,
             .paragraph_weight = running ? weight : 0,
             .blocks = 1,
             .paragraphs = running ? 1 : 0},
            &sums[static_cast<size_t>(blocks[b].element)]);
  }
  for (int32_t i = document.size(); i-- > 1;) {
    AddSums(sums[static_cast<size_t>(i)], &sums[static_cast<size_t>(document.node(i).parent)]);
  }
  return sums;
}

std::vector<bool> FindRunningText(const std::vector<TextBlock>& blocks, const ElementContexts& contexts) {
  std::vector<bool> running(blocks.size());
  std::vector<bool> without_comments(blocks.size());
  int32_t left = 0;
  for (size_t b = 0; b < blocks.size(); ++b) {
    const ElementContext& context = contexts.of(blocks[b].element);
    running[b] = IsRunningText(blocks[b]) && context.kind[static_cast<size_t>(ElementKind::kHidden)] == kFar;
    without_comments[b] = running[b] && context.category[static_cast<size_t>(ClassCategory::kComment)] == kFar;
    if (without_comments[b]) left += blocks[b].shape.Weight();
  }
  return left >= kEnoughText ? without_comments : running;
}

int32_t FindMainElement(const HtmlDocument& document, const std::vector<SubtreeSums>& sums) {
  const double wanted = kMainShare * sums[0].paragraph_weight;
  int32_t best = 0;
  if (sums[0].paragraph_weight == 0) return best;
  for (int32_t i = 0; i < document.size(); ++i) {
    if (document.node(i).tag != Tag::kText && sums[static_cast<size_t>(i)].paragraph_weight >= wanted) best = i;
  }
  return best;
}

int32_t FindReadableElement(const HtmlDocument& document, const std::vector<TextBlock>& blocks,
                            const PageStructure& structure) {
  std::vector<float> scores(static_cast<size_t>(document.size()), 0);
  for (size_t b = 0; b < blocks.size(); ++b) {
    if (!structure.is_running_text[b]) continue;
    const float score = 1.0f + static_cast<float>(blocks[b].shape.commas) +
                        std::min(3.0f, static_cast<float>(blocks[b].shape.Weight()) / 100.0f);
    // A paragraph cut by <br> is its own element's child: its container stands for the paragraphs' parent.
    const int32_t container = blocks[b].container;
    const bool holds_many = structure.sums[static_cast<size_t>(container)].blocks > 1;
    const int32_t parent = holds_many ? container : std::max(0, document.node(container).parent);
    scores[static_cast<size_t>(parent)] += score;
    const int32_t grand = document.node(parent).parent;
    if (grand >= 0) scores[static_cast<size_t>(grand)] += score / 2;
  }
  int32_t best = 0;
  float best_score = 0;
  for (int32_t i = 0; i < document.size(); ++i) {
    const SubtreeSums& sums = structure.sums[static_cast<size_t>(i)];
    if (sums.weight == 0) continue;
    const float score = scores[static_cast<size_t>(i)] *
                        (1.0f - static_cast<float>(sums.link_weight) / static_cast<float>(sums.weight));
    if (score > best_score) {
      best_score = score;
      best = i;
    }
  }
  return best;
}

}  // namespace

bool IsRunningText(const TextBlock& block) {
  const int32_t weight = block.shape.Weight();
  if (weight < 80 || block.LinkDensity() >= 0.35) return false;
  return block.shape.sentence_ends > 0 || weight > 200;
}

PageStructure AnalyzeStructure(const HtmlDocument& document, const std::vector<TextBlock>& blocks,
                               const ElementContexts& contexts) {
  PageStructure structure;
  structure.is_running_text = FindRunningText(blocks, contexts);
  structure.sums = SumSubtrees(document, blocks, structure.is_running_text);
  structure.main_element = FindMainElement(document, structure.sums);
  structure.readable_element = FindReadableElement(document, blocks, structure);
  return structure;
}

bool IsWithin(const HtmlDocument& document, int32_t node, int32_t ancestor) {
  return node >= ancestor && node < document.node(ancestor).subtree_end;
}

}  // namespace polygist::ingest
