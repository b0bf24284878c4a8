#include "summary_service/analysis/shared_words.h"

#include <gtest/gtest.h>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

TEST(SharedWordsFinderTest, WhatALongerSentenceContainsIsSharedWholly) {
  const MeasuredStory story(
      {ArticleOf("en", {"Old bridge fell", "Bridge that was old fell into cold river", "Cat slept"})});
  SharedWordsFinder finder(story.vectors);
  const std::vector<SharedWords> shared = finder.Of(0);
  ASSERT_EQ(shared.size(), 1u);
  EXPECT_EQ(shared[0].n, 1);
  EXPECT_DOUBLE_EQ(shared[0].share, 1);
}

TEST(SharedWordsFinderTest, RareWordsWeighMore) {
  const MeasuredStory story(
      {ArticleOf("en", {"Bridge collapsed", "Bridge burned", "Bridge burned", "Engineer collapsed"})});
  SharedWordsFinder finder(story.vectors);
  const std::vector<SharedWords> shared = finder.Of(0);
  ASSERT_EQ(shared.size(), 3u);
  EXPECT_EQ(shared[0].n, 1);
  EXPECT_EQ(shared[2].n, 3);
  EXPECT_LT(shared[0].share, shared[2].share);
}

TEST(SharedWordsFinderTest, AnswersTheSameTwice) {
  const MeasuredStory story({ArticleOf("en", {"Old bridge fell", "Old bridge burned"})});
  SharedWordsFinder finder(story.vectors);
  const double first = finder.Of(0)[0].share;
  EXPECT_EQ(finder.Of(0)[0].share, first);
  EXPECT_DOUBLE_EQ(finder.Of(1)[0].share, first);
}

}  // namespace
}  // namespace polygist::summary
