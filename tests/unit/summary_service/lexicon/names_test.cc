#include "summary_service/lexicon/names.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace polygist::summary {
namespace {

TEST(FormsOfTest, ANameMeetsItselfOverScripts) {
  EXPECT_EQ(FormsOf("Sora").latin, "sora");
  EXPECT_EQ(FormsOf("Сора").latin, "sora");
  EXPECT_EQ(FormsOf("Müller").latin, "muller");
}

// A word of Latin letters alone is written letter by letter, one with a letter of another script by ICU's rules.
TEST(FormsOfTest, LatinLettersAreWrittenAsTheRulesWriteThem) {
  std::vector<std::string> letters;
  for (int c = 0xC0; c <= 0x24F; ++c)
    letters.push_back({static_cast<char>(0xC0 | c >> 6), static_cast<char>(0x80 | (c & 0x3F))});
  for (const std::string& a : letters) {
    for (const std::string& b : {std::string("a"), std::string("h"), std::string("ß"), std::string("ŋ"), a}) {
      EXPECT_EQ(FormsOfFolded(a + b).latin + "a", FormsOfFolded(a + b + "а").latin) << a << b;
    }
  }
}

TEST(FormsOfTest, SkeletonsKeepTheConsonants) {
  EXPECT_EQ(FormsOf("Murati").skeleton, FormsOf("Мурати").skeleton);
  EXPECT_EQ(FormsOf("Altman").skeleton, FormsOf("ألتمان").skeleton);
}

TEST(StemOfTest, InflectedFormsShareAStem) {
  EXPECT_EQ(StemOf("artists", "en"), StemOf("artist", "en"));
  EXPECT_EQ(StemOf("artistes", "fr"), StemOf("artiste", "fr"));
  EXPECT_EQ(StemOf("лодками", "ru"), StemOf("лодка", "ru"));
}

TEST(StemOfTest, WithoutAStemmerLongWordsAreCut) {
  EXPECT_EQ(StemOf("malarzami", "pl"), StemOf("malarzy", "pl"));
  EXPECT_EQ(StemOf("nghệ", "vi"), "nghệ");
}

TEST(DiceTest, CountsSharedTrigrams) {
  EXPECT_EQ(Dice(TrigramsOf("sora"), TrigramsOf("sora")), 1);
  EXPECT_EQ(Dice(TrigramsOf("sora"), TrigramsOf("xyz")), 0);
  EXPECT_GT(Dice(TrigramsOf("protest"), TrigramsOf("protes")), 0.7);
}

TEST(StartsUpperCaseTest, LooksAtTheFirstLetter) {
  EXPECT_TRUE(StartsUpperCase("Élan"));
  EXPECT_FALSE(StartsUpperCase("élan"));
  EXPECT_FALSE(StartsUpperCase(""));
}

TEST(IsIdeographicTest, TellsHanAndKana) {
  EXPECT_TRUE(IsIdeographic("艺术"));
  EXPECT_TRUE(IsIdeographic("テスト"));
  EXPECT_FALSE(IsIdeographic("한국"));
}

}  // namespace
}  // namespace polygist::summary
