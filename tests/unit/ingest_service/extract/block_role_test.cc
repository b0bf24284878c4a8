#include "ingest_service/extract/block_role.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

// The role of the first block of a page.
BlockRole RoleOn(const std::string& html) {
  const HtmlDocument document = ParseHtml(html);
  const auto blocks = BuildBlocks(document);
  return RoleOf(blocks.at(0), ElementContexts(document, blocks).of(blocks.at(0).element));
}

TEST(BlockRoleTest, ASentenceOfSomeLengthIsRunningText) {
  EXPECT_EQ(RoleOn("<p>Kapal itu tiba di pelabuhan pada malam hari, dan semua penumpang turun dengan selamat, kata "
                   "nakhoda.</p>"),
            BlockRole::kRunning);
  EXPECT_EQ(
      RoleOn("<p>渡船在清晨靠岸，全部乘客平安下船，船长在码头对记者说，雾气太浓，雷达又失灵，他们只能慢慢前行。</p>"),
      BlockRole::kRunning);
  EXPECT_EQ(RoleOn("<h2>Malam hari di pelabuhan</h2>"), BlockRole::kShort);
}

TEST(BlockRoleTest, AParagraphThatIsALinkLeadsElsewhere) {
  EXPECT_EQ(RoleOn("<p>Lees ook: <a href=/x>Veerboot loopt vast in dichte mist, alle passagiers gered</a></p>"),
            BlockRole::kLinkLine);
  EXPECT_EQ(RoleOn("<p><a href=/x>Mer Rouge</a></p>"), BlockRole::kShort);
  EXPECT_EQ(RoleOn("<ul><li><a href=/x>Veerboot loopt vast in dichte mist</a></ul>"), BlockRole::kShort);
}

TEST(BlockRoleTest, PlacesForImagesHoldCaptions) {
  EXPECT_EQ(RoleOn("<figure><figcaption>Le port, mardi</figcaption></figure>"), BlockRole::kImageText);
  EXPECT_EQ(RoleOn("<div class='image-credit'><p>Le port, mardi</p></div>"), BlockRole::kImageText);
  EXPECT_EQ(RoleOn("<div class='gallery'><div><div><p>Le port, mardi</p></div></div></div>"), BlockRole::kShort);
}

TEST(BlockRoleTest, AsidesAndCommentsHoldSideText) {
  EXPECT_EQ(RoleOn("<aside><p>Lisez aussi nos autres articles, qui parlent de la mer et du vent.</p></aside>"),
            BlockRole::kSideText);
  EXPECT_EQ(RoleOn("<div id=comments><div class=comment-body><p>Merci!</p></div></div>"), BlockRole::kSideText);
  EXPECT_EQ(RoleOn("<div id=comments><div class=article-body><p>Merci!</p></div></div>"), BlockRole::kShort);
}

TEST(BlockRoleTest, QuotesNeedTheLeast) {
  EXPECT_EQ(RoleOn("<blockquote>Wir kommen wieder</blockquote>"), BlockRole::kQuote);
  for (const BlockRole role : {BlockRole::kRunning, BlockRole::kShort, BlockRole::kImageText, BlockRole::kLinkLine}) {
    EXPECT_LT(ThresholdOf(BlockRole::kQuote), ThresholdOf(role));
  }
}

}  // namespace
}  // namespace polygist::ingest
