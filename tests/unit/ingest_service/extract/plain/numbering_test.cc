#include "ingest_service/extract/plain/numbering.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

constexpr int kNo = kNoNumber;

TEST(LeadingNumberTest, ReadsShortNumbersOnly) {
  EXPECT_EQ(LeadingNumber("12 monkeys"), 12);
  EXPECT_EQ(LeadingNumber("5a etapa"), 5);
  EXPECT_EQ(LeadingNumber("2031 was dry"), kNoNumber);
  EXPECT_EQ(LeadingNumber("the 3 ferries"), kNoNumber);
  EXPECT_EQ(LeadingNumber(""), kNoNumber);
}

TEST(NumberedRunsTest, FindsEnumerationsWithTextBetween) {
  EXPECT_THAT(NumberedRuns({1, kNo, 2, kNo, kNo, 3, 40}), ElementsAre(ElementsAre(0, 2, 5)));
}

TEST(NumberedRunsTest, FindsCountdowns) {
  EXPECT_THAT(NumberedRuns({10, 9, 8, 7}), ElementsAre(ElementsAre(0, 1, 2, 3)));
}

TEST(NumberedRunsTest, TellsListsInListsApart) {
  EXPECT_THAT(NumberedRuns({1, 1, 2, 3, 2, 3}), ElementsAre(ElementsAre(0, 4, 5), ElementsAre(1, 2, 3)));
}

TEST(NumberedRunsTest, ForgetsWhatIsFarAway) {
  std::vector<int> numbers(40, kNo);
  numbers[0] = 1;
  numbers[1] = 2;
  numbers[39] = 3;
  EXPECT_THAT(NumberedRuns(numbers), IsEmpty());
}

}  // namespace
}  // namespace polygist::ingest
