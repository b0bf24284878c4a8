#include "summary_service/merging/length_mismatch.h"

#include <gtest/gtest.h>

#include <vector>

namespace polygist::summary {
namespace {

TEST(LengthMismatchTest, AWholeScaledUpFitsExactly) {
  const std::vector<int> text = {40, 120, 15, 80};
  const std::vector<int> longer = {60, 180, 23, 120};
  EXPECT_LT(LengthMismatch(text, longer), 0.1);
  EXPECT_DOUBLE_EQ(LengthMismatch(text, text), 0);
}

TEST(LengthMismatchTest, OneSentenceRenderedByTwoCostsLessThanWhatDoesNotFit) {
  const std::vector<int> text = {40, 120, 15, 80, 60};
  const std::vector<int> split = {40, 70, 50, 15, 80, 60};
  const std::vector<int> other = {110, 20, 90, 30, 20, 45};
  EXPECT_LT(LengthMismatch(text, split), 0.5);
  EXPECT_GT(LengthMismatch(text, other), 0.8);
}

TEST(LengthMismatchTest, SentencesWithoutCounterpartAreDropped) {
  const std::vector<int> one = {50};
  EXPECT_DOUBLE_EQ(LengthMismatch({}, {}), 0);
  EXPECT_DOUBLE_EQ(LengthMismatch(one, {}), 6);
  EXPECT_DOUBLE_EQ(LengthMismatch({}, one), 6);
}

}  // namespace
}  // namespace polygist::summary
