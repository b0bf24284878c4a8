#include "summary_service/merging/cluster_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

std::vector<SourceArticle> ThreeArticles() {
  return {ArticleOf("a", "en", {"One.", "Two."}), ArticleOf("b", "fr", {"Un.", "Deux."}),
          ArticleOf("c", "nl", {"Een.", "Twee."})};
}

std::vector<std::pair<int, int>> PlacesOf(const StatementGroup& group) {
  std::vector<std::pair<int, int>> places;
  for (const GroupMember& member : group.members) places.emplace_back(member.article, member.sentence);
  return places;
}

TEST(ClusterSentencesTest, LinkedSentencesOfThreeArticlesAreOneGroup) {
  const std::vector<SentenceLink> links = {{0, 2, 800}, {0, 4, 800}, {2, 4, 800}};
  const std::vector<StatementGroup> groups = ClusterSentences(ThreeArticles(), links);
  ASSERT_THAT(groups, SizeIs(1));
  EXPECT_THAT(PlacesOf(groups[0]), ElementsAre(std::pair(0, 0), std::pair(1, 0), std::pair(2, 0)));
  EXPECT_THAT(groups[0].languages, ElementsAre("en", "fr", "nl"));
  EXPECT_EQ(groups[0].independent_origins, 3);
}

TEST(ClusterSentencesTest, AWeakChainDoesNotJoin) {
  const std::vector<SentenceLink> links = {{0, 2, 900}, {1, 4, 510}, {1, 5, 900}, {2, 4, 550}};
  for (const StatementGroup& group : ClusterSentences(ThreeArticles(), links)) {
    EXPECT_LE(group.members.size(), 3u);
  }
}

TEST(ClusterSentencesTest, ASentenceMaySupportASecondGroup) {
  const std::vector<SentenceLink> links = {{0, 2, 900}, {0, 3, 600}, {0, 4, 900},
                                           {0, 5, 600}, {2, 4, 900}, {3, 5, 900}};
  const std::vector<StatementGroup> groups = ClusterSentences(ThreeArticles(), links);
  ASSERT_THAT(groups, SizeIs(2));
  EXPECT_THAT(PlacesOf(groups[1]), ElementsAre(std::pair(0, 0), std::pair(1, 1), std::pair(2, 1)));
  EXPECT_TRUE(groups[1].members[0].partly);
}

TEST(ClusterSentencesTest, ASentenceAloneMakesAGroupWithOneThatSaysItBesides) {
  const std::vector<SentenceLink> links = {{0, 2, 900}, {0, 4, 600}};
  const std::vector<StatementGroup> groups = ClusterSentences(ThreeArticles(), links);
  ASSERT_THAT(groups, SizeIs(2));
  EXPECT_THAT(PlacesOf(groups[1]), ElementsAre(std::pair(0, 0), std::pair(2, 0)));
  EXPECT_TRUE(groups[1].members[0].partly);
  EXPECT_FALSE(groups[1].members[1].partly);
}

TEST(ClusterSentencesTest, AWeakLinkMakesNoGroupBesides) {
  const std::vector<SentenceLink> links = {{0, 2, 900}, {0, 4, 520}};
  EXPECT_THAT(ClusterSentences(ThreeArticles(), links), SizeIs(1));
}

TEST(ClusterSentencesTest, AHeadingJoinsAGroupAndNoTwoGroups) {
  std::vector<SourceArticle> articles = ThreeArticles();
  articles[2].blocks[0].kind = BlockKind::kHeading;
  const std::vector<SentenceLink> links = {{0, 2, 600}, {0, 4, 900}, {1, 3, 600},
                                           {1, 4, 900}, {2, 4, 900}, {3, 4, 900}};
  const std::vector<StatementGroup> groups = ClusterSentences(articles, links);
  ASSERT_THAT(groups, SizeIs(2));
  EXPECT_THAT(PlacesOf(groups[0]), ElementsAre(std::pair(0, 0), std::pair(1, 0), std::pair(2, 0)));
  EXPECT_THAT(PlacesOf(groups[1]), ElementsAre(std::pair(0, 1), std::pair(1, 1)));
}

TEST(ClusterSentencesTest, WithoutLinksThereAreNoGroups) {
  EXPECT_THAT(ClusterSentences(ThreeArticles(), {}), IsEmpty());
}

TEST(OriginsOfTest, OneSourceIsOneOrigin) {
  std::vector<SourceArticle> articles = ThreeArticles();
  articles[0].source = articles[2].source = "Velmora Post";
  EXPECT_THAT(OriginsOf(articles, {}), ElementsAre(0, 1, 0));
}

TEST(OriginsOfTest, ATranslationIsOneOrigin) {
  const std::vector<std::string> five = {"1", "2", "3", "4", "5"};
  const std::vector<SourceArticle> articles = {ArticleOf("a", "en", five), ArticleOf("b", "fr", five)};
  const std::vector<SentenceLink> in_order = {{0, 5, 900}, {1, 6, 900}, {2, 7, 900}, {4, 9, 900}};
  const std::vector<SentenceLink> shuffled = {{0, 9, 900}, {1, 7, 900}, {2, 6, 900}, {4, 5, 900}};
  EXPECT_THAT(OriginsOf(articles, in_order), ElementsAre(0, 0));
  EXPECT_THAT(OriginsOf(articles, shuffled), ElementsAre(0, 1));
}

}  // namespace
}  // namespace polygist::summary
