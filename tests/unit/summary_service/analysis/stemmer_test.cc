#include "summary_service/analysis/stemmer.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::summary {
namespace {

// All words of these tests fall on one place of what is remembered.
constexpr size_t kHash = 7;

std::string FormOf(Stemmer& forms, std::string_view word) { return std::string(forms.Of(word, kHash).text); }

TEST(StemmerTest, WhatIsRememberedIsWhatWasFound) {
  Stemmer forms("en");
  EXPECT_EQ(FormOf(forms, "Ministers"), "minist");
  EXPECT_EQ(FormOf(forms, "Ministers"), "minist");
  EXPECT_EQ(FormOf(forms, "bridges"), "bridg");
  EXPECT_EQ(FormOf(forms, "Ministers"), "minist");
}

TEST(StemmerTest, EachLanguageHasItsOwnForms) {
  Stemmer english("en"), german("de");
  EXPECT_FALSE(english.Of("die", kHash).stop);
  EXPECT_TRUE(german.Of("die", kHash).stop);
  EXPECT_FALSE(english.Of("die", kHash).stop);
}

TEST(StemmerTest, LongWordsAndLongLanguageNamesAreFoundEachTime) {
  const std::string word = "Rechtsschutzversicherungsgesellschaften";
  Stemmer german("de"), unknown("x-unheard-of");
  const std::string form = FormOf(german, word);
  EXPECT_EQ(FormOf(german, word), form);
  EXPECT_EQ(FormOf(unknown, word), "rechts");
  EXPECT_EQ(FormOf(unknown, "Recht"), "recht");
}

}  // namespace
}  // namespace polygist::summary
