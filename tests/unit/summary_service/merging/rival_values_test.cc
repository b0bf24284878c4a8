#include "summary_service/merging/rival_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "summary_service/merging/candidate_pairs.h"
#include "summary_service/merging/compare_articles.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::vector<RivalValues> RivalsOf(const std::vector<SourceArticle>& articles) {
  const Story story = ReadStory(articles, nullptr);
  const auto matches = MatchTerms(story);
  const std::vector<Quantity> quantities = ReadQuantities(articles, story);
  return FindRivals(story,
                    CountedThings(story, matches, quantities, CandidatePairs(TermEvidence(story, matches), matches)),
                    quantities);
}

std::vector<RivalValues> SurerRivalsOf(const std::vector<SourceArticle>& articles) {
  std::vector<RivalValues> rivals = RivalsOf(articles);
  std::erase_if(rivals, [](const RivalValues& pair) { return pair.weak; });
  return rivals;
}

TEST(FindRivalsTest, AlikeValuesOfTwoArticlesAreRivals) {
  const std::vector<SourceArticle> articles = {ArticleOf("a", "en", {"The storm hurt 31 people."}),
                                               ArticleOf("b", "sv", {"Stormen skadade 34 personer."})};
  const std::vector<RivalValues> rivals = RivalsOf(articles);
  ASSERT_THAT(rivals, SizeIs(1));
  EXPECT_FALSE(rivals[0].same_noun);
  EXPECT_TRUE(rivals[0].in_short);
}

TEST(FindRivalsTest, ValuesFarApartAreOfDifferentThings) {
  EXPECT_THAT(RivalsOf({ArticleOf("a", "en", {"The storm hurt 31 people."}),
                        ArticleOf("b", "sv", {"Stormen skadade 54 personer."})}),
              IsEmpty());
}

TEST(FindRivalsTest, AnArticleThatGivesBothValuesMeansDifferentThings) {
  EXPECT_THAT(RivalsOf({ArticleOf("a", "en", {"The storm hurt 31 people.", "It felled 34 masts."}),
                        ArticleOf("b", "sv", {"Stormen skadade 34 personer."})}),
              IsEmpty());
}

TEST(FindRivalsTest, SmallCountsNeedTheirNoun) {
  EXPECT_THAT(SurerRivalsOf({ArticleOf("a", "en", {"The storm felled 7 masts."}),
                             ArticleOf("b", "sv", {"Stormen skadade 8 personer."})}),
              IsEmpty());
  EXPECT_THAT(
      SurerRivalsOf({ArticleOf("a", "en", {"The storm felled 7 masts."}), ArticleOf("b", "en", {"Eight masts fell."})}),
      SizeIs(1));
}

TEST(FindRivalsTest, ArticlesFullOfValuesHaveNone) {
  const std::string many = "It passed posts 201, 302, 403, 504, 605, 706 and 807.";
  EXPECT_THAT(SurerRivalsOf({ArticleOf("a", "en", {"The storm hurt 31 people.", many}),
                             ArticleOf("b", "sv", {"Stormen skadade 34 personer."})}),
              IsEmpty());
}

TEST(FindRivalsTest, LinesOfDatesCountNothing) {
  EXPECT_THAT(
      RivalsOf({ArticleOf("a", "en", {"17 Decembar, Monday, 2007"}), ArticleOf("b", "en", {"13 Decembar, 2007"})}),
      IsEmpty());
  EXPECT_THAT(
      RivalsOf({ArticleOf("a", "en", {"17 flights cancelled"}), ArticleOf("b", "en", {"13 flights cancelled"})}),
      SizeIs(1));
}

TEST(FindRivalsTest, DistancesAndPercentagesAreWeakRivals) {
  for (const std::string unit : {"km off", "% higher"}) {
    const std::vector<RivalValues> rivals = RivalsOf(
        {ArticleOf("a", "en", {"It lies 55 " + unit + "."}), ArticleOf("b", "en", {"It lies 60 " + unit + "."})});
    ASSERT_THAT(rivals, SizeIs(1)) << unit;
    EXPECT_TRUE(rivals[0].weak) << unit;
  }
}

TEST(FindRivalsTest, ANumberOfOtherThingsGivesNoAmountOfMoney) {
  EXPECT_THAT(RivalsOf({ArticleOf("a", "en", {"It cost 250 euros.", "It felled 200 masts."}),
                        ArticleOf("b", "nl", {"Het kostte 200 euro."})}),
              SizeIs(1));
}

TEST(FindRivalsTest, ABareNumberThatOthersGiveWithAUnitIsOfThatUnit) {
  const SourceArticle bare = ArticleOf("a", "en", {"She won a car, and 50,000."});
  const SourceArticle counts = ArticleOf("b", "en", {"It drew 41,000 people."});
  EXPECT_THAT(RivalsOf({bare, counts}), SizeIs(1));
  EXPECT_THAT(RivalsOf({bare, counts, ArticleOf("c", "nl", {"Ze wint 50.000 euro."})}), IsEmpty());
}

class SureRivalsTest : public testing::Test {
 protected:
  SureRivalsTest() {
    for (int s = 0; s < 3; ++s) story_.sentences.push_back({s == 0 ? 0 : 1, s == 0 ? 0 : s - 1, 0, {}});
    for (int q = 0; q < 3; ++q) {
      quantities_.emplace_back().sentence = q;
      quantities_.back().value = 30 + q;
    }
  }

  Story story_;
  std::vector<Quantity> quantities_;  // One in the first article, two in the second.
};

TEST_F(SureRivalsTest, OnlyTheBestOfAnArticleIsSure) {
  const std::vector<RivalValues> rivals = {{0, 1, false, false}, {0, 2, false, false}};
  EXPECT_THAT(SureRivals(story_, quantities_, rivals, {560, 640}, {false, false}, {}),
              testing::ElementsAre(std::pair(0, 2)));
}

TEST_F(SureRivalsTest, ACommonNounCountsBeforeTheStrength) {
  const std::vector<RivalValues> rivals = {{0, 1, true, false}, {0, 2, false, false}};
  EXPECT_THAT(SureRivals(story_, quantities_, rivals, {500, 640}, {false, false}, {}),
              testing::ElementsAre(std::pair(0, 1)));
}

TEST_F(SureRivalsTest, WeakOnesAreNotSure) {
  EXPECT_THAT(SureRivals(story_, quantities_, {{0, 1, false, false}}, {490}, {false}, {}), IsEmpty());
  EXPECT_THAT(SureRivals(story_, quantities_, {{0, 1, true, false}}, {420}, {false}, {}), IsEmpty());
}

TEST_F(SureRivalsTest, ThoseAlikeByChanceAreNeverSureByThemselves) {
  EXPECT_THAT(SureRivals(story_, quantities_, {{0, 1, true, false, true}}, {740}, {false}, {}), IsEmpty());
}

TEST_F(SureRivalsTest, DoubtfulOnesAreNotSure) {
  EXPECT_THAT(SureRivals(story_, quantities_, {{0, 1, true, false}}, {740}, {true}, {}), IsEmpty());
}

TEST_F(SureRivalsTest, AValueThatFitsTwoThingsIsDoubtful) {
  const std::vector<RivalValues> rivals = {{0, 1, false, false}, {0, 2, false, false}};
  EXPECT_THAT(AreDoubtful(story_, quantities_, rivals, {560, 570}), testing::ElementsAre(true, true));
  EXPECT_THAT(AreDoubtful(story_, quantities_, rivals, {560, 640}), testing::ElementsAre(true, false));
}

TEST_F(SureRivalsTest, ThreeValuesOfOneThingAreNotDoubtful) {
  story_.sentences[2].article = 2;  // No article gives both values that the first one stands against.
  const std::vector<RivalValues> rivals = {{0, 1, false, false}, {0, 2, false, false}};
  EXPECT_THAT(AreDoubtful(story_, quantities_, rivals, {560, 570}), testing::ElementsAre(false, false));
}

TEST_F(SureRivalsTest, ShortArticlesLinkedByOtherWordsCountDifferentThings) {
  const std::vector<SentenceLink> links = {{0, 1, 700, 0}};
  EXPECT_THAT(SureRivals(story_, quantities_, {{0, 1, true, true}}, {740}, {false}, links), IsEmpty());
  EXPECT_THAT(SureRivals(story_, quantities_, {{0, 1, true, false}}, {740}, {false}, links), SizeIs(1));
}

TEST(CompareArticlesTest, SentencesWithUnlikeValuesOfOneThingAreOneGroup) {
  const ArticleComparison comparison = CompareArticles(
      std::vector<SourceArticle>{
          ArticleOf("a", "en",
                    {"The ferry Aurelia struck a reef near Velmora.", "In all 31 passengers were hurt.",
                     "Divers from Odrin will inspect the hull."}),
          ArticleOf("b", "en",
                    {"A reef near Velmora stopped the ferry Aurelia.", "The crash left 34 passengers hurt.",
                     "Odrin sends divers to look at the hull."})},
      nullptr);
  ASSERT_THAT(comparison.disagreements, SizeIs(1));
  EXPECT_TRUE(comparison.disagreements[0].same_statement);
  const bool grouped = std::any_of(comparison.groups.begin(), comparison.groups.end(), [](const StatementGroup& group) {
    return group.members.size() == 2 && group.members[0].sentence == 1 && group.members[1].sentence == 1;
  });
  EXPECT_TRUE(grouped);
}

}  // namespace
}  // namespace polygist::summary
