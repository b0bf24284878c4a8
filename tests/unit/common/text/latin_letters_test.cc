#include "common/text/latin_letters.h"

#include <gtest/gtest.h>

namespace polygist::text {
namespace {

// FormsOfTest.LatinLettersAreWrittenAsTheRulesWriteThem compares all of them with ICU's.
TEST(LatinLettersTest, MarksGo) {
  EXPECT_EQ(LatinLetters(U'É'), "e");
  EXPECT_EQ(LatinLetters(U'ø'), "o");
  EXPECT_EQ(LatinLetters(U'ß'), "ss");
  EXPECT_EQ(LatinLetters(U'ș'), "s");
}

TEST(LatinLettersTest, WhatIsNoLetterAToZIsNothing) {
  EXPECT_EQ(LatinLetters(U'×'), "");
  EXPECT_EQ(LatinLetters(U'ǝ'), "");
}

}  // namespace
}  // namespace polygist::text
