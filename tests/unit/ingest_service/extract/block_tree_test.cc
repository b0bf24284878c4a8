#include "ingest_service/extract/block_tree.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace polygist::ingest {
namespace {

std::vector<std::string> TextsOf(std::string_view html) {
  std::vector<std::string> texts;
  for (const TextBlock& block : BuildBlocks(ParseHtml(html))) texts.push_back(block.text);
  return texts;
}

using Texts = std::vector<std::string>;

TEST(BlockTreeTest, BlockElementsSplitAndInlineElementsDoNot) {
  EXPECT_EQ(TextsOf("<div>one <b>two</b> <a href=x>three</a><p>four</p>five</div>"),
            (Texts{"one two three", "four", "five"}));
}

TEST(BlockTreeTest, TwoBreaksSplitAndOneDoesNot) {
  EXPECT_EQ(TextsOf("<p>eins<br>zwei<br>\n <br/>drei</p>"), (Texts{"eins zwei", "drei"}));
}

TEST(BlockTreeTest, ScriptsStylesAndHeadsHaveNoText) {
  EXPECT_EQ(TextsOf("<head><title>t</title><style>s</style></head><body>a<script>b</script>c</body>"), (Texts{"ac"}));
}

TEST(BlockTreeTest, KindsAndLevels) {
  const auto blocks = BuildBlocks(
      ParseHtml("<h2>Kop</h2><ul><li>een<ul><li>twee</li></ul></li></ul><blockquote><p>citaat</p></blockquote>"
                "<table><tr><td>cel</td></tr></table><pre>x</pre><figure><figcaption>foto</figcaption></figure>"));
  ASSERT_EQ(blocks.size(), 7u);
  EXPECT_EQ(blocks[0].kind, BlockKind::kHeading);
  EXPECT_EQ(blocks[0].level, 2);
  EXPECT_EQ(blocks[1].level, 1);
  EXPECT_EQ(blocks[2].kind, BlockKind::kListItem);
  EXPECT_EQ(blocks[2].level, 2);
  EXPECT_EQ(blocks[3].kind, BlockKind::kQuote);
  EXPECT_EQ(blocks[4].kind, BlockKind::kTableRow);
  EXPECT_EQ(blocks[5].kind, BlockKind::kPreformatted);
  EXPECT_EQ(blocks[6].kind, BlockKind::kCaption);
}

TEST(BlockTreeTest, LinkDensityCountsOnlyLinksWithATarget) {
  const auto blocks = BuildBlocks(ParseHtml("<p><a name=x>Alles hier ist Text</a></p><p><a href=y>lien</a></p>"));
  EXPECT_EQ(blocks[0].LinkDensity(), 0.0);
  EXPECT_EQ(blocks[1].LinkDensity(), 1.0);
}

TEST(BlockTreeTest, MappedTextPointsAtThePage) {
  const std::string html = "<p>  Selasa&nbsp;(26/11)\n <i>di</i> Jakarta </p>";
  const HtmlDocument document = ParseHtml(html);
  const auto blocks = BuildBlocks(document);
  ASSERT_EQ(blocks.size(), 1u);
  const text::MappedText mapped = MapBlock(document, blocks[0]);
  EXPECT_EQ(mapped.text(), "Selasa (26/11) di Jakarta");
  EXPECT_EQ(mapped.text(), blocks[0].text);
  const int64_t at = static_cast<int64_t>(mapped.text().find("Jakarta"));
  EXPECT_EQ(Slice(html, mapped.ToSource({at, at + 7})), "Jakarta");
}

TEST(BlockTreeTest, PreformattedTextKeepsItsLines) {
  const HtmlDocument document = ParseHtml("<pre>a\n  b</pre>");
  EXPECT_EQ(MapBlock(document, BuildBlocks(document)[0]).text(), "a\n  b");
}

TEST(BlockTreeTest, SourcesAscend) {
  const auto blocks = BuildBlocks(ParseHtml("<p>a</p><ul><li>b<li>c</ul>d<table><tr><td>e<td>f</table>"));
  for (size_t b = 1; b < blocks.size(); ++b) EXPECT_LE(blocks[b - 1].source.end, blocks[b].source.begin);
}

}  // namespace
}  // namespace polygist::ingest
