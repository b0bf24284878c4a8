#include "client/presentation/wrap.h"

#include "client/presentation/language_names.h"
#include "gtest/gtest.h"

namespace polygist::client {
namespace {

TEST(WrapTest, LinesEndWhereTheWidthDoes) {
  EXPECT_EQ(Wrap("one two three four", 9), "one two\nthree\nfour\n");
  EXPECT_EQ(Wrap("one two three four", 13), "one two three\nfour\n");
}

TEST(WrapTest, WithoutWidthThereIsOneLine) { EXPECT_EQ(Wrap("one\ntwo   three", 0), "one two three\n"); }

TEST(WrapTest, FollowingLinesAreIndentedAsTheFirst) {
  EXPECT_EQ(Wrap("one two three", 9, "[1] "), "[1] one\n    two\n    three\n");
}

TEST(WrapTest, WhatFitsNoLineStandsAlone) { EXPECT_EQ(Wrap("a incomprehensible b", 6), "a\nincomprehensible\nb\n"); }

TEST(WrapTest, WideCharactersTakeTwoColumnsAndBreakAnywhere) {
  EXPECT_EQ(DisplayWidth("日本"), 4);
  EXPECT_EQ(DisplayWidth("e\u0301"), 1);
  EXPECT_EQ(Wrap("日本語の文", 4), "日本\n語の\n文\n");
}

TEST(WrapTest, ControlCharactersVanish) { EXPECT_EQ(Wrap("a\x1b[31mb", 0), "a[31mb\n"); }

TEST(WrapTest, NothingIsAnEmptyLine) { EXPECT_EQ(Wrap("", 10), "\n"); }

TEST(LanguageNamesTest, LanguagesHaveEnglishNames) {
  EXPECT_EQ(LanguageName("id"), "Indonesian");
  EXPECT_EQ(LanguageName("pt-BR"), "Portuguese (Brazil)");
  EXPECT_EQ(LanguageName("mul"), "All languages");
  EXPECT_EQ(LanguageName("und"), "Unknown language");
  EXPECT_EQ(LanguageName(""), "Unknown language");
}

}  // namespace
}  // namespace polygist::client
