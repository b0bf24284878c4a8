#include "ingest_service/extract/removal_reason.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

std::string_view RuleFor(std::string_view html) {
  const HtmlDocument document = ParseHtml(html);
  const auto blocks = BuildBlocks(document);
  const ElementContexts contexts(document, blocks);
  return ReasonFor(blocks[0], contexts.of(blocks[0].element)).rule;
}

TEST(RemovalReasonTest, TheNearestNamedPlaceIsTheReason) {
  EXPECT_EQ(RuleFor("<nav><ul><li>Start</li></ul></nav>"), "html.navigation");
  EXPECT_EQ(RuleFor("<footer><div class=kommentare><p>Schön!</p></div></footer>"), "html.comments");
  EXPECT_EQ(RuleFor("<div class='baca-juga'><p>x</p></div>"), "html.related");
}

TEST(RemovalReasonTest, WithoutANamedPlaceTheFormCounts) {
  EXPECT_EQ(RuleFor("<p><a href=x>only a link</a></p>"), "html.links");
  EXPECT_EQ(RuleFor("<p>words</p>"), "html.furniture");
}

}  // namespace
}  // namespace polygist::ingest
