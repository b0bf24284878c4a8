#include "ingest_service/api/capabilities.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace polygist::ingest {
namespace {

type::v1::LanguageSupport SupportOf(const v1::Capabilities& capabilities, std::string_view tag) {
  const auto& languages = capabilities.languages();
  const auto found = std::find_if(languages.begin(), languages.end(),
                                  [&](const auto& language) { return language.language() == tag; });
  return found == languages.end() ? type::v1::LanguageSupport() : *found;
}

TEST(MakeCapabilitiesTest, TiersSayWhatTheyRestOn) {
  const v1::Capabilities capabilities = MakeCapabilities(LanguageModels::Load(), 1000);
  const type::v1::LanguageSupport german = SupportOf(capabilities, "de");
  EXPECT_TRUE(german.identification());
  EXPECT_TRUE(german.sentence_rules());
  EXPECT_EQ(german.tier(), type::v1::FULL);
  // Without capitals, first words tell nothing.
  EXPECT_EQ(SupportOf(capabilities, "fa").tier(), type::v1::FULL);
  // First words, but no abbreviations of its own; abbreviations, but no first words.
  for (const std::string_view tag : {"sw", "hy"}) {
    EXPECT_TRUE(SupportOf(capabilities, tag).sentence_rules()) << tag;
    EXPECT_EQ(SupportOf(capabilities, tag).tier(), type::v1::GOOD) << tag;
  }
  const type::v1::LanguageSupport samoan = SupportOf(capabilities, "sm");
  EXPECT_TRUE(samoan.identification());
  EXPECT_FALSE(samoan.sentence_rules());
  EXPECT_EQ(samoan.tier(), type::v1::BASIC);
}

TEST(MakeCapabilitiesTest, NothingIsMissingFromAWholeProgram) {
  EXPECT_TRUE(MakeCapabilities(LanguageModels::Load(), 1000).missing().empty());
}

TEST(MakeCapabilitiesTest, AMissingSecondJudgeIsSaid) {
  const v1::Capabilities capabilities = MakeCapabilities(LanguageModels::Load(""), 1000);
  ASSERT_EQ(capabilities.missing_size(), 1);
  EXPECT_EQ(capabilities.missing(0).code(), "SECOND_JUDGE_MISSING");
  EXPECT_NE(capabilities.normalizer_version(), MakeCapabilities(LanguageModels::Load(), 1000).normalizer_version());
}

}  // namespace
}  // namespace polygist::ingest
