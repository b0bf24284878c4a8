#include "summary_service/merging/learn_words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

// Two stories whose sentences are tied by names and numbers; "brug" and "bridge" meet in both.
std::vector<SourceArticle> Articles() {
  return {ArticleOf("a", "nl",
                    {"Brug Salvo Ruiz Marina 214 dicht.", "Boot Karang Bolong Selarong 58 wacht.",
                     "Brug Aruna Belmora Kalindra 940 open."}),
          ArticleOf("b", "en",
                    {"Bridge Salvo Ruiz Marina 214 shut.", "Vessel Karang Bolong Selarong 58 waits.",
                     "Bridge Aruna Belmora Kalindra 940 free."})};
}

TEST(LearnWordsTest, WordsThatMeetTwiceAreLearned) {
  const std::vector<LearnedWords> learned = LearnWords(Articles(), nullptr, {.least_link_permille = 500});
  ASSERT_EQ(learned.size(), 1u);
  EXPECT_EQ(learned[0].language, "nl");
  EXPECT_EQ(learned[0].word, "brug");
  EXPECT_EQ(learned[0].target, "en");
  EXPECT_EQ(learned[0].translation, "bridge");
  EXPECT_EQ(learned[0].sentence_pairs, 2);
  EXPECT_GT(learned[0].weight_permille, 500);
}

TEST(LearnWordsTest, TheSameSentencesTwiceTeachNothingNew) {
  std::vector<SourceArticle> articles = {ArticleOf("a", "nl", {"Brug Salvo Ruiz Marina 214 dicht."}),
                                         ArticleOf("b", "en", {"Bridge Salvo Ruiz Marina 214 shut."})};
  articles.push_back(articles[0]);
  articles.push_back(articles[1]);
  EXPECT_TRUE(LearnWords(articles, nullptr, {.least_link_permille = 500}).empty());
}

TEST(LearnWordsTest, TheOrderOfArticlesDoesNotMatter) {
  std::vector<SourceArticle> articles = Articles();
  const std::vector<LearnedWords> learned = LearnWords(articles, nullptr, {.least_link_permille = 500});
  std::swap(articles[0], articles[1]);
  EXPECT_EQ(LearnWords(articles, nullptr, {.least_link_permille = 500}), learned);
}

}  // namespace
}  // namespace polygist::summary
