#include "ingest_service/extract/element_context.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(ElementContextTest, DistancesCountStepsUp) {
  const HtmlDocument document = ParseHtml("<aside class=comments><div><p>text</p></div></aside>");
  const auto blocks = BuildBlocks(document);
  const ElementContexts contexts(document, blocks);
  const ElementContext& context = contexts.of(blocks[0].element);
  EXPECT_EQ(context.kind[static_cast<size_t>(ElementKind::kP)], 0);
  EXPECT_EQ(context.kind[static_cast<size_t>(ElementKind::kDiv)], 1);
  EXPECT_EQ(context.kind[static_cast<size_t>(ElementKind::kAside)], 2);
  EXPECT_EQ(context.kind[static_cast<size_t>(ElementKind::kNav)], kFar);
  EXPECT_EQ(context.category[static_cast<size_t>(ClassCategory::kComment)], 2);
}

TEST(ElementContextTest, HiddenElementsAreKnown) {
  for (const std::string_view hidden :
       {"<div hidden>x</div>", "<div style='display:none'>x</div>", "<div aria-hidden=true>x</div>"}) {
    const HtmlDocument document = ParseHtml(hidden);
    const auto blocks = BuildBlocks(document);
    const ElementContexts contexts(document, blocks);
    EXPECT_EQ(contexts.of(blocks[0].element).kind[static_cast<size_t>(ElementKind::kHidden)], 0) << hidden;
  }
}

TEST(ElementContextTest, NumbersInClassesDoNotMakeShapesDiffer) {
  const HtmlDocument document =
      ParseHtml("<div class='item item-1'>a</div><div class='item item-27'>b</div><div class=other>c</div>");
  const auto blocks = BuildBlocks(document);
  const ElementContexts contexts(document, blocks);
  EXPECT_EQ(contexts.of(blocks[0].element).shape, contexts.of(blocks[1].element).shape);
  EXPECT_NE(contexts.of(blocks[0].element).shape, contexts.of(blocks[2].element).shape);
}

}  // namespace
}  // namespace polygist::ingest
