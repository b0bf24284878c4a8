#include "summary_service/analysis/length.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

TEST(MeasureLengthTest, WordsAreWhatWhiteSpaceSeparates) {
  const Length length = MeasureLength("The U.N. - said\u00A0so.");
  EXPECT_EQ(length.words, 5);
  EXPECT_EQ(length.characters, 19);
}

TEST(MeasureLengthTest, EachHanAndKanaCharacterIsAWord) {
  EXPECT_EQ(MeasureLength("東京タワー").words, 5);  // The prolonged sound mark, too.
  EXPECT_EQ(MeasureLength("第3回 iPhone大会").words, 6);
}

TEST(MeasureLengthTest, AnEmptyTextHasNoLength) {
  EXPECT_EQ(MeasureLength("").words, 0);
  EXPECT_EQ(MeasureLength(" \n").words, 0);
}

TEST(LongestBeginningTest, CutsBetweenWords) {
  EXPECT_EQ(LongestBeginning("one two three", {BudgetUnit::kWords, 2}), 7);
  EXPECT_EQ(LongestBeginning("one two three", {BudgetUnit::kCharacters, 10}), 7);
  EXPECT_EQ(LongestBeginning("one two three", {BudgetUnit::kCharacters, 13}), 13);
}

TEST(LongestBeginningTest, CutsBetweenHanCharacters) {
  EXPECT_EQ(LongestBeginning("東京都庁", {BudgetUnit::kWords, 3}), 9);
}

TEST(LongestBeginningTest, CutsInsideTheFirstWordRatherThanReturningNothing) {
  EXPECT_EQ(LongestBeginning("épée longue", {BudgetUnit::kCharacters, 1}), 2);
}

TEST(LongestBeginningTest, SentenceBudgetsDoNotCut) {
  EXPECT_EQ(LongestBeginning("one two", {BudgetUnit::kSentences, 1}), 7);
}

}  // namespace
}  // namespace polygist::summary
