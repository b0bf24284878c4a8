#include "ingest_service/segment/words.h"

#include <gtest/gtest.h>

namespace polygist::ingest::segment {
namespace {

TEST(WordsTest, LowerCaseKnowsEveryScriptAndDropsInvisibleCharacters) {
  EXPECT_EQ(LowerCase("ÀÉ Ж"), "àé ж");
  EXPECT_EQ(LowerCase("d\u202A"), "d");
  EXPECT_EQ(LowerCase("L’Ing"), "l'ing");
}

TEST(WordsTest, Numbers) {
  EXPECT_TRUE(IsNumber("1.000,50"));
  EXPECT_TRUE(IsNumber("-3"));
  EXPECT_TRUE(IsNumber("३"));
  EXPECT_FALSE(IsNumber("3a"));
  EXPECT_FALSE(IsNumber(""));
}

TEST(WordsTest, ShortNumbersAreGroupsOfAtMostTwoDigits) {
  EXPECT_TRUE(IsShortNumber("12"));
  EXPECT_TRUE(IsShortNumber("1.-3"));
  EXPECT_TRUE(IsShortNumber("27.10"));
  EXPECT_FALSE(IsShortNumber("1996"));
  EXPECT_FALSE(IsShortNumber("9.30"));
  EXPECT_FALSE(IsShortNumber("3."));
}

TEST(WordsTest, LettersAndNumerals) {
  EXPECT_TRUE(IsSingleLetter("é"));
  EXPECT_FALSE(IsSingleLetter("है"));
  EXPECT_FALSE(IsSingleLetter("ab"));
  EXPECT_TRUE(IsUpperLetter("Ж"));
  EXPECT_FALSE(IsUpperLetter("ж"));
  EXPECT_TRUE(IsRomanNumeral("XIV"));
  EXPECT_FALSE(IsRomanNumeral("I"));
}

TEST(WordsTest, DottedLetters) {
  EXPECT_TRUE(IsDottedLetters("U.S"));
  EXPECT_TRUE(IsDottedLetters("J.-P"));
  EXPECT_TRUE(IsDottedLetters("т.е"));
  EXPECT_TRUE(IsDottedLetters("यू.एस"));
  EXPECT_FALSE(IsDottedLetters("U"));
  EXPECT_FALSE(IsDottedLetters("a.bc"));
}

TEST(WordsTest, VowellessWordsAreShortLatinAndNotInCapitals) {
  EXPECT_TRUE(IsVowelless("Wm"));
  EXPECT_TRUE(IsVowelless("pkt"));
  EXPECT_FALSE(IsVowelless("BBC"));
  EXPECT_FALSE(IsVowelless("my"));
  EXPECT_FALSE(IsVowelless("прк"));
  EXPECT_FALSE(IsVowelless("schwrz"));
}

TEST(WordsTest, PlainLowerWords) {
  EXPECT_TRUE(IsPlainLowerWord("Tagen"));
  EXPECT_FALSE(IsPlainLowerWord("TAG"));
  EXPECT_FALSE(IsPlainLowerWord("a"));
  EXPECT_FALSE(IsPlainLowerWord("x-y"));
}

TEST(WordsTest, HasLetterOrDigit) {
  EXPECT_TRUE(HasLetterOrDigit("... 7"));
  EXPECT_FALSE(HasLetterOrDigit("* * …"));
}

}  // namespace
}  // namespace polygist::ingest::segment
