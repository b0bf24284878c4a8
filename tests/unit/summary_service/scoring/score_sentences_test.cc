#include "summary_service/scoring/score_sentences.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

class ScorerTest : public testing::Test {
 protected:
  explicit ScorerTest(std::vector<SourceArticle> articles) : story_(std::move(articles)) {}

  SentenceScorer Scorer(const std::vector<double>& focus = {}, std::vector<bool> known = {},
                        const std::vector<double>& support = {}) {
    known.resize(story_.vectors.size());
    return SentenceScorer(story_.bigrams,
                          MeasureGroup(story_.corpus, story_.vectors, story_.bigrams, story_.statistics, weights_),
                          weights_, support, focus, known);
  }

  const MeasuredStory story_;
  const Weights weights_ = DefaultScoreWeights().For(2, 0);
};

class SentenceScorerTest : public ScorerTest {
 protected:
  SentenceScorerTest()
      : ScorerTest({ArticleOf("en", {"The old bridge fell on Monday.", "Police closed the long road.",
                                     "Then the mayor spoke to them."}),
                    ArticleOf("en", {"The old bridge fell, police said."})}) {}
};

TEST_F(SentenceScorerTest, PartsAddUpExactly) {
  const SentenceScorer scorer = Scorer();
  const std::vector<int64_t> totals = scorer.Totals(10);
  for (int n = 0; n < story_.vectors.size(); ++n) {
    const SentenceScore score = scorer.Explain(n, 10);
    int64_t sum = 0;
    for (const int64_t part : score.parts_micros) sum += part;
    EXPECT_EQ(sum, score.total_micros);
    EXPECT_LE(std::abs(sum - totals[n]), 10);
  }
}

TEST_F(SentenceScorerTest, WhatTheReaderKnowsIsWorthNothing) {
  const SentenceScorer scorer = Scorer({}, {true, false, false, false});
  EXPECT_EQ(scorer.Totals(10)[0], 0);
  EXPECT_LT(scorer.Explain(3, 10).parts_micros.back(), 0);
  EXPECT_GT(scorer.Totals(10)[1], 0);
}

TEST_F(SentenceScorerTest, WhatSeveralArticlesSayIsWorthMore) {
  const std::vector<int64_t> totals = Scorer().Totals(10);
  EXPECT_GT(totals[0], totals[1]);
}

// Sentences of running text, as long as news has them; the first and the last share words.
class FocusedScorerTest : public ScorerTest {
 protected:
  FocusedScorerTest()
      : ScorerTest(
            {ArticleOf("en",
                       {"The old stone bridge over the river fell on Monday while farmers drove their sheep to market.",
                        "Police closed the long valley road and sent every driver back through the hills at night.",
                        "Later the mayor promised the families of the village a wooden bridge before the winter."}),
             ArticleOf("en",
                       {"The old stone bridge over the river had cracks that divers photographed twice last year."})}) {
  }
};

TEST_F(FocusedScorerTest, SupportIsAPartOfItsOwn) {
  const size_t part = std::find(kScoreParts.begin(), kScoreParts.end(), "support") - kScoreParts.begin();
  const SentenceScorer plain = Scorer({}), supported = Scorer({}, {}, {0, 0.5, 0, 0});
  EXPECT_EQ(plain.Explain(1, 10).parts_micros[part], 0);
  EXPECT_GT(supported.Explain(1, 10).parts_micros[part], 0);
  EXPECT_NEAR(supported.Totals(10)[1] - plain.Totals(10)[1], supported.Explain(1, 10).parts_micros[part], 2);
  EXPECT_EQ(supported.Totals(10)[0], plain.Totals(10)[0]);
}

TEST_F(FocusedScorerTest, FocusLiftsTheAnswerAndTakesFromTheRest) {
  const SentenceScorer plain = Scorer({});
  const SentenceScorer focused = Scorer({0, 1, 0, 0});
  EXPECT_GT(focused.Totals(10)[1], plain.Totals(10)[1]);
  EXPECT_LT(focused.Totals(10)[0], plain.Totals(10)[0]);
}

TEST_F(FocusedScorerTest, WordsSharedWithTheAnswerDoNotAnswer) {
  const SentenceScorer plain = Scorer({});
  const SentenceScorer focused = Scorer({0, 0, 0, 1});
  EXPECT_GT(2 * plain.Totals(10)[0], plain.Totals(10)[3]);
  EXPECT_LT(2 * focused.Totals(10)[0], focused.Totals(10)[3]);
  int shared = 0;
  for (const BigramId b : story_.bigrams.Of(0)) {
    if (story_.bigrams.HoldersOf(b).size() < 2) continue;
    ++shared;
    EXPECT_NEAR(focused.values()[b] / plain.values()[b], .5, .01);
  }
  EXPECT_GT(shared, 0);
}

TEST_F(FocusedScorerTest, PartsAddUpExactlyWithAQuestionKnownArticlesAndSupport) {
  const SentenceScorer scorer = Scorer({.5, 1, 0, .8}, {false, false, true, true}, {.3, .5, 0, .2});
  const std::vector<int64_t> totals = scorer.Totals(10);
  for (int n = 0; n < story_.vectors.size(); ++n) {
    const SentenceScore score = scorer.Explain(n, 10);
    int64_t sum = 0;
    for (const int64_t part : score.parts_micros) sum += part;
    EXPECT_EQ(sum, score.total_micros);
    EXPECT_LE(std::abs(sum - totals[n]), 10);
  }
  EXPECT_EQ(totals[3], 0);
  EXPECT_GT(scorer.Explain(1, 10).parts_micros[kScoreParts.size() - 2], 0);
}

}  // namespace
}  // namespace polygist::summary
