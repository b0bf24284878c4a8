#include "summary_service/selection/coverage.h"

#include <gtest/gtest.h>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

class CoverageTest : public testing::Test {
 protected:
  // Bigrams of one value each: "old bridge", "bridge fell" | "old bridge", "bridge burned" | "cat slept".
  const MeasuredStory story_{{ArticleOf("en", {"Old bridge fell", "Old bridge burned", "Cat slept"})}};
  const std::vector<double> values_ = std::vector<double>(story_.bigrams.bigrams(), 1.0);
};

TEST_F(CoverageTest, WhatIsSaidCountsOnce) {
  Coverage coverage(story_.bigrams, values_, {});
  coverage.Add(0);
  EXPECT_DOUBLE_EQ(coverage.Objective(2), 2.0 / 4);
  EXPECT_DOUBLE_EQ(coverage.GainOf(1), 1);
  EXPECT_DOUBLE_EQ(coverage.ObjectiveWith(2, 2), 3.0 / 5);
}

TEST_F(CoverageTest, RemovingTakesBackAdding) {
  Coverage coverage(story_.bigrams, values_, {});
  coverage.Add(0);
  coverage.Add(1);
  coverage.Remove(0);
  EXPECT_DOUBLE_EQ(coverage.Objective(0), 1);
  EXPECT_DOUBLE_EQ(coverage.GainOf(0), 1);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1);
}

TEST_F(CoverageTest, LinkedSentencesRepeatByTheirStrength) {
  const std::vector<SentenceLink> links = {{0, 2, 600}};
  Coverage coverage(story_.bigrams, values_, links);
  coverage.Add(0);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1 - .6);
  coverage.Remove(0);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1);
  coverage.Know(0);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1 - .6);
}

}  // namespace
}  // namespace polygist::summary
