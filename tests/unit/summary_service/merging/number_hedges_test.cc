#include "summary_service/merging/number_hedges.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

TEST(HedgesOfTest, LongPhrasesComeFirst) {
  const std::vector<HedgePhrase>& hedges = HedgesOf("en");
  ASSERT_FALSE(hedges.empty());
  for (size_t i = 1; i < hedges.size(); ++i) EXPECT_GE(hedges[i - 1].phrase.size(), hedges[i].phrase.size());
}

TEST(HedgesOfTest, UnknownLanguagesHaveNone) { EXPECT_TRUE(HedgesOf("xx").empty()); }

}  // namespace
}  // namespace polygist::summary
