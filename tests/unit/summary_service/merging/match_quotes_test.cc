#include "summary_service/merging/match_quotes.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "summary_service/merging/compare_articles.h"
#include "tests/unit/summary_service/lexicon/test_lexicon.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using ::testing::ElementsAre;

std::vector<QuoteGroup> GroupsOf(const std::vector<SourceArticle>& articles) {
  return CompareArticles(articles, nullptr, {.quotes = true}).quotes;
}

std::vector<SourceArticle> Story() {
  std::vector<SourceArticle> articles = {
      ArticleOf("a", "en",
                {"The ferry Sinar Merah ran aground near Port Salvo.",
                 "“All 214 passengers of the Sinar Merah are on land,” said Budi Santosa.",
                 "Divers search the engine room."}),
      ArticleOf(
          "b", "en",
          {"A ship ran aground on Monday near Port Salvo.",
           "“All 214 passengers of the Sinar Merah are now on dry land,” Budi Santosa said.", "The owner is silent."}),
      ArticleOf(
          "c", "nl",
          {"De veerboot liep maandag op een rif.",
           "'Alle 214 passagiers van de Sinar Merah zijn aan land', zei Budi Santosa.", "Duikers zoeken verder."}),
      ArticleOf(
          "d", "en",
          {"The company answered on Tuesday.", "“All 214 passengers of the Sinar Merah were paid,” said Lena Ortiz."})};
  articles[0].source = "Coast";
  articles[1].source = "Wire";
  articles[2].source = "Havenbode";
  articles[3].source = "Post";
  return articles;
}

TEST(MatchQuotesTest, OneSpeechIsFoundOverSourcesAndLanguages) {
  const std::vector<QuoteGroup> groups = GroupsOf(Story());
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[0].speaker, "Budi Santosa");
  EXPECT_EQ(groups[0].speaker_key, "budi santosa");
  EXPECT_THAT(groups[0].languages, ElementsAre("en", "nl"));
  EXPECT_THAT(groups[0].sources, ElementsAre("Coast", "Wire", "Havenbode"));
  EXPECT_EQ(groups[0].independent_origins, 3);
  EXPECT_TRUE(groups[0].wording_differs);
  for (const Quote& quote : groups[0].quotes) EXPECT_GT(quote.strength_permille, 0);
}

TEST(MatchQuotesTest, AnotherSpeakerIsAnotherSpeech) {
  const std::vector<QuoteGroup> groups = GroupsOf(Story());
  ASSERT_EQ(groups.size(), 2u);
  EXPECT_EQ(groups[1].speaker, "Lena Ortiz");
  EXPECT_EQ(groups[1].quotes.size(), 1u);
  EXPECT_EQ(groups[1].quotes[0].strength_permille, 0);
}

TEST(MatchQuotesTest, TheSameOrShortenedWordsDoNotDiffer) {
  const std::vector<QuoteGroup> groups =
      GroupsOf({ArticleOf("a", "en", {"“The old bridge was never safe for lorries,” said Tom Baker."}),
                ArticleOf("b", "en", {"Tom Baker said: “The old bridge was never safe.”"})});
  ASSERT_EQ(groups.size(), 1u);
  EXPECT_EQ(groups[0].quotes.size(), 2u);
  EXPECT_FALSE(groups[0].wording_differs);
}

TEST(MatchQuotesTest, NamesMatchInPartAndAcrossScripts) {
  const auto may_be = [](const char* a, const char* key_a, const char* b, const char* key_b) {
    Quote one, other;
    one.speaker = a, one.speaker_key = key_a, other.speaker = b, other.speaker_key = key_b;
    return MayBeOneSpeaker(one, other);
  };
  EXPECT_TRUE(may_be("Budi", "budi", "Budi Santosa", "budi santosa"));
  EXPECT_TRUE(may_be("Budi Santosa", "budi santosa", "Budi Santoza", "budi santoza"));
  EXPECT_FALSE(may_be("Lena Ortiz", "lena ortiz", "Budi Santosa", "budi santosa"));
  EXPECT_FALSE(may_be("Lena Santosa", "lena santosa", "Budi Santosa", "budi santosa"));
  EXPECT_TRUE(may_be("فابيان", "fabyan", "Fabian Cortez", "fabian cortez"));
  EXPECT_FALSE(may_be("فابيان", "fabyan", "Lena Ortiz", "lena ortiz"));
}

TEST(MatchQuotesTest, NothingQuotedIsNothing) {
  EXPECT_TRUE(GroupsOf({ArticleOf("a", "en", {"The bridge fell."})}).empty());
}

}  // namespace
}  // namespace polygist::summary
