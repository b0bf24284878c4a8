#include "ingest_service/extract/element_context.h"

#include <algorithm>
#include <string_view>

namespace polygist::ingest {
namespace {

using K = ElementKind;

// Attributes whose values name places, in the words of authors or of a vocabulary.
bool NamesPlace(std::string_view attribute) {
  static constexpr std::string_view kAttributes[] = {
      "class",       "id",        "role",        "itemprop",   "itemtype", "data-component",
      "data-testid", "data-type", "data-module", "data-block", "data-qa",  "data-name"};
  return std::find(std::begin(kAttributes), std::end(kAttributes), attribute) != std::end(kAttributes);
}

// FNV-1a (Fowler, Noll, Vo), digits left out: "post-123" and "post-124" are the same shape.
uint64_t Mix(uint64_t digest, std::string_view text) {
  for (const char c : text) {
    if (c >= '0' && c <= '9') continue;
    digest = (digest ^ static_cast<unsigned char>(c)) * 0x100000001B3u;
  }
  return (digest ^ 0xFF) * 0x100000001B3u;
}

uint64_t Mix(uint64_t a, uint64_t b) { return (a ^ (b + 0x9E3779B97F4A7C15u + (a << 6) + (a >> 2))) * 0x100000001B3u; }

bool HidesByStyle(std::string_view style) {
  return style.find("display:none") != std::string_view::npos ||
         style.find("display: none") != std::string_view::npos ||
         style.find("visibility:hidden") != std::string_view::npos ||
         style.find("visibility: hidden") != std::string_view::npos;
}

bool IsHidden(const HtmlAttribute& attribute) {
  if (attribute.name == "hidden") return true;
  if (attribute.name == "aria-hidden") return attribute.value == "true";
  return attribute.name == "style" && HidesByStyle(attribute.value);
}

std::array<int8_t, static_cast<size_t>(Tag::kCount)> MakeKindTable() {
  std::array<int8_t, static_cast<size_t>(Tag::kCount)> table;
  table.fill(-1);
  const auto set = [&table](K kind, std::initializer_list<Tag> tags) {
    for (const Tag tag : tags) table[static_cast<size_t>(tag)] = static_cast<int8_t>(kind);
  };
  set(K::kArticle, {Tag::kArticle});
  set(K::kAside, {Tag::kAside});
  set(K::kStrong, {Tag::kB, Tag::kStrong});
  set(K::kEmphasis, {Tag::kI, Tag::kEm, Tag::kSmall});
  set(K::kBlockquote, {Tag::kBlockquote});
  set(K::kButton, {Tag::kButton});
  set(K::kDefinition, {Tag::kDl, Tag::kDd, Tag::kDt});
  set(K::kDetails, {Tag::kDetails, Tag::kSummary});
  set(K::kDialog, {Tag::kDialog});
  set(K::kDiv, {Tag::kDiv});
  set(K::kFigure, {Tag::kFigure});
  set(K::kFigcaption, {Tag::kFigcaption, Tag::kCaption});
  set(K::kFooter, {Tag::kFooter});
  set(K::kForm, {Tag::kForm, Tag::kFieldset});
  set(K::kHeader, {Tag::kHeader, Tag::kHgroup});
  set(K::kHeading, {Tag::kH1, Tag::kH2, Tag::kH3, Tag::kH4, Tag::kH5, Tag::kH6});
  set(K::kLabel, {Tag::kLabel, Tag::kLegend});
  set(K::kLi, {Tag::kLi});
  set(K::kMain, {Tag::kMain});
  set(K::kNav, {Tag::kNav, Tag::kMenu});
  set(K::kNoscript, {Tag::kNoscript, Tag::kObject});
  set(K::kOl, {Tag::kOl});
  set(K::kP, {Tag::kP});
  set(K::kPre, {Tag::kPre, Tag::kCode, Tag::kListing});
  set(K::kSection, {Tag::kSection});
  set(K::kSpan, {Tag::kSpan, Tag::kFont});
  set(K::kTable, {Tag::kTable});
  set(K::kTd, {Tag::kTd, Tag::kTh});
  set(K::kUl, {Tag::kUl, Tag::kDir});
  set(K::kTime, {Tag::kTime});
  set(K::kAddress, {Tag::kAddress});
  set(K::kCustom, {Tag::kOther});
  return table;
}

int KindOfTag(Tag tag) {
  static const auto& table = *new auto(MakeKindTable());
  return table[static_cast<size_t>(tag)];
}

void Set(std::array<uint8_t, kElementKinds>* kinds, int kind) {
  if (kind >= 0) (*kinds)[static_cast<size_t>(kind)] = 0;
}

ElementContext FarContext() {
  ElementContext context;
  context.kind.fill(kFar);
  context.category.fill(kFar);
  context.category_count.fill(0);
  return context;
}

// What the element's own attributes add to the context it inherits.
void ReadAttributes(const HtmlDocument& document, int32_t i, ElementContext* context) {
  const HtmlNode& node = document.node(i);
  uint64_t shape = Mix(0xCBF29CE484222325u, NameOf(node.tag));
  // What <html> and <body> are called says how the page is made ("comments-open", "no-sidebar"), not where one is.
  const bool is_place = node.tag != Tag::kHtml && node.tag != Tag::kBody;
  for (const HtmlAttribute& attribute : document.Attributes(i)) {
    if (is_place && NamesPlace(attribute.name)) context->own |= ClassifyNames(attribute.value);
    if (attribute.name == "class") shape = Mix(shape, attribute.value);
    if (IsHidden(attribute)) Set(&context->kind, static_cast<int>(K::kHidden));
    if (node.tag == Tag::kA && attribute.name == "href") Set(&context->kind, static_cast<int>(K::kLink));
  }
  context->shape = shape;
}

ElementContext ContextBelow(const HtmlDocument& document, int32_t i, const ElementContext& parent) {
  ElementContext context = parent;
  for (uint8_t& d : context.kind) d = std::min<uint8_t>(static_cast<uint8_t>(d + 1), kFar);
  for (uint8_t& d : context.category) d = std::min<uint8_t>(static_cast<uint8_t>(d + 1), kFar);
  context.own = 0;
  ReadAttributes(document, i, &context);
  Set(&context.kind, KindOfTag(document.node(i).tag));
  for (int c = 0; c < kClassCategories; ++c) {
    if ((context.own >> c & 1) == 0) continue;
    context.category[static_cast<size_t>(c)] = 0;
    uint8_t& count = context.category_count[static_cast<size_t>(c)];
    if (count < kFar) ++count;
  }
  context.path = Mix(context.shape, Mix(parent.shape, parent.path >> 32));
  return context;
}

}  // namespace

ElementContexts::ElementContexts(const HtmlDocument& document, const std::vector<TextBlock>& blocks)
    : index_(static_cast<size_t>(document.size()), 0), contexts_{FarContext()} {
  for (const TextBlock& block : blocks) {
    for (int32_t i = block.element; i >= 0 && index_[static_cast<size_t>(i)] == 0; i = document.node(i).parent) {
      index_[static_cast<size_t>(i)] = -1;
    }
  }
  for (int32_t i = 0; i < document.size(); ++i) {
    int32_t& index = index_[static_cast<size_t>(i)];
    if (index == 0) continue;
    const int32_t parent = document.node(i).parent;
    const ElementContext context = ContextBelow(document, i, parent < 0 ? contexts_[0] : of(parent));
    index = static_cast<int32_t>(contexts_.size());
    contexts_.push_back(context);
  }
}

}  // namespace polygist::ingest
