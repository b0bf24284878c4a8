#include "summary_service/scoring/score_sentences.h"

#include <gtest/gtest.h>

#include <numeric>

#include "summary_service/analysis/analyze_articles.h"
#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

class ScoreSentencesTest : public testing::Test {
 protected:
  std::vector<SentenceScore> Score(const std::vector<SourceArticle>& articles) {
    const AnalyzedCorpus corpus = AnalyzeArticles(articles);
    std::vector<int> group(articles.size());
    std::iota(group.begin(), group.end(), 0);
    return ScoreSentences(corpus, SentenceVectors(corpus, CountTerms(corpus, group), group), DefaultScoreWeights());
  }
};

TEST_F(ScoreSentencesTest, PartsAddUpExactly) {
  for (const SentenceScore& score : Score({ArticleOf("en", {"The old bridge fell on Monday.", "Police closed the road."}),
                                           ArticleOf("en", {"The bridge fell, police said.", "It was old."})})) {
    int64_t sum = 0;
    for (const int64_t part : score.parts_micros) sum += part;
    EXPECT_EQ(sum, score.total_micros);
  }
}

TEST_F(ScoreSentencesTest, EqualSentencesScoreLessFurtherDown) {
  const std::vector<SentenceScore> scores =
      Score({ArticleOf("en", {"The old bridge fell on Monday.", "Police closed the long road.", "The old bridge fell on Monday."})});
  EXPECT_GT(scores[0].total_micros, scores[2].total_micros);
}

TEST_F(ScoreSentencesTest, TheTitleCounts) {
  SourceArticle article = ArticleOf("en", {"Many people came to town.", "Some cats slept very long.", "Two dogs ran home quickly."});
  const int64_t before = Score({article})[2].parts_micros[5];
  article.title = "Dogs running home";
  EXPECT_GT(Score({article})[2].parts_micros[5], before);
}

TEST_F(ScoreSentencesTest, AnArticleWithoutSentencesIsNoError) {
  EXPECT_TRUE(Score({ArticleOf("en", {})}).empty());
}

}  // namespace
}  // namespace polygist::summary
