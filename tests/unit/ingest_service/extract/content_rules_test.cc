#include "ingest_service/extract/content_rules.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

// A sentence long enough to be running text, different for each number.
std::string Paragraph(int number) {
  return "<p>Der " + std::to_string(number) +
         ". Absatz ist lang genug, um als laufender Text zu gelten, und er endet, wie es sich gehört, mit einem "
         "Punkt.</p>";
}

std::string Selected(std::string_view html) {
  const HtmlDocument document = ParseHtml(html);
  const auto blocks = BuildBlocks(document);
  const ElementContexts contexts(document, blocks);
  const auto structure = AnalyzeStructure(document, blocks, contexts);
  const auto selected = SelectByRules(document, blocks, contexts, structure);
  std::string text;
  for (size_t b = 0; b < blocks.size(); ++b) {
    if (selected[b]) text += blocks[b].text + "\n";
  }
  return text;
}

TEST(ContentRulesTest, ArticlesSplitOverSectionsStayWhole) {
  const std::string text = Selected("<div><section>" + Paragraph(1) + Paragraph(2) + "</section><section>" +
                                    Paragraph(3) + Paragraph(4) + "</section></div><footer><p>Impressum</p></footer>");
  EXPECT_NE(text.find("Der 1."), std::string::npos);
  EXPECT_NE(text.find("Der 3."), std::string::npos);
  EXPECT_EQ(text.find("Impressum"), std::string::npos);
}

TEST(ContentRulesTest, ClassNamesAboveTheArticleDoNotStrikeIt) {
  const std::string text =
      Selected("<div class='sidebar-right comment-page'><div>" + Paragraph(1) + Paragraph(2) + "</div></div>");
  EXPECT_NE(text.find("Der 2."), std::string::npos);
}

TEST(ContentRulesTest, FurnitureInsideTheArticleIsLeftOut) {
  const std::string text = Selected("<article>" + Paragraph(1) + "<div class=related-articles>" + Paragraph(2) +
                                    "</div>" + Paragraph(3) + Paragraph(4) + Paragraph(5) + "</article>");
  EXPECT_EQ(text.find("Der 2."), std::string::npos);
  EXPECT_NE(text.find("Der 5."), std::string::npos);
}

}  // namespace
}  // namespace polygist::ingest
