#include "summary_service/merging/quantity_ties.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "summary_service/merging/candidate_pairs.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::IsEmpty;
using testing::SizeIs;

// What ties the values of the articles when every assumption makes a link of this strength.
QuantityTies TiesOf(const std::vector<SourceArticle>& articles, int strength_permille) {
  const Story story = ReadStory(articles, nullptr);
  const TermMatches matches = MatchTerms(story);
  const std::vector<Quantity> quantities = ReadQuantities(articles, story);
  const CountedThings things(story, matches, quantities, CandidatePairs(TermEvidence(story, matches), matches));
  const TieFinder finder(story, things, quantities);
  return finder.TiesOf({{}, std::vector<int>(finder.assumed().size(), strength_permille)}, 500);
}

std::vector<SourceArticle> WithOthers(std::vector<SourceArticle> articles) {
  while (articles.size() < 10) articles.push_back(ArticleOf("c", "fr", {"Les marins dorment."}));
  return articles;
}

const std::vector<SourceArticle> kCounts = {ArticleOf("a", "en", {"The storm hurt 31 people."}),
                                            ArticleOf("b", "sv", {"Stormen skadade 34 personer."})};
const std::vector<SourceArticle> kDates = {ArticleOf("a", "en", {"The dam opens on 3 May 2031."}),
                                           ArticleOf("b", "nl", {"De dam opent op 9 mei 2031."})};

TEST(TieFinderTest, LikenessTiesFewArticlesByOrdinaryLinks) {
  EXPECT_THAT(TiesOf(kCounts, 560).rivals, SizeIs(1));
  EXPECT_THAT(TiesOf(kCounts, 480).rivals, IsEmpty());
  EXPECT_THAT(TiesOf(kDates, 560).rival_dates, SizeIs(1));
  EXPECT_THAT(TiesOf(kDates, 480).rival_dates, IsEmpty());
}

TEST(TieFinderTest, ManyArticlesAskForStrongerLinks) {
  EXPECT_THAT(TiesOf(WithOthers(kCounts), 560).rivals, IsEmpty());
  EXPECT_THAT(TiesOf(WithOthers(kCounts), 700).rivals, SizeIs(1));
  EXPECT_THAT(TiesOf(WithOthers(kDates), 560).rival_dates, IsEmpty());
  EXPECT_THAT(TiesOf(WithOthers(kDates), 700).rival_dates, SizeIs(1));
}

TEST(TieFinderTest, OnlyTrustedLinksTie) {
  const Story story = ReadStory(kCounts, nullptr);
  const TermMatches matches = MatchTerms(story);
  const std::vector<Quantity> quantities = ReadQuantities(kCounts, story);
  const CountedThings things(story, matches, quantities, {});
  const TieFinder finder(story, things, quantities);
  const std::vector<int> none(finder.assumed().size(), 0);
  EXPECT_THAT(finder.TiesOf({{{0, 1, 499}}, none}, 500).links, IsEmpty());
  EXPECT_THAT(finder.TiesOf({{{0, 1, 500}}, none}, 500).links, SizeIs(1));
}

}  // namespace
}  // namespace polygist::summary
