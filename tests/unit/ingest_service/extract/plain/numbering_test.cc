#include "ingest_service/extract/plain/numbering.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

using Lengths = std::vector<int>;

TEST(LengthsOfNumberingTest, CountsUnitsThatCountOn) {
  EXPECT_EQ(LengthsOfNumbering({1, 2, 3}), (Lengths{3, 3, 3}));
  EXPECT_EQ(LengthsOfNumbering({-1, 1, -1, -1, 2, -1, 3}), (Lengths{0, 3, 0, 0, 3, 0, 3}));
}

TEST(LengthsOfNumberingTest, CountsDownToo) { EXPECT_EQ(LengthsOfNumbering({10, 9, 8, 7}), (Lengths{4, 4, 4, 4})); }

TEST(LengthsOfNumberingTest, ANumberAloneIsALengthOfOne) {
  EXPECT_EQ(LengthsOfNumbering({7, -1, 12}), (Lengths{1, 0, 1}));
  EXPECT_EQ(LengthsOfNumbering({5, 5}), (Lengths{1, 1}));
}

TEST(LengthsOfNumberingTest, ItemsFarApartDoNotCountOn) {
  std::vector<int> numbers(60, -1);
  numbers.front() = 1;
  numbers.back() = 2;
  EXPECT_EQ(LengthsOfNumbering(numbers).front(), 1);
  numbers[30] = 2;
  EXPECT_EQ(LengthsOfNumbering(numbers).front(), 2);
}

TEST(LengthsOfNumberingTest, TakesTheSmallestAndLargestNumbers) {
  EXPECT_EQ(LengthsOfNumbering({0, 1, 998, 999}), (Lengths{2, 2, 2, 2}));
  EXPECT_TRUE(LengthsOfNumbering({}).empty());
}

}  // namespace
}  // namespace polygist::ingest
