#include "ingest_service/extract/content_rules.h"

#include <algorithm>

namespace polygist::ingest {
namespace {

using K = ElementKind;

constexpr double kMaxLinkDensity = 0.4;
constexpr int32_t kMinWeight = 25;
constexpr double kMinCoverage = 0.6;

// Steps from an element up to `ancestor`.
int StepsTo(const HtmlDocument& document, int32_t element, int32_t ancestor) {
  return document.node(element).depth - document.node(ancestor).depth;
}

bool HasFurnitureBelow(const ElementContext& context, int steps) {
  for (const K kind : {K::kAside, K::kForm, K::kNav, K::kFooter, K::kFigure, K::kButton, K::kDialog, K::kHidden}) {
    if (context.kind[static_cast<size_t>(kind)] < steps) return true;
  }
  const ClassMask furniture = FurnitureMask();
  for (int c = 0; c < kClassCategories; ++c) {
    if ((furniture >> c & 1) != 0 && context.category[static_cast<size_t>(c)] < steps) return true;
  }
  return false;
}

bool LooksLikeText(const TextBlock& block) {
  if (block.LinkDensity() >= kMaxLinkDensity) return false;
  return block.kind != BlockKind::kParagraph || block.shape.Weight() >= kMinWeight || block.shape.ends_sentence;
}

class RuleSelector {
 public:
  RuleSelector(const HtmlDocument& document, const std::vector<TextBlock>& blocks, const ElementContexts& contexts,
               const PageStructure& structure)
      : document_(document), blocks_(blocks), contexts_(contexts), structure_(structure) {}

  std::vector<bool> Select() const {
    std::vector<bool> selected = Below(structure_.readable_element);
    const std::vector<bool> main = Below(structure_.main_element);
    if (RunningWeight(selected) < kMinCoverage * RunningWeight(main)) {
      for (size_t b = 0; b < blocks_.size(); ++b) selected[b] = selected[b] || main[b];
    }
    return selected;
  }

 private:
  std::vector<bool> Below(int32_t root) const {
    std::vector<bool> selected(blocks_.size(), false);
    for (size_t b = 0; b < blocks_.size(); ++b) {
      const int32_t element = blocks_[b].element;
      if (!IsWithin(document_, element, root) || !LooksLikeText(blocks_[b])) continue;
      selected[b] = !HasFurnitureBelow(contexts_.of(element), StepsTo(document_, element, root));
    }
    return selected;
  }

  double RunningWeight(const std::vector<bool>& selected) const {
    double weight = 0;
    for (size_t b = 0; b < blocks_.size(); ++b) {
      if (selected[b] && structure_.is_running_text[b]) weight += blocks_[b].shape.Weight();
    }
    return weight;
  }

  const HtmlDocument& document_;
  const std::vector<TextBlock>& blocks_;
  const ElementContexts& contexts_;
  const PageStructure& structure_;
};

}  // namespace

std::vector<bool> SelectByRules(const HtmlDocument& document, const std::vector<TextBlock>& blocks,
                                const ElementContexts& contexts, const PageStructure& structure) {
  return RuleSelector(document, blocks, contexts, structure).Select();
}

}  // namespace polygist::ingest
