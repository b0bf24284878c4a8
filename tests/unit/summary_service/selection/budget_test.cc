#include "summary_service/selection/budget.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

AnalyzedSentence Of(int words, int characters) {
  AnalyzedSentence sentence;
  sentence.length = {words, characters};
  return sentence;
}

TEST(AllowanceTest, CountsSentences) {
  Allowance allowance({BudgetUnit::kSentences, 1}, {});
  EXPECT_TRUE(allowance.Fits(Of(100, 500)));
  allowance.Add(Of(100, 500));
  EXPECT_FALSE(allowance.Fits(Of(1, 5)));
}

TEST(AllowanceTest, CountsWords) {
  Allowance allowance({BudgetUnit::kWords, 10}, {});
  allowance.Add(Of(6, 30));
  EXPECT_TRUE(allowance.Fits(Of(4, 20)));
  EXPECT_FALSE(allowance.Fits(Of(5, 20)));
}

TEST(AllowanceTest, CountsLineBreaksBetweenSentencesAsCharacters) {
  Allowance allowance({BudgetUnit::kCharacters, 21}, {});
  EXPECT_TRUE(allowance.Fits(Of(4, 21)));
  allowance.Add(Of(2, 10));
  EXPECT_TRUE(allowance.Fits(Of(2, 10)));
  EXPECT_FALSE(allowance.Fits(Of(2, 11)));
}

TEST(AllowanceTest, ARatioNeverAsksForLessThanTheShortestSentence) {
  const std::vector<AnalyzedSentence> sentences = {Of(20, 100), Of(12, 60)};
  Allowance small({BudgetUnit::kRatio, 10}, sentences);
  EXPECT_TRUE(small.Fits(sentences[1]));
  EXPECT_FALSE(small.Fits(sentences[0]));
  EXPECT_TRUE(Allowance({BudgetUnit::kRatio, 700}, sentences).Fits(sentences[0]));
}

TEST(NestedAllowanceTest, KeepsWithinTheLongerBudgetsToo) {
  const std::vector<Budget> budgets = {{BudgetUnit::kSentences, 3}, {BudgetUnit::kWords, 10}};
  NestedAllowance allowance(budgets, {});
  EXPECT_FALSE(allowance.Fits(Of(11, 50)));
  EXPECT_FALSE(allowance.IsWellFilled());
  allowance.Add(Of(9, 50));
  EXPECT_TRUE(allowance.Fits(Of(1, 5)));
  EXPECT_FALSE(allowance.Fits(Of(2, 5)));
  EXPECT_TRUE(allowance.IsWellFilled());
  allowance.Remove(Of(9, 50));
  EXPECT_TRUE(allowance.Fits(Of(10, 5)));
}

}  // namespace
}  // namespace polygist::summary
