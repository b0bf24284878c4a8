#include "summary_service/pipeline/gists.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

std::vector<std::string> TextsOf(const Gist& gist) {
  std::vector<std::string> texts;
  for (const GistItem& item : gist.items) texts.push_back(item.text);
  return texts;
}

TEST(GistWriterTest, NamesNumbersDatesAndCountriesInTheReadersForms) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "id",
                {"Pada 15 Februari 2024 kapal milik Budi Santosa membawa 1.240 orang dari Jerman.",
                 "Kapal itu bersama Budi Santosa kembali."})};
  const Gist gist = GistWriter(MatchStory(articles, nullptr), "nl").Write({0, 0});
  EXPECT_EQ(gist.language, "nl");
  EXPECT_THAT(TextsOf(gist),
              ::testing::ElementsAre("donderdag 15 februari 2024", "Budi Santosa", "1.240", "Duitsland"));
  for (const GistItem& item : gist.items) EXPECT_FALSE(Slice(articles[0].text, item.span).empty());
  EXPECT_EQ(gist.items[0].kind, GistKind::kDate);
  EXPECT_EQ(gist.items[1].kind, GistKind::kName);
  EXPECT_EQ(gist.items[2].kind, GistKind::kNumber);
  EXPECT_EQ(gist.items[3].kind, GistKind::kCountry);
}

TEST(GistWriterTest, ANameOfAnotherScriptIsWrittenAsAnArticleOfTheReaderWritesIt) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "ru", {"Вчера капитан Солано дал интервью.", "Потом Солано ушёл."}),
      ArticleOf("b", "en", {"The captain, Solano, gave an interview."})};
  EXPECT_THAT(TextsOf(GistWriter(MatchStory(articles, nullptr), "en").Write({0, 0})), ::testing::ElementsAre("Solano"));
  EXPECT_THAT(TextsOf(GistWriter(MatchStory(articles, nullptr), "fr").Write({0, 0})), ::testing::ElementsAre("Солано"));
}

TEST(GistWriterTest, SoIsANameOfAScriptWithoutCapitals) {
  const std::vector<SourceArticle> articles = {ArticleOf("a", "en", {"The mayor met Karim Haddad in the port."}),
                                               ArticleOf("b", "ar", {"التقى رئيس البلدية كريم حداد في الميناء."})};
  EXPECT_THAT(TextsOf(GistWriter(MatchStory(articles, nullptr), "en").Write({1, 0})),
              ::testing::Contains(::testing::StartsWith("K")));
}

TEST(GistWriterTest, NationalitiesStayAsWritten) {
  const std::vector<SourceArticle> articles = {ArticleOf("a", "fr", {"Un ferry indonésien a coulé."})};
  EXPECT_THAT(TextsOf(GistWriter(MatchStory(articles, nullptr), "ja").Write({0, 0})),
              ::testing::ElementsAre("indonésien"));
}

TEST(GistWriterTest, EachThingIsToldOnce) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "nl", {"In de haven van Salvo lagen 16 boten, en van Salvo voeren 16 boten uit."})};
  EXPECT_THAT(TextsOf(GistWriter(MatchStory(articles, nullptr), "en").Write({0, 0})),
              ::testing::ElementsAre("Salvo", "16"));
}

}  // namespace
}  // namespace polygist::summary
