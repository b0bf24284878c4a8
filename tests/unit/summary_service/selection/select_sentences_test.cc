#include "summary_service/selection/select_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "summary_service/analysis/analyze_articles.h"
#include "tests/support/source_articles.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SelectSentencesTest : public testing::Test {
 protected:
  std::vector<int> Select(std::vector<Budget> budgets, std::vector<int64_t> scores,
                          std::vector<int32_t> include = {}, std::vector<int32_t> exclude = {},
                          std::vector<int32_t> told = {}) {
    const SelectionInput input = {.corpus = corpus_,
                                  .vectors = vectors_,
                                  .scores_micros = scores,
                                  .links = {},
                                  .budgets = budgets,
                                  .must_include = include,
                                  .must_exclude = exclude,
                                  .told = told};
    std::vector<int> chosen;
    first_budgets_.clear();
    for (const ChosenSentence& one : SelectSentences(input)) {
      chosen.push_back(one.n);
      first_budgets_.push_back(one.first_budget);
    }
    return chosen;
  }

  const std::vector<SourceArticle> articles_ = {
      ArticleOf("en", {"The old bridge fell on Monday.", "On Monday the old bridge fell.",
                       "Police closed the long road today.", "Nobody died."})};
  const AnalyzedCorpus corpus_ = AnalyzeArticles(articles_);
  const std::vector<int> group_ = {0};
  const SentenceVectors vectors_{corpus_, CountTerms(corpus_, group_), group_};
  std::vector<int> first_budgets_;
};

TEST_F(SelectSentencesTest, EqualScoresPreferTheEarlierSentence) {
  EXPECT_THAT(Select({{BudgetUnit::kSentences, 1}}, {500'000, 500'000, 500'000, 0}), ElementsAre(0));
}

TEST_F(SelectSentencesTest, ARepetitionGivesWay) {
  EXPECT_THAT(Select({{BudgetUnit::kSentences, 2}}, {900'000, 890'000, 600'000, 0}), ElementsAre(0, 2));
}

TEST_F(SelectSentencesTest, WhatIsToldIsNotRepeated) {
  EXPECT_THAT(Select({{BudgetUnit::kSentences, 1}}, {900'000, 890'000, 600'000, 0}, {}, {}, {0}), ElementsAre(2));
}

TEST_F(SelectSentencesTest, MustIncludeComesFirstAndMustExcludeNever) {
  EXPECT_THAT(Select({{BudgetUnit::kSentences, 2}}, {900'000, 100'000, 600'000, 0}, {2}, {0}), ElementsAre(2, 1));
}

TEST_F(SelectSentencesTest, LongerSummariesContainShorterOnes) {
  EXPECT_THAT(Select({{BudgetUnit::kSentences, 1}, {BudgetUnit::kWords, 12}}, {900'000, 0, 600'000, 0}),
              ElementsAre(0, 2));
  EXPECT_THAT(first_budgets_, ElementsAre(0, 1));
}

TEST_F(SelectSentencesTest, FragmentsOnlyWhenNothingElseFits) {
  EXPECT_THAT(Select({{BudgetUnit::kWords, 2}}, {900'000, 0, 0, 100'000}), ElementsAre(3));
  EXPECT_THAT(Select({{BudgetUnit::kWords, 8}}, {900'000, 0, 0, 100'000}), ElementsAre(0));
}

TEST_F(SelectSentencesTest, NothingFits) { EXPECT_THAT(Select({{BudgetUnit::kWords, 1}}, {1, 1, 1, 1}), IsEmpty()); }

}  // namespace
}  // namespace polygist::summary
