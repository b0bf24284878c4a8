#include "summary_service/scoring/bigram_values.h"

#include <gtest/gtest.h>

#include <cmath>

#include "summary_service/scoring/centrality.h"
#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

std::vector<BigramFeatures> Measure(const MeasuredStory& story) {
  const BigramMeasurer measurer(story.corpus, story.vectors, story.bigrams, story.statistics,
                                MeasureCentrality(story.corpus, story.vectors));
  std::vector<BigramFeatures> features;
  for (BigramId b = 0; b < story.bigrams.bigrams(); ++b) features.push_back(measurer.Measure(b));
  return features;
}

TEST(BigramMeasurerTest, FrequencyCountsArticles) {
  const MeasuredStory story(
      {ArticleOf("en", {"Old bridge falls.", "Old bridge burns."}), ArticleOf("en", {"Old bridge mourned."})});
  const std::vector<BigramFeatures> features = Measure(story);
  EXPECT_DOUBLE_EQ(features[story.bigrams.Of(0)[0]][0], std::log(2) / std::log(10));
  EXPECT_EQ(features[story.bigrams.Of(0)[1]][0], 0);
}

TEST(BigramMeasurerTest, CopiesOfOneTextCountOnce) {
  std::vector<SourceArticle> articles = {ArticleOf("en", {"Old bridge falls."}),
                                         ArticleOf("en", {"Old bridge falls."})};
  articles[0].fingerprint = articles[1].fingerprint = {1, 2, 3, 4};
  const MeasuredStory story(articles);
  EXPECT_EQ(Measure(story)[0][0], 0);
}

TEST(BigramMeasurerTest, WhatOnlyQuotationsHoldIsMarked) {
  const MeasuredStory story({ArticleOf("en", {"\"Old bridges fall.\"", "Young bridges stand."})});
  const std::vector<BigramFeatures> features = Measure(story);
  EXPECT_EQ(features[story.bigrams.Of(0)[0]].back(), 1);
  EXPECT_EQ(features[story.bigrams.Of(1)[0]].back(), 0);
}

TEST(ValueOfTest, IsAChanceThatGrowsWithItsFeatures) {
  const Weights weights{.bias = -1, .sharpness = 1, .bigram = {2}, .sentence = {}};
  EXPECT_NEAR(ValueOf({0}, weights), 1 / (1 + std::exp(1)), 1e-12);
  EXPECT_NEAR(ValueOf({1}, weights), 1 / (1 + std::exp(-1)), 1e-12);
  EXPECT_NEAR(ValueOf({1}, weights, 0), ValueOf({0}, weights), 1e-12);
}

}  // namespace
}  // namespace polygist::summary
