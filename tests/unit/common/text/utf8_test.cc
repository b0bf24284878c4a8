#include "common/text/utf8.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::text {
namespace {

TEST(IsValidUtf8Test, RefusesIllFormedSequences) {
  EXPECT_TRUE(IsValidUtf8(""));
  EXPECT_TRUE(IsValidUtf8("plain, naïve, 東京, \U0001F600"));
  EXPECT_FALSE(IsValidUtf8("\xC0\xAF"));          // Overlong.
  EXPECT_FALSE(IsValidUtf8("\xED\xA0\x80"));      // Surrogate.
  EXPECT_FALSE(IsValidUtf8("\xF4\x90\x80\x80"));  // Past U+10FFFF.
  EXPECT_FALSE(IsValidUtf8("abc\xE6\x9D"));       // Cut short.
}

TEST(ValidUtf8PrefixTest, StopsAtTheFirstBadByte) {
  EXPECT_EQ(ValidUtf8Prefix("0123456789\xFFrest"), 10u);
  EXPECT_EQ(ValidUtf8Prefix("é\xE9"), 2u);
}

TEST(CodePointsTest, ForwardsAndBackwardsAgree) {
  const std::string text = "aé東\U0001F600";
  size_t offset = 0;
  EXPECT_EQ(NextCodePoint(text, &offset), U'a');
  EXPECT_EQ(NextCodePoint(text, &offset), U'é');
  EXPECT_EQ(NextCodePoint(text, &offset), U'東');
  EXPECT_EQ(NextCodePoint(text, &offset), U'\U0001F600');
  EXPECT_EQ(offset, text.size());
  EXPECT_EQ(PreviousCodePoint(text, &offset), U'\U0001F600');
  EXPECT_EQ(PreviousCodePoint(text, &offset), U'東');
  EXPECT_EQ(CountCodePoints(text), 4);
}

TEST(IsCodePointBoundaryTest, FalseInsideACharacter) {
  EXPECT_TRUE(IsCodePointBoundary("é", 0));
  EXPECT_FALSE(IsCodePointBoundary("é", 1));
  EXPECT_TRUE(IsCodePointBoundary("é", 2));
}

TEST(TrimWhiteSpaceTest, TrimsUnicodeSpaces) {
  EXPECT_EQ(TrimWhiteSpace("\u00A0 \u3000a b\u2028\n"), "a b");
  EXPECT_EQ(TrimWhiteSpace(" \t"), "");
}

}  // namespace
}  // namespace polygist::text
