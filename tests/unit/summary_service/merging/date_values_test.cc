#include "summary_service/merging/date_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "summary_service/merging/compare_articles.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

std::vector<std::pair<int, int>> RivalsOf(const std::vector<SourceArticle>& articles) {
  const Story story = ReadStory(articles, nullptr);
  return RivalDates(story, ReadDates(story));
}

TEST(ReadDatesTest, ASentenceOfTwoDatesOrAWeekdayIsLeftOut) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "en", {"It opened on 3 June.", "It ran from 3 June to 5 July.", "It closed on Friday, 4 July.", "In June it rained."})};
  EXPECT_THAT(ReadDates(ReadStory(articles, nullptr)), SizeIs(1));
}

TEST(RivalDatesTest, UnlikeDatesOfTwoArticlesAreRivals) {
  EXPECT_THAT(RivalsOf({ArticleOf("a", "en", {"The trial opens on 3 June."}), ArticleOf("b", "en", {"It opens on 5 June."})}),
              SizeIs(1));
}

TEST(RivalDatesTest, WhereAnArticleGivesBothDatesTheyAreOfDifferentEvents) {
  EXPECT_THAT(RivalsOf({ArticleOf("a", "en", {"The trial opens on 3 June.", "The verdict falls on 5 June."}),
                        ArticleOf("b", "en", {"It opens on 5 June."})}),
              IsEmpty());
}

TEST(RivalDatesTest, ArticlesOfManyDatesTellOfSeveralEvents) {
  EXPECT_THAT(RivalsOf({ArticleOf("a", "en", {"It opens on 3 June.", "It closes on 9 August.", "It was built on 1 May 1990."}),
                        ArticleOf("b", "en", {"It opens on 5 June."})}),
              IsEmpty());
}

TEST(CompareArticlesTest, DatesThatDifferAreOneDisagreementAndOneGroup) {
  const ArticleComparison comparison = CompareArticles(
      std::vector<SourceArticle>{ArticleOf("a", "en", {"The trial of Orsolya Vint opens in Tramere on 3 June."}),
                                 ArticleOf("b", "nl", {"In Tramere opent op 5 juni het proces van Orsolya Vint."}),
                                 ArticleOf("c", "en", {"Orsolya Vint goes on trial in Tramere on 3 June."})},
      nullptr);
  ASSERT_THAT(comparison.disagreements, SizeIs(1));
  EXPECT_THAT(comparison.disagreements[0].values, SizeIs(3));
  ASSERT_THAT(comparison.groups, SizeIs(1));
  EXPECT_THAT(comparison.groups[0].members, SizeIs(3));
}

}  // namespace
}  // namespace polygist::summary
