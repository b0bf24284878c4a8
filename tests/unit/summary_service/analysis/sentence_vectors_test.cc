#include "summary_service/analysis/sentence_vectors.h"

#include <gtest/gtest.h>

#include "summary_service/analysis/analyze_articles.h"
#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

class SentenceVectorsTest : public testing::Test {
 protected:
  const std::vector<SourceArticle> articles_ = {
      ArticleOf("en", {"The bridge fell down.", "Bridges fall down.", "Nobody eats apples.", "The of and."})};
  const AnalyzedCorpus corpus_ = AnalyzeArticles(articles_);
  const std::vector<int> group_ = {0};
  const SentenceVectors vectors_{corpus_, CountTerms(corpus_, group_), group_};
};

TEST_F(SentenceVectorsTest, ASentenceIsLikeItself) { EXPECT_NEAR(vectors_.Products(vectors_[0])[0], 1, 1e-9); }

TEST_F(SentenceVectorsTest, SharedWordsMakeAlike) {
  const std::vector<double> products = vectors_.Products(vectors_[0]);
  EXPECT_GT(products[1], .1);
  EXPECT_EQ(products[2], 0);
}

TEST_F(SentenceVectorsTest, FunctionWordsAloneMakeNoVector) { EXPECT_TRUE(vectors_[3].empty()); }

}  // namespace
}  // namespace polygist::summary
