#include "summary_service/pipeline/choose_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/bridge_story.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;

TEST(ChooseArticlesTest, OneGroupPerLanguageThenAll) {
  const std::vector<ArticleGroup> groups = ChooseArticles(BridgeStory(), {});
  ASSERT_THAT(groups, SizeIs(3));
  EXPECT_EQ(groups[0].language, "en");
  EXPECT_THAT(groups[0].fresh, ElementsAre(1, 2));
  EXPECT_EQ(groups[1].language, "fr");
  EXPECT_EQ(groups[2].language, kMergedLanguage);
  EXPECT_THAT(groups[2].fresh, ElementsAre(0, 1, 2));
}

TEST(ChooseArticlesTest, FiltersBySourceAndLanguage) {
  SummaryOptions options;
  options.sources = {"herald.example"};
  EXPECT_THAT(ChooseArticles(BridgeStory(), options), SizeIs(2));
  options.languages = {"fr"};
  EXPECT_THAT(ChooseArticles(BridgeStory(), options), IsEmpty());
}

TEST(ChooseArticlesTest, ALanguageTakesItsRegions) {
  std::vector<SourceArticle> articles = {ArticleOf("pt-BR", {"Um."}), ArticleOf("ptx", {"Um."})};
  SummaryOptions options;
  options.languages = {"pt"};
  options.merged = false;
  const std::vector<ArticleGroup> groups = ChooseArticles(articles, options);
  ASSERT_THAT(groups, SizeIs(1));
  EXPECT_EQ(groups[0].language, "pt-BR");
}

TEST(ChooseArticlesTest, WhatIsReadOrOldIsKnown) {
  std::vector<SourceArticle> articles = BridgeStory();
  articles[2].publish_time = absl::FromUnixSeconds(10);
  SummaryOptions options;
  options.already_read = {0};
  options.since = absl::FromUnixSeconds(20);
  const std::vector<ArticleGroup> groups = ChooseArticles(articles, options);
  EXPECT_THAT(groups.back().fresh, ElementsAre(1));
  EXPECT_THAT(groups.back().known, ElementsAre(0, 2));
}

TEST(ChooseArticlesTest, WhatIsKnownCountsWhateverTheFiltersSay) {
  SummaryOptions options;
  options.sources = {"herald.example"};
  options.already_read = {0};
  const std::vector<ArticleGroup> groups = ChooseArticles(BridgeStory(), options);
  ASSERT_THAT(groups, SizeIs(2));
  EXPECT_EQ(groups[0].language, "en");
  EXPECT_THAT(groups[0].known, IsEmpty());
  EXPECT_THAT(groups[1].known, ElementsAre(0));
}

}  // namespace
}  // namespace polygist::summary
