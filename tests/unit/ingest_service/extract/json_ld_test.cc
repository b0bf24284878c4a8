#include "ingest_service/extract/json_ld.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

JsonLdArticle Read(std::string_view json) {
  const std::string html = "<head><script type='application/ld+json'>" + std::string(json) + "</script></head>";
  return ReadJsonLd(ParseHtml(html));
}

TEST(JsonLdTest, ReadsAnArticleInsideAGraph) {
  const JsonLdArticle article = Read(R"({"@graph":[{"@type":"WebSite","name":"Le Soir"},
      {"@type":["NewsArticle"],"headline":"Un &amp; deux","author":[{"name":"Ann"},{"name":"Bo"}],
       "datePublished":"2024-11-26T10:00:00+01:00","articleBody":"<p>Texte.</p>"}]})");
  EXPECT_TRUE(article.found);
  EXPECT_EQ(article.headline, "Un & deux");
  EXPECT_EQ(article.author, "Ann, Bo");
  EXPECT_EQ(article.site_name, "Le Soir");
  EXPECT_EQ(article.date_published, "2024-11-26T10:00:00+01:00");
  EXPECT_EQ(article.body, "Texte.");
}

TEST(JsonLdTest, ToleratesWrappersAndLineEndsInStrings) {
  EXPECT_EQ(Read("/*<![CDATA[*/{\"@type\":\"Article\",\"headline\":\"a\nb\"}/*]]>*/;").headline, "a b");
}

TEST(JsonLdTest, BrokenOrForeignJsonIsPassedOver) {
  EXPECT_FALSE(Read("{\"@type\":\"Article\",").found);
  EXPECT_FALSE(Read("[1,2,3]").found);
  EXPECT_FALSE(Read(std::string(100000, '[')).found);
}

}  // namespace
}  // namespace polygist::ingest
