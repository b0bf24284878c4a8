#include "summary_service/merging/compare_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

TEST(CompareArticlesTest, GroupsWhatIsSharedAndSaysWithoutALexicon) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("a", "en",
                {"Mayor Petra Lindqvist said 340 residents of Velmora were evacuated.", "The weather was mild."}),
      ArticleOf("b", "nl", {"Burgemeester Petra Lindqvist zei dat 340 inwoners van Velmora zijn geëvacueerd."})};
  const ArticleComparison comparison = CompareArticles(articles, nullptr);
  ASSERT_EQ(comparison.groups.size(), 1u);
  EXPECT_EQ(comparison.groups[0].members.size(), 2u);
  EXPECT_EQ(comparison.origins.size(), 2u);
  EXPECT_FALSE(comparison.used_lexicon);
  EXPECT_TRUE(comparison.disagreements.empty());
}

TEST(CompareArticlesTest, TitlesJoinGroups) {
  std::vector<SourceArticle> articles = {
      ArticleOf("a", "en",
                {"Mayor Petra Lindqvist said 340 residents of Velmora were evacuated.", "The weather was mild.",
                 "Mayor Petra Lindqvist: 340 Residents of Velmora Evacuated"}),
      ArticleOf("b", "nl", {"Burgemeester Petra Lindqvist zei dat 340 inwoners van Velmora zijn geëvacueerd."})};
  articles[0].blocks[2].kind = BlockKind::kTitle;
  const ArticleComparison comparison = CompareArticles(articles, nullptr);
  ASSERT_EQ(comparison.groups.size(), 1u);
  EXPECT_EQ(comparison.groups[0].members.size(), 3u);
}

TEST(CompareArticlesTest, NothingComesOfNothing) {
  const ArticleComparison comparison = CompareArticles({}, nullptr);
  EXPECT_TRUE(comparison.links.empty());
  EXPECT_TRUE(comparison.groups.empty());
  EXPECT_TRUE(comparison.disagreements.empty());
}

}  // namespace
}  // namespace polygist::summary
