#include "common/base/digest.h"

#include <gtest/gtest.h>

namespace polygist {
namespace {

TEST(DigestBuilderTest, TellsFieldBoundariesApart) {
  EXPECT_NE(DigestBuilder().Add("ab").Add("c").Hex(), DigestBuilder().Add("a").Add("bc").Hex());
  EXPECT_NE(DigestBuilder().Add("").Hex(), DigestBuilder().Hex());
}

TEST(DigestBuilderTest, IsAFunctionOfItsFields) {
  EXPECT_EQ(DigestBuilder().Add("x").Add(7).Hex(), DigestBuilder().Add("x").Add(7).Hex());
  EXPECT_NE(DigestBuilder().Add(7).Hex(), DigestBuilder().Add(8).Hex());
}

TEST(DigestBuilderTest, IsThirtyTwoHexadecimalDigits) {
  const std::string hex = DigestBuilder().Add("x").Hex();
  EXPECT_EQ(hex.size(), 32u);
  EXPECT_EQ(hex.find_first_not_of("0123456789abcdef"), std::string::npos);
}

}  // namespace
}  // namespace polygist
