#include "ingest_service/segment/characters.h"

#include <gtest/gtest.h>

namespace polygist::ingest::segment {
namespace {

TEST(CharactersTest, MarksAreOfOneKindEach) {
  EXPECT_TRUE(IsPeriod('.') && !IsSpacedMark('.') && !IsFullMark('.'));
  EXPECT_TRUE(IsSpacedMark('?') && !IsFullMark('?'));
  EXPECT_TRUE(IsFullMark(U'。') && !IsSpacedMark(U'。'));
  EXPECT_TRUE(IsEllipsis(U'…') && !IsFullMark(U'…'));
}

TEST(CharactersTest, EveryScriptHasItsFullMark) {
  for (const char32_t mark : std::u32string_view(U"।॥؟۔։።፧။។།！？｡")) {
    EXPECT_TRUE(IsFullMark(mark)) << static_cast<uint32_t>(mark);
  }
}

TEST(CharactersTest, QuotesAreNoBrackets) {
  for (const char32_t quote : std::u32string_view(U"\"'„“”«»「」")) {
    EXPECT_TRUE(IsQuote(quote) && !IsOpeningBracket(quote) && !IsClosingBracket(quote));
  }
  EXPECT_TRUE(IsOpeningBracket('(') && IsClosingBracket(')'));
}

TEST(CharactersTest, InvisibleCharactersAreBlank) {
  for (const char32_t c : {U'\u00A0', U'\u200B', U'\uFEFF', U'\u202A', U'\u3000'}) EXPECT_TRUE(IsBlank(c));
  EXPECT_TRUE(IsIgnorable(U'\u200B'));
  EXPECT_FALSE(IsIgnorable(' '));
}

TEST(CharactersTest, PictographsBeyondTheBasicPlaneAreKnown) {
  EXPECT_TRUE(IsPictograph(U'👍'));
  EXPECT_TRUE(MayEndSentence(U'👍'));
  EXPECT_FALSE(IsPictograph('7'));
  EXPECT_FALSE(IsPictograph(U'©'));
}

TEST(CharactersTest, PositionsStepOverWholeCodePoints) {
  constexpr std::string_view kText = "aé日👍";
  EXPECT_EQ(CharacterAt(kText, 1), U'é');
  EXPECT_EQ(After(kText, 1), 3U);
  EXPECT_EQ(Before(kText, 6), 3U);
  EXPECT_EQ(CharacterBefore(kText, kText.size()), U'👍');
  EXPECT_EQ(CharacterAt(kText, kText.size()), 0U);
  EXPECT_EQ(CharacterBefore(kText, 0), 0U);
}

TEST(CharactersTest, SkipBlanksStopsAtTheEnd) {
  EXPECT_EQ(SkipBlanks("a \u00A0\tb", 1), 5U);
  EXPECT_EQ(SkipBlanks("a  ", 1), 3U);
}

}  // namespace
}  // namespace polygist::ingest::segment
