#include "summary_service/analysis/term_statistics.h"

#include <gtest/gtest.h>

#include "summary_service/analysis/analyze_articles.h"
#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

TEST(CountTermsTest, CountsSentencesOfTheGroupOnly) {
  const std::vector<SourceArticle> articles = {ArticleOf("en", {"Bridge bridge fell.", "Bridge closed."}),
                                               ArticleOf("en", {"Bridge opened."})};
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  const TermId bridge = corpus.terms[0];
  const std::vector<int> both = {0, 1};
  const std::vector<int> second = {1};
  EXPECT_EQ(CountTerms(corpus, both).sentence_count[bridge], 3);
  EXPECT_EQ(CountTerms(corpus, second).sentence_count[bridge], 1);
  EXPECT_EQ(CountTerms(corpus, both).sentences, 3);
}

TEST(CountTermsTest, TellsHowMixedTheLanguagesAre) {
  const std::vector<SourceArticle> articles = {ArticleOf("en", {"Bridge fell."}), ArticleOf("en", {"Bridge opened."}),
                                               ArticleOf("nl", {"Brug dicht."}), ArticleOf("fr", {"Pont fermé."})};
  const AnalyzedCorpus corpus = AnalyzeArticles(articles);
  EXPECT_EQ(CountTerms(corpus, std::vector{0}).mixture, 0);
  EXPECT_EQ(CountTerms(corpus, std::vector{0, 1}).mixture, 0);
  EXPECT_EQ(CountTerms(corpus, std::vector{1, 2, 3}).mixture, 1);
  EXPECT_NEAR(CountTerms(corpus, std::vector{0, 1, 2, 3}).mixture, 5.0 / 6, 1e-9);
}

}  // namespace
}  // namespace polygist::summary
