#include "summary_service/pipeline/cross_language_links.h"

#include <gtest/gtest.h>

#include "summary_service/analysis/analyze_articles.h"
#include "summary_service/merging/align_sentences.h"
#include "tests/support/bridge_story.h"

namespace polygist::summary {
namespace {

TEST(LinksAcrossLanguagesTest, WithinALanguageAndTooWeakOnesAreLeftOut) {
  const AnalyzedCorpus corpus = AnalyzeArticles(BridgeStory());
  EXPECT_EQ(LinksAcrossLanguages(corpus, {{0, 3, 429}, {0, 4, 430}, {3, 7, 900}}),
            (std::vector<SentenceLink>{{0, 4, 430}}));
}

TEST(LinksAcrossLanguagesTest, TheStrongestAreOnePerArticle) {
  const std::vector<SourceArticle> articles = BridgeStory();
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  std::vector<int> linked_into_first(corpus.sentences.size());
  for (const SentenceLink& link :
       StrongestLinks(corpus, LinksAcrossLanguages(corpus, LinkSentences(articles, nullptr)))) {
    EXPECT_EQ(corpus.sentences[link.a].ref.article, 0);
    EXPECT_NE(corpus.sentences[link.b].ref.article, 0);
    EXPECT_EQ(++linked_into_first[link.b], 1);
  }
}

std::vector<SourceArticle> TwoReports() {
  return {ArticleOf("fr", {"One.", "Two.", "Three.", "Four.", "Five."}),
          ArticleOf("en", {"One.", "Two.", "Three.", "Four.", "Five."})};
}

std::vector<int> RepeatedBy(const std::vector<SentenceLink>& links) {
  const std::vector<SourceArticle> articles = TwoReports();
  std::vector<int> repeated;
  for (const SentenceLink& link : Repetitions(articles, AnalyzeArticles(articles), links)) {
    repeated.push_back(link.strength_permille);
  }
  return repeated;
}

TEST(RepetitionsTest, WhatIsLikelyTheSameIsNotToldTwice) {
  EXPECT_EQ(RepeatedBy({{0, 5, 549, 0}, {1, 9, 550, 0}}), std::vector<int>{1000});
}

TEST(RepetitionsTest, WhatIsSharedCountsByItsShare) {
  EXPECT_EQ(RepeatedBy({{0, 5, 540, 300}, {1, 8, 480, 350}, {4, 6, 540, 600}}), (std::vector<int>{500, 1000}));
}

TEST(RepetitionsTest, AReportRetoldInOrderIsNotToldTwice) {
  EXPECT_EQ(RepeatedBy({{0, 5, 540, 0}, {1, 6, 540, 0}, {2, 7, 540, 0}, {3, 8, 540, 0}}),
            (std::vector<int>{1000, 1000, 1000, 1000}));
  EXPECT_TRUE(RepeatedBy({{0, 8, 540, 0}, {1, 7, 540, 0}, {2, 6, 540, 0}, {3, 5, 540, 0}}).empty());
}

StatementGroup GroupOf(std::vector<GroupMember> members) {
  StatementGroup group;
  group.members = std::move(members);
  return group;
}

TEST(WithGroupsTest, SureMembersOfAGroupGiveEachOtherCredit) {
  const AnalyzedCorpus corpus = AnalyzeArticles(TwoReports());
  const std::vector<StatementGroup> groups = {GroupOf({{0, 0, 540}, {1, 2, 540}}), GroupOf({{0, 1, 539}, {1, 1, 700}}),
                                              GroupOf({{0, 2, 700, true}, {1, 3, 700}})};
  EXPECT_EQ(WithGroups(corpus, groups, {}), (std::vector<SentenceLink>{{0, 7, kCreditPermille}}))
      << "Neither unsure members nor those that say it besides.";
  EXPECT_EQ(WithGroups(corpus, groups, {{0, 7, 800}}), (std::vector<SentenceLink>{{0, 7, 800}}));
}

TEST(WithGroupsTest, NamesAloneGiveNoCredit) {
  const std::vector<SentenceLink> links = {{0, 7, 549, 0, 0, true}};
  const std::vector<StatementGroup> groups = {GroupOf({{0, 0, 549}, {1, 2, 549}})};
  EXPECT_EQ(WithGroups(AnalyzeArticles(TwoReports()), groups, links), links);
}

TEST(StrongestLinksTest, ASentenceHasOneTranslationInAnArticle) {
  const std::vector<SourceArticle> articles = TwoReports();
  EXPECT_EQ(StrongestLinks(AnalyzeArticles(articles), {{0, 5, 700}, {0, 6, 600}, {1, 6, 550}}),
            (std::vector<SentenceLink>{{0, 5, 700}}));
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
