#include "summary_service/analysis/analyze_articles.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

using testing::SizeIs;

TEST(AnalyzeArticlesTest, SentencesOfAllArticlesStandInOrder) {
  const std::vector<SourceArticle> articles = {ArticleOf("en", {"The bridge fell on Monday morning.", "Nobody died."}),
                                               ArticleOf("fr", {"Le pont est tombé lundi."})};
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  ASSERT_THAT(corpus.sentences, SizeIs(3));
  EXPECT_EQ(corpus.sentences[2].ref, (SentenceRef{1, 0}));
  EXPECT_EQ(corpus.articles[1].sentence_begin, 2);
  EXPECT_THAT(corpus.TokensOf(corpus.sentences[0]), SizeIs(6));
  EXPECT_THAT(corpus.TermsOf(corpus.sentences[0]), SizeIs(4));  // Without "the" and "on".
}

TEST(AnalyzeArticlesTest, ShortSentencesAndHeadingsAreNotBody) {
  std::vector<SourceArticle> articles = {
      ArticleOf("en", {"The bridge has fallen down", "The old bridge fell into the river on Monday.", "Nobody died.",
                       "No one was hurt."})};
  articles[0].blocks[0].kind = BlockKind::kHeading;
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  EXPECT_EQ(corpus.sentences[0].tier, Tier::kHeading);
  EXPECT_EQ(corpus.sentences[1].tier, Tier::kBody);
  EXPECT_EQ(corpus.sentences[2].tier, Tier::kFragment);
  EXPECT_EQ(corpus.sentences[3].tier, Tier::kShort);
}

TEST(AnalyzeArticlesTest, SentencesBetweenTheEndsOfAQuotationStandInside) {
  std::vector<SourceArticle> articles = {
      ArticleOf("en", {"“The bridge was old.", "Nobody looked after it.", "It had to fall,” the mayor said.",
                       "“It was old.", "Nobody spoke."})};
  for (SourceSentence& sentence : articles[0].sentences) sentence.block = 0;
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  EXPECT_EQ(corpus.sentences[0].open_quote, OpenQuote::kOpens);
  EXPECT_EQ(corpus.sentences[1].open_quote, OpenQuote::kInside);
  EXPECT_EQ(corpus.sentences[2].open_quote, OpenQuote::kCloses);
  EXPECT_EQ(corpus.sentences[3].open_quote, OpenQuote::kOpens);
  EXPECT_EQ(corpus.sentences[4].open_quote, OpenQuote::kNone);
}

TEST(AnalyzeArticlesTest, HanTextIsCountedByCharactersAndPairs) {
  const std::vector<SourceArticle> articles = {ArticleOf("zh", {"大桥周一倒塌。"})};
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  EXPECT_THAT(corpus.TokensOf(corpus.sentences[0]), SizeIs(6));
  EXPECT_THAT(corpus.TermsOf(corpus.sentences[0]), SizeIs(5));
}

TEST(AnalyzeArticlesTest, ShortSentencesTakeNoPosition) {
  const std::vector<SourceArticle> articles = {ArticleOf(
      "en", {"By Our Reporter.", "The bridge fell early on Monday morning.", "No one was hurt there, police said."})};
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  EXPECT_EQ(corpus.sentences[1].position, 0);
  EXPECT_EQ(corpus.sentences[2].position, 1);
}

TEST(AnalyzeArticlesTest, NamesAreToldByTheirCapitals) {
  const std::vector<SourceArticle> articles = {ArticleOf("en", {"Yesterday the mayor of Belmora met the press."})};
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  int names = 0;
  for (const VocabularyEntry& term : corpus.vocabulary) names += term.name();
  EXPECT_EQ(names, 1);
}

}  // namespace
}  // namespace polygist::summary
