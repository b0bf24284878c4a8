#include "summary_service/lexicon/numerals.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

double ValueOf(std::string_view text, char32_t decimal) {
  const std::optional<Numeral> numeral = ReadNumeral(text, decimal);
  return numeral.has_value() ? numeral->value : -1;
}

TEST(ReadNumeralTest, TheLocaleDecidesBeforeThreeDigits) {
  EXPECT_DOUBLE_EQ(ValueOf("1.500", U'.'), 1.5);
  EXPECT_DOUBLE_EQ(ValueOf("1.500", U','), 1500);
}

TEST(ReadNumeralTest, OtherCountsOfDigitsAreAFraction) {
  EXPECT_DOUBLE_EQ(ValueOf("1,25", U'.'), 1.25);
  EXPECT_DOUBLE_EQ(ValueOf("1.2500", U','), 1.25);
}

TEST(ReadNumeralTest, MixedSeparatorsEndInAFraction) {
  EXPECT_DOUBLE_EQ(ValueOf("1.234.567,8", U','), 1234567.8);
  EXPECT_DOUBLE_EQ(ValueOf("1,234,567", U'.'), 1234567);
}

TEST(ReadNumeralTest, RefusesAddressesAndWords) {
  EXPECT_FALSE(ReadNumeral("1.2.3.4", U'.').has_value());
  EXPECT_FALSE(ReadNumeral("abc", U'.').has_value());
  EXPECT_FALSE(ReadNumeral("", U'.').has_value());
  EXPECT_FALSE(ReadNumeral("12345678901234567890", U'.').has_value());
}

TEST(ReadNumeralTest, KeepsWhatFollows) {
  const std::optional<Numeral> numeral = ReadNumeral("150B", U'.');
  ASSERT_TRUE(numeral.has_value());
  EXPECT_EQ(numeral->rest, "B");
}

TEST(ReadHanNumeralTest, ReadsPowersAndDigits) {
  EXPECT_EQ(ReadHanNumeral("三百二十"), 320);
  EXPECT_EQ(ReadHanNumeral("十六"), 16);
  EXPECT_EQ(ReadHanNumeral("二〇二四"), 2024);
  EXPECT_EQ(ReadHanNumeral("两万五千"), 25000);
  EXPECT_FALSE(ReadHanNumeral("艺术").has_value());
}

}  // namespace
}  // namespace polygist::summary
