#include "summary_service/analysis/stop_words.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

TEST(StopWordsOfTest, HoldsFunctionWordsOnly) {
  EXPECT_TRUE(StopWordsOf("en").contains("the"));
  EXPECT_TRUE(StopWordsOf("id").contains("yang"));
  EXPECT_FALSE(StopWordsOf("en").contains("government"));
}

TEST(StopWordsOfTest, AnUnknownLanguageHasNone) { EXPECT_TRUE(StopWordsOf("und").empty()); }

TEST(StopWordsOfTest, WordsAreFoldedAsTextIs) { EXPECT_TRUE(StopWordsOf("de").contains("dass")); }

}  // namespace
}  // namespace polygist::summary
