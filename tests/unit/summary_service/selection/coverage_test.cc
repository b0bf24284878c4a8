#include "summary_service/selection/coverage.h"

#include <gtest/gtest.h>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

class CoverageTest : public testing::Test {
 protected:
  CoverageInput Input() const {
    return {.bigrams = story_.bigrams,
            .vectors = story_.vectors,
            .values = values_,
            .sizes = story_.sizes,
            .priors = {},
            .articles = {},
            .links = {}};
  }

  // Bigrams of one value each: "old bridge", "bridge fell" | "old bridge", "bridge burned" | "cat slept".
  const MeasuredStory story_{{ArticleOf("en", {"Old bridge fell", "Old bridge burned", "Cat slept"})}};
  const std::vector<double> values_ = std::vector<double>(story_.bigrams.bigrams(), 1.0);
};

TEST_F(CoverageTest, WhatIsSaidCountsOnce) {
  Coverage coverage(Input());
  coverage.Add(0);
  EXPECT_DOUBLE_EQ(coverage.Objective(2), 2.0 / 4);
  EXPECT_DOUBLE_EQ(coverage.GainOf(1), 1);
  EXPECT_DOUBLE_EQ(coverage.ObjectiveWith(2, 2), 3.0 / 5);
}

TEST_F(CoverageTest, RemovingTakesBackAdding) {
  Coverage coverage(Input());
  coverage.Add(0);
  coverage.Add(1);
  coverage.Remove(0);
  EXPECT_DOUBLE_EQ(coverage.Objective(0), 1);
  EXPECT_DOUBLE_EQ(coverage.GainOf(0), 1);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1);
}

TEST_F(CoverageTest, LinkedSentencesRepeatByTheirStrength) {
  const std::vector<SentenceLink> links = {{0, 2, 600}};
  CoverageInput input = Input();
  input.links = links;
  Coverage coverage(input);
  coverage.Add(0);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1 - .6);
  coverage.Remove(0);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1);
  coverage.Know(0);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1 - .6);
}

TEST_F(CoverageTest, WhatOthersSayOfMostOfIsTold) {
  const std::vector<SentenceLink> links = {{0, 2, 700}, {1, 2, 200}};
  CoverageInput input = Input();
  input.links = links;
  Coverage coverage(input);
  coverage.Add(0);
  EXPECT_FALSE(coverage.IsTold(2));
  coverage.Know(1);
  EXPECT_TRUE(coverage.IsTold(2));
  coverage.Remove(0);
  EXPECT_FALSE(coverage.IsTold(2));
}

TEST_F(CoverageTest, PriorsAddToTheGain) {
  const std::vector<double> priors = {0, .5, 0};
  CoverageInput input = Input();
  input.priors = priors;
  Coverage coverage(input);
  coverage.Add(0);
  EXPECT_DOUBLE_EQ(coverage.GainOf(1), 1.5);
  coverage.Add(1);
  EXPECT_DOUBLE_EQ(coverage.Objective(0), 3.5 / 4);
}

TEST_F(CoverageTest, ACopyOnlyCosts) {
  const MeasuredStory story({ArticleOf("en", {"Old bridge fell", "Old bridge fell", "Cat slept"})});
  const std::vector<double> values(story.bigrams.bigrams(), 1.0), priors = {.5, .4, .3};
  Coverage coverage({.bigrams = story.bigrams,
                     .vectors = story.vectors,
                     .values = values,
                     .sizes = story.sizes,
                     .priors = priors,
                     .articles = {},
                     .links = {}});
  coverage.Add(0);
  EXPECT_NEAR(coverage.GainOf(1), .4 - 2.4, 1e-9);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1.3);
  coverage.Remove(0);
  EXPECT_NEAR(coverage.GainOf(1), 2.4, 1e-9);
}

TEST_F(CoverageTest, TheSameWordsInAnotherOrderAreWorthLess) {
  const MeasuredStory story({ArticleOf("en", {"Old bridge fell Monday", "Monday fell bridge old", "Cat slept"})});
  const std::vector<double> values(story.bigrams.bigrams(), 1.0);
  Coverage coverage({.bigrams = story.bigrams,
                     .vectors = story.vectors,
                     .values = values,
                     .sizes = story.sizes,
                     .priors = {},
                     .articles = {},
                     .links = {}});
  coverage.Add(0);
  EXPECT_NEAR(coverage.GainOf(1), 0, 1e-9);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1);
}

TEST(RepetitionOfTest, GrowsFromHalfToNineTenths) {
  EXPECT_EQ(RepetitionOf(.5), 0);
  EXPECT_NEAR(RepetitionOf(.7), .5, 1e-9);
  EXPECT_EQ(RepetitionOf(.9), 1);
  EXPECT_EQ(RepetitionOf(1), 1);
}

TEST_F(CoverageTest, EachFurtherSentenceOfAnArticleCostsMore) {
  const std::vector<int32_t> articles = {0, 0, 0};
  CoverageInput input = Input();
  input.articles = articles;
  input.crowding = .25;
  Coverage coverage(input);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), 1);
  coverage.Add(0);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), .75);
  coverage.Add(1);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), .5);
  coverage.Remove(0);
  EXPECT_DOUBLE_EQ(coverage.GainOf(2), .75);
}

}  // namespace
}  // namespace polygist::summary
