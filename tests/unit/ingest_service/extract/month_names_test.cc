#include "ingest_service/extract/month_names.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(MonthNamesTest, TheLanguageDecidesSharedNames) {
  EXPECT_EQ(MonthOf("listopada", "pl"), 11);
  EXPECT_EQ(MonthOf("listopada", "hr"), 10);
}

TEST(MonthNamesTest, CaseAndAccentsDoNotCount) {
  EXPECT_EQ(MonthOf("FEVRIER", "fr"), 2);
  EXPECT_EQ(MonthOf("Févr", ""), 2);
}

TEST(MonthNamesTest, OtherWordsAreNoMonths) {
  EXPECT_EQ(MonthOf("house", "en"), 0);
  EXPECT_EQ(MonthOf("", "en"), 0);
}

}  // namespace
}  // namespace polygist::ingest
