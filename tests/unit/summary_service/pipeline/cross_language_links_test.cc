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

TEST(RepetitionsTest, WhatGivesCreditIsNotToldTwice) {
  const std::vector<SentenceLink> links = {{0, 1, 550}, {0, 2, 649}, {0, 3, 650}, {1, 2, 900}};
  EXPECT_EQ(Repetitions(links), (std::vector<SentenceLink>{{0, 3, 1000}, {1, 2, 1000}}));
}

TEST(DropUnlikelyTest, KeepsEvenOdds) {
  std::vector<SentenceLink> links = {{0, 1, 499}, {0, 2, 500}};
  DropUnlikely(links);
  EXPECT_EQ(links, (std::vector<SentenceLink>{{0, 2, 500}}));
}

TEST(OriginsByTextTest, OfATranslationTheLongestStands) {
  const std::vector<SourceArticle> articles = {
      ArticleOf("fr", {"A first sentence of the report.", "A short one.", "And then a longer one again.", "Short, too.",
                       "The last one says what is next."}),
      ArticleOf("en", {"A first sentence of the report.", "A short one.", "And then a longer one again.", "Short, too.",
                       "The last one says what is next.", "One more."}),
      ArticleOf("en", {"One."})};
  const std::vector<SentenceLink> links = {{0, 5, 900}, {1, 6, 900}, {2, 7, 900}, {4, 9, 900}};
  EXPECT_EQ(OriginsByText(articles, links), (std::vector<int>{1, 1, 2}));
  const std::vector<SentenceLink> crossed = {{0, 9, 900}, {1, 8, 900}, {2, 7, 900}, {4, 5, 900}};
  EXPECT_EQ(OriginsByText(articles, crossed), (std::vector<int>{0, 1, 2}));
}

}  // namespace
}  // namespace polygist::summary
