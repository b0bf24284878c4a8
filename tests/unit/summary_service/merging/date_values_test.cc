#include "summary_service/merging/date_values.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "absl/time/civil_time.h"
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

std::vector<DateValue> DatesOf(const SourceArticle& article) {
  return ReadDates(ReadStory(std::vector<SourceArticle>{article}, nullptr));
}

SourceArticle PublishedOn(int day, SourceArticle article) {  // Of March 2027; the 8th is a Monday.
  article.publish_time = absl::FromCivil(absl::CivilDay(2027, 3, day), absl::UTCTimeZone());
  return article;
}

TEST(ReadDatesTest, ASentenceOfTwoDaysIsLeftOut) {
  EXPECT_THAT(DatesOf(ArticleOf("a", "en",
                                {"The hall opened on 3 June.", "It ran from 3 June to 5 July.", "In June it rained."})),
              SizeIs(1));
}

TEST(ReadDatesTest, AWeekdayBesideItsDateIsTheSameDay) {
  EXPECT_THAT(DatesOf(ArticleOf("a", "en", {"The hall closed on Friday, 4 July 2031."})), SizeIs(1));
  EXPECT_THAT(DatesOf(ArticleOf("a", "en", {"The hall closed on Sunday, 4 July 2031."})), IsEmpty());
}

TEST(ReadDatesTest, AWeekdayNeedsTheDateOfItsArticle) {
  const SourceArticle article = ArticleOf("a", "en", {"The hall closed on Friday."});
  EXPECT_THAT(DatesOf(article), IsEmpty());
  EXPECT_THAT(DatesOf(PublishedOn(10, article)), SizeIs(1));
}

TEST(ReadDatesTest, WhenSomethingWasSaidIsNotWhenItWas) {
  EXPECT_THAT(DatesOf(PublishedOn(10, ArticleOf("a", "en", {"The hall will close, the mayor said on Friday."}))),
              IsEmpty());
  EXPECT_THAT(DatesOf(PublishedOn(10, ArticleOf("a", "nl", {"De zaal sluit, zei burgemeester Vos dinsdag."}))),
              IsEmpty());
  EXPECT_THAT(DatesOf(PublishedOn(10, ArticleOf("a", "en", {"The hall will close on Friday, said the mayor."}))),
              SizeIs(1));
}

TEST(ReadDatesTest, ALineThatIsNothingButADateStatesNothing) {
  EXPECT_THAT(DatesOf(ArticleOf("a", "en", {"Friday, 4 July 2031"})), IsEmpty());
}

TEST(RivalDatesTest, UnlikeDatesOfTwoArticlesAreRivals) {
  EXPECT_THAT(
      RivalsOf({ArticleOf("a", "en", {"The trial opens on 3 June."}), ArticleOf("b", "en", {"It opens on 5 June."})}),
      SizeIs(1));
}

TEST(RivalDatesTest, AWeekdayIsARivalOfTheDaysAroundIt) {
  const SourceArticle friday = PublishedOn(10, ArticleOf("a", "en", {"The trial of Vint opens on Friday."}));
  const auto rivals_on = [&](const std::string& day) {
    return RivalsOf({friday, ArticleOf("b", "en", {"The trial of Vint opens on " + day + "."})}).size();
  };
  EXPECT_EQ(rivals_on("6 March 2027"), 1);
  EXPECT_EQ(rivals_on("5 March 2027"), 0);   // The Friday before.
  EXPECT_EQ(rivals_on("12 March 2027"), 0);  // The next one.
  EXPECT_EQ(rivals_on("12 March"), 0);
  EXPECT_EQ(rivals_on("6 March 2026"), 0);  // Of another time.
}

TEST(RivalDatesTest, WeekdaysOfOneWeekAreRivals) {
  const SourceArticle friday = PublishedOn(13, ArticleOf("a", "en", {"The trial of Vint opened on Friday."}));
  const SourceArticle thursday = PublishedOn(14, ArticleOf("b", "fr", {"Le procès de Vint a commencé jeudi."}));
  const SourceArticle next = PublishedOn(10, ArticleOf("b", "fr", {"Le procès de Vint commence vendredi."}));
  EXPECT_THAT(RivalsOf({friday, thursday}), SizeIs(1));
  EXPECT_THAT(RivalsOf({friday, next}), IsEmpty());
}

TEST(RivalDatesTest, YearsNearEachOtherAreRivals) {
  const SourceArticle first = ArticleOf("a", "en", {"The hall was built in 1961."});
  EXPECT_THAT(RivalsOf({first, ArticleOf("b", "nl", {"De zaal werd in 1963 gebouwd."})}), SizeIs(1));
  EXPECT_THAT(RivalsOf({first, ArticleOf("b", "nl", {"De zaal werd in 1981 gebouwd."})}), IsEmpty());
  EXPECT_THAT(RivalsOf({first, ArticleOf("b", "nl", {"De zaal werd op 3 juni 1963 gebouwd."})}), IsEmpty());
  EXPECT_THAT(RivalsOf({first, ArticleOf("b", "nl", {"De zaal werd in 1963 gebouwd.", "Tot 1961 was er niets."})}),
              IsEmpty());
}

TEST(RivalDatesTest, WhereAnArticleGivesBothDatesTheyAreOfDifferentEvents) {
  EXPECT_THAT(RivalsOf({ArticleOf("a", "en", {"The trial opens on 3 June.", "The verdict falls on 5 June."}),
                        ArticleOf("b", "en", {"It opens on 5 June."})}),
              IsEmpty());
}

TEST(RivalDatesTest, ArticlesOfManyDatesTellOfSeveralEvents) {
  EXPECT_THAT(
      RivalsOf({ArticleOf("a", "en", {"It opens on 3 June.", "It closes on 9 August.", "It was built on 1 May 1990."}),
                ArticleOf("b", "en", {"It opens on 5 June."})}),
      IsEmpty());
}

TEST(RivalDatesTest, AStoryOfHundredsOfDaysHasNone) {
  std::vector<SourceArticle> articles;
  for (int i = 0; i < 301; ++i)
    articles.push_back(ArticleOf("a", "en", {"The trial opens on " + std::to_string(1 + i % 28) + " June."}));
  EXPECT_THAT(RivalsOf(articles), IsEmpty());
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
