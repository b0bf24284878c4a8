#include "ingest_service/extract/html_document.h"

#include <gtest/gtest.h>

#include <random>
#include <string>

namespace polygist::ingest {
namespace {

std::string Repeat(std::string_view part, size_t bytes) {
  std::string text;
  text.reserve(bytes + part.size());
  while (text.size() < bytes) text += part;
  return text;
}

TEST(HtmlDocumentTest, TextsKnowTheirBytes) {
  const std::string html = "<html><body><p>Käse <b>und</b> Brot</p><!-- x --><p>Zwei &amp; drei</p></body></html>";
  const HtmlDocument document = ParseHtml(html);
  std::string all;
  for (int32_t i = 0; i < document.size(); ++i) {
    const HtmlNode& node = document.node(i);
    if (node.tag != Tag::kText) continue;
    all += node.text;
    const std::string source = html.substr(node.begin, node.end - node.begin);
    EXPECT_EQ(source, node.exact ? std::string(node.text) : "&amp;");
  }
  EXPECT_EQ(all, "Käse und BrotZwei & drei");
}

TEST(HtmlDocumentTest, NodesAreInDocumentOrderAndNested) {
  const HtmlDocument document = ParseHtml("<div><p>a<p>b<ul><li>c<li>d</ul></div>");
  for (int32_t i = 1; i < document.size(); ++i) {
    const HtmlNode& node = document.node(i);
    ASSERT_GE(node.parent, 0);
    ASSERT_LT(node.parent, i);
    EXPECT_LE(node.subtree_end, document.node(node.parent).subtree_end);
    EXPECT_EQ(node.depth, document.node(node.parent).depth + 1);
  }
}

TEST(HtmlDocumentTest, ThePagesOwnEncodingLabelIsIgnored) {
  const HtmlDocument document =
      ParseHtml("<html><head><meta charset='iso-8859-1'></head><body><p>Crème brûlée</p></body></html>");
  EXPECT_EQ(document.TextOf(0), "Crème brûlée");
}

TEST(HtmlDocumentTest, AttributesAreDecoded) {
  const HtmlDocument document = ParseHtml("<html lang='fr'><body><div class='a &amp; b' onclick='x()'>t</div></body>");
  EXPECT_EQ(document.Attribute(0, "lang"), "fr");
  for (int32_t i = 0; i < document.size(); ++i) {
    if (document.node(i).tag != Tag::kDiv) continue;
    EXPECT_EQ(document.Attribute(i, "class"), "a & b");
  }
}

TEST(HtmlDocumentTest, NulBytesDoNotEndThePage) {
  const HtmlDocument document = ParseHtml(std::string_view("<p>one\0two</p><p>three</p>", 26));
  EXPECT_EQ(document.TextOf(0), "one two three");
}

TEST(HtmlDocumentTest, InvalidBytesDoNotChangeTheRest) {
  const HtmlDocument document = ParseHtml("<p>caf\xE9</p><p>Größe</p>");
  EXPECT_EQ(document.TextOf(0), "caf? Größe");
}

TEST(HtmlDocumentTest, TextBeforeAnyTagHasItsPlace) {
  for (const std::string_view html : {"abc", "abc<br>d", "<body>abc</body>", "<html><head></head>abc"}) {
    const HtmlDocument document = ParseHtml(html);
    for (int32_t i = 0; i < document.size(); ++i) {
      const HtmlNode& node = document.node(i);
      if (node.text != "abc") continue;
      EXPECT_EQ(html.substr(node.begin, node.end - node.begin), "abc") << html;
    }
  }
}

TEST(HtmlDocumentTest, DeepNestingAddsNoText) {
  const HtmlDocument document = ParseHtml(Repeat("<div>", 100'000) + "<p>below</p>" + Repeat("</div>", 100'000));
  EXPECT_EQ(document.TextOf(0), "below");
}

TEST(HtmlDocumentTest, DeepNestingIsBoundedAndKeepsItsText) {
  const std::string html =
      Repeat("<div>", 5 * 100'000) + "<p>100,000 deep</p>" + Repeat("</div>", 6 * 100'000) + "<p>after</p>";
  const HtmlDocument document = ParseHtml(html);
  int depth = 0;
  for (int32_t i = 0; i < document.size(); ++i) depth = std::max<int>(depth, document.node(i).depth);
  EXPECT_LE(depth, kMaxDepth);
  const std::string text = document.TextOf(0);
  EXPECT_NE(text.find("100,000 deep"), std::string::npos);
  EXPECT_NE(text.find("after"), std::string::npos);
}

TEST(HtmlDocumentTest, EndTagsThatMatchNothingAreCheap) {
  const std::string html = Repeat("<b><i>", 600'000) + Repeat("</x>", 400'000) + "end";
  EXPECT_NE(ParseHtml(html).TextOf(0).find("end"), std::string::npos);
}

TEST(HtmlDocumentTest, FiftyMegabytesOfOneTagAreBounded) {
  for (const std::string_view tag : {"<div>", "<a>"}) {
    const HtmlDocument document = ParseHtml(Repeat(tag, 50'000'000));
    EXPECT_LE(document.size(), kMaxNodes + 1) << tag;
    EXPECT_TRUE(document.truncated()) << tag;
  }
}

TEST(HtmlDocumentTest, RepeatedMarkupOfAnyKindIsBounded) {
  for (const std::string_view part :
       {"<p>", "<br>", "<td>", "<!--", "<", "&amp;", "<title>", "<script>", "<a b='", "</p>", "<table>", "<li>",
        "<svg>", "&", "<![CDATA[", "<?x", "<select><option>"}) {
    EXPECT_LE(ParseHtml(Repeat(part, 2'000'000)).size(), kMaxNodes + 1) << part;
  }
}

TEST(HtmlDocumentTest, OneTagWithMillionsOfAttributesIsBounded) {
  std::string html = "<div ";
  for (int i = 0; html.size() < 20'000'000; ++i) html.append("a").append(std::to_string(i)).append("=1 ");
  html += "><p>after</p>";
  EXPECT_NE(ParseHtml(html).TextOf(0).find("after"), std::string::npos);
}

TEST(HtmlDocumentTest, AnyBytesParse) {
  std::mt19937 random(20241126);
  const std::string_view alphabet = "<>/!-=\"' &;#abpdivtrx\0\xFF\xC3\xA9\n";
  for (int round = 0; round < 2000; ++round) {
    std::string html;
    const size_t size = random() % 200;
    for (size_t i = 0; i < size; ++i) html.push_back(alphabet[random() % alphabet.size()]);
    const HtmlDocument document = ParseHtml(html);
    for (int32_t i = 0; i < document.size(); ++i) {
      ASSERT_LE(document.node(i).begin, document.node(i).end);
      ASSERT_LE(document.node(i).end, html.size());
    }
  }
}

}  // namespace
}  // namespace polygist::ingest
