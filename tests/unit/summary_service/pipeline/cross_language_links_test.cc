#include "summary_service/pipeline/cross_language_links.h"

#include <gtest/gtest.h>

#include "summary_service/analysis/analyze_articles.h"
#include "tests/support/bridge_story.h"

namespace polygist::summary {
namespace {

TEST(LinkAcrossLanguagesTest, OneLanguageHasNone) {
  const std::vector<SourceArticle> articles = {BridgeStory()[1], BridgeStory()[2]};
  EXPECT_TRUE(LinkAcrossLanguages(articles, AnalyzeArticles(articles), nullptr).empty());
}

TEST(LinkAcrossLanguagesTest, LinksAreBetweenLanguagesAndOnePerArticle) {
  const std::vector<SourceArticle> articles = BridgeStory();
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  std::vector<int> linked_into_first(corpus.sentences.size());
  for (const SentenceLink& link : LinkAcrossLanguages(articles, corpus, nullptr)) {
    EXPECT_EQ(corpus.sentences[link.a].ref.article, 0);
    EXPECT_NE(corpus.sentences[link.b].ref.article, 0);
    EXPECT_EQ(++linked_into_first[link.b], 1);
  }
}

}  // namespace
}  // namespace polygist::summary
