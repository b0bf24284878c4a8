// What stands around every element: how far up the nearest ancestor of each kind is, and which elements repeat.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "ingest_service/extract/block_tree.h"
#include "ingest_service/extract/class_tokens.h"
#include "ingest_service/extract/html_document.h"

namespace polygist::ingest {

// Kinds of elements whose distance is kept, by tag or by attribute.
enum class ElementKind : uint8_t {
  kLink,
  kArticle,
  kAside,
  kStrong,
  kEmphasis,
  kBlockquote,
  kButton,
  kDefinition,
  kDetails,
  kDialog,
  kDiv,
  kFigure,
  kFigcaption,
  kFooter,
  kForm,
  kHeader,
  kHeading,
  kLabel,
  kLi,
  kMain,
  kNav,
  kNoscript,
  kOl,
  kP,
  kPre,
  kSection,
  kSpan,
  kTable,
  kTd,
  kUl,
  kTime,
  kAddress,
  kHidden,
  kCustom,
  kCount
};

constexpr int kElementKinds = static_cast<int>(ElementKind::kCount);
constexpr int kClassCategories = static_cast<int>(ClassCategory::kCount);
// Distances that are further, or where there is no such ancestor.
constexpr uint8_t kFar = 30;

struct ElementContext {
  // Steps up to the nearest ancestor (0: the element itself) of each kind and class category; kFar at most.
  std::array<uint8_t, kElementKinds> kind;
  std::array<uint8_t, kClassCategories> category;
  std::array<uint8_t, kClassCategories> category_count;  // Ancestors (and the element) of each category.
  ClassMask own = 0;                                     // Categories of the element's own names.
  uint64_t shape = 0;                                    // Digest of tag and class: equal for elements that repeat.
  uint64_t path = 0;  // Digest of the shapes of the element and its two nearest ancestors.
};

// Contexts of the elements that hold blocks; index 0 is a far-from-everything context for all others.
class ElementContexts {
 public:
  ElementContexts(const HtmlDocument& document, const std::vector<TextBlock>& blocks);

  const ElementContext& of(int32_t node) const {
    return contexts_[static_cast<size_t>(index_[static_cast<size_t>(node)])];
  }
  // Whether a block lies below the element.
  bool HoldsBlocks(int32_t node) const { return index_[static_cast<size_t>(node)] != 0; }

 private:
  std::vector<int32_t> index_;  // By node.
  std::vector<ElementContext> contexts_;
};

}  // namespace polygist::ingest
