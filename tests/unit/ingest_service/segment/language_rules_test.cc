#include "ingest_service/segment/language_rules.h"

#include <gtest/gtest.h>

#include <algorithm>

namespace polygist::ingest::segment {
namespace {

TEST(LanguageRulesTest, EveryKindOfAbbreviationIsRead) {
  EXPECT_EQ(RulesFor("de").Find("z.b"), Abbreviation::kBefore);
  EXPECT_EQ(RulesFor("en").Find("fig"), Abbreviation::kBeforeNumber);
  EXPECT_EQ(RulesFor("en").Find("inc"), Abbreviation::kEither);
  EXPECT_EQ(RulesFor("ru").Find("г"), Abbreviation::kUnit);
  EXPECT_EQ(RulesFor("pl").Find("itd"), Abbreviation::kEnd);
  EXPECT_EQ(RulesFor("en").Find("harbour"), Abbreviation::kNone);
}

TEST(LanguageRulesTest, CommonEntriesHoldInEveryLanguage) {
  EXPECT_EQ(RulesFor("sw").Find("dr"), Abbreviation::kBefore);
  EXPECT_EQ(RulesFor("und").Find("dr"), Abbreviation::kBefore);
}

TEST(LanguageRulesTest, TheBaseSubtagChoosesTheLanguage) {
  EXPECT_TRUE(RulesFor("de-AT").ordinals);
  EXPECT_TRUE(RulesFor("sr-Latn").IsStarter("ali"));
  EXPECT_FALSE(RulesFor("fr").ordinals);
}

TEST(LanguageRulesTest, NorwegianVariantsShareTheirRules) {
  EXPECT_TRUE(RulesFor("nb").ordinals);
  EXPECT_TRUE(RulesFor("nn").IsStarter("og"));
}

// One word, one meaning: of two entries of the same language the later would never be found.
TEST(LanguageRulesTest, NoLanguageListsAWordTwice) {
  const auto& common = RulesFor("und").abbreviations;
  for (const std::string_view language :
       {"en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "sk", "sl", "hr", "sr",
        "ru", "uk", "bg", "el", "tr", "hu", "ro", "ca", "id", "et", "lv", "lt", "ar", "hi", "kk", "hy", "ka"}) {
    const auto& words = RulesFor(language).abbreviations;
    for (size_t i = 1; i < words.size(); ++i) {
      const bool is_common = std::binary_search(common.begin(), common.end(), words[i],
                                                [](const auto& a, const auto& b) { return a.first < b.first; });
      EXPECT_TRUE(words[i - 1].first != words[i].first || is_common) << language << " " << words[i].first;
    }
  }
}

TEST(LanguageRulesTest, StartersAreLowerCaseWords) {
  EXPECT_TRUE(RulesFor("en").IsStarter("the"));
  EXPECT_TRUE(RulesFor("el").IsStarter("και"));
  EXPECT_FALSE(RulesFor("en").IsStarter("The"));
}

TEST(LanguageRulesTest, LanguageMarksAreInteresting) {
  EXPECT_TRUE(RulesFor("el").interesting[';']);
  EXPECT_FALSE(RulesFor("en").interesting[';']);
  EXPECT_TRUE(RulesFor("th").interesting[' ']);
  EXPECT_FALSE(RulesFor("en").interesting[' ']);
}

}  // namespace
}  // namespace polygist::ingest::segment
