#include "common/text/characters.h"

#include <gtest/gtest.h>

namespace polygist::text {
namespace {

TEST(CharactersTest, KnowsLettersOfEveryScript) {
  for (const char32_t c : {U'a', U'é', U'ж', U'東', U'ك', U'क'}) EXPECT_TRUE(IsLetter(c)) << static_cast<int>(c);
  for (const char32_t c : {U'1', U'.', U' ', U'\u0301'}) EXPECT_FALSE(IsLetter(c)) << static_cast<int>(c);
}

TEST(CharactersTest, KnowsCase) {
  EXPECT_TRUE(IsUpper(U'É'));
  EXPECT_TRUE(IsLower(U'ж'));
  EXPECT_FALSE(IsUpper(U'東') || IsLower(U'東'));
  EXPECT_EQ(ToLower(U'Ж'), U'ж');
}

TEST(CharactersTest, KnowsWhereJoinersMatter) {
  EXPECT_TRUE(UsesJoiners(U'\u0645'));  // Arabic meem.
  EXPECT_TRUE(UsesJoiners(U'\u0915'));  // Devanagari ka.
  EXPECT_FALSE(UsesJoiners(U'a'));
  EXPECT_FALSE(UsesJoiners(U'\u200D'));  // A joiner is not what it joins.
  EXPECT_TRUE(IsVirama(U'\u094D'));
}

TEST(CharactersTest, KnowsWhiteSpaceAndLineBreaks) {
  EXPECT_TRUE(IsWhiteSpace(U'\u3000') && IsWhiteSpace(U'\u00A0') && IsWhiteSpace(U'\t'));
  EXPECT_FALSE(IsWhiteSpace(U'\u200B'));
  EXPECT_TRUE(IsLineBreak(U'\u2028') && IsLineBreak(U'\r'));
  EXPECT_FALSE(IsLineBreak(U' '));
}

TEST(CharactersTest, KnowsIdeographs) {
  EXPECT_TRUE(IsIdeographic(U'東') && IsIdeographic(U'か') && IsIdeographic(U'カ'));
  EXPECT_FALSE(IsIdeographic(U'한') || IsIdeographic(U'a'));
}

}  // namespace
}  // namespace polygist::text
