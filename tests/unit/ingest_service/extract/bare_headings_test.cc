#include "ingest_service/extract/bare_headings.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string_view>
#include <vector>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;

// By block: 1 to 6 a heading of that level, p a paragraph, c a caption, x what was removed. Every heading is `likely`.
std::vector<bool> Find(std::string_view page, float likely = 0.6f) {
  std::vector<TextBlock> blocks(page.size());
  std::vector<BlockPlace> places(page.size(), BlockPlace::kBody);
  for (size_t b = 0; b < page.size(); ++b) {
    if (page[b] == 'x') places[b] = BlockPlace::kRemoved;
    if (page[b] == 'c') places[b] = BlockPlace::kCaption;
    if (page[b] < '1' || page[b] > '6') continue;
    blocks[b].kind = BlockKind::kHeading;
    blocks[b].level = page[b] - '0';
  }
  return FindBareHeadings(blocks, places, std::vector<float>(page.size(), likely));
}

TEST(FindBareHeadingsTest, ASectionThatWasRemovedTakesItsHeading) {
  EXPECT_THAT(Find("p2xx"), ElementsAre(false, true, false, false));
  EXPECT_THAT(Find("p2x2p"), ElementsAre(false, true, false, false, false));
}

TEST(FindBareHeadingsTest, ASectionWithTextKeepsItsHeading) {
  EXPECT_THAT(Find("p2xp"), ElementsAre(false, false, false, false));
  EXPECT_THAT(Find("p2x3p"), ElementsAre(false, false, false, false, false));
}

TEST(FindBareHeadingsTest, SectionsOfSectionsGoTogether) {
  EXPECT_THAT(Find("p2x3x2p"), ElementsAre(false, true, false, true, false, false, false));
}

TEST(FindBareHeadingsTest, ACaptionIsSomething) {
  EXPECT_THAT(Find("p3cx3p"), ElementsAre(false, false, false, false, false, false));
}

TEST(FindBareHeadingsTest, NothingRemovedNothingBare) {
  EXPECT_THAT(Find("p22p2"), ElementsAre(false, false, false, false, false));
}

TEST(FindBareHeadingsTest, ASureHeadingStays) { EXPECT_THAT(Find("p2x", 0.9f), ElementsAre(false, false, false)); }

TEST(FindBareHeadingsTest, ABodyOfHeadingsStays) { EXPECT_THAT(Find("2x2x"), ElementsAre(false, false, false, false)); }

}  // namespace
}  // namespace polygist::ingest
