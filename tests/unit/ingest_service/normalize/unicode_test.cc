#include "ingest_service/normalize/unicode.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

struct Case {
  std::string name;
  std::string before;
  std::string after;
};

class RemoveUnwantedTest : public ::testing::TestWithParam<Case> {};

TEST_P(RemoveUnwantedTest, KeepsWhatScriptsNeed) {
  EXPECT_EQ(RemoveUnwanted(GetParam().before).text.text(), GetParam().after);
}

INSTANTIATE_TEST_SUITE_P(
    Table, RemoveUnwantedTest,
    ::testing::Values(
        Case{"PersianNonJoiner", "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645",
             "\u0645\u06CC\u200C\u062E\u0648\u0627\u0647\u0645"},
        Case{"PersianNonJoinerAtWordEnd", "\u0645\u06CC\u200C \u062E", "\u0645\u06CC \u062E"},
        Case{"HindiJoinerAfterVirama", "\u0915\u094D\u200D\u0937", "\u0915\u094D\u200D\u0937"},
        Case{"MalayalamChilluAtWordEnd", "\u0D28\u0D4D\u200D ", "\u0D28\u0D4D\u200D "},
        Case{"SecondOfTwoJoiners", "\u0645\u200C\u200C\u062E", "\u0645\u200C\u062E"},
        Case{"LatinJoiner", "pass\u200Dword", "password"}, Case{"LatinZeroWidthSpace", "long\u200Bword", "longword"},
        Case{"KhmerZeroWidthSpace", "\u1780\u200B\u1781", "\u1780\u200B\u1781"},
        Case{"EmojiFamily", "\U0001F468\u200D\U0001F469\u200D\U0001F467", "\U0001F468\u200D\U0001F469\u200D\U0001F467"},
        Case{"EmojiHeart", "\u2764\uFE0F", "\u2764\uFE0F"}, Case{"StrayVariationSelector", " \uFE0F x", "  x"},
        Case{"ScottishFlag", "\U0001F3F4\U000E0067\U000E007F", "\U0001F3F4\U000E0067\U000E007F"},
        Case{"StrayTags", "a\U000E0067\U000E007F", "a"}, Case{"ByteOrderMarkInside", "a\uFEFFb", "ab"},
        Case{"RightToLeftOverride", "a\u202Eb\u202C", "ab"}, Case{"ObjectReplacement", "a \uFFFC b", "a  b"},
        Case{"ReplacementCharacterStays", "a\uFFFDb", "a\uFFFDb"}),
    [](const auto& info) { return info.param.name; });

TEST(RemoveUnwantedRecordTest, RecordsRunsByKind) {
  const WithoutUnwanted result = RemoveUnwanted("a\u200B\u200Bb\u202Ac\u00AD");
  EXPECT_THAT(result.removed,
              ElementsAre(UnwantedRun{{1, 7}, Unwanted::kInvisible}, UnwantedRun{{8, 11}, Unwanted::kBidiControl},
                          UnwantedRun{{12, 14}, Unwanted::kSoftHyphen}));
}

TEST(RemoveUnwantedRecordTest, KeepsWhiteSpaceControls) {
  EXPECT_THAT(RemoveUnwanted("a\tb\nc\rd\u0085e").removed, IsEmpty());
}

TEST(IsPlainAsciiTest, RefusesControlsAndLetterBeyondAscii) {
  EXPECT_TRUE(IsPlainAscii("a b\tc\n"));
  EXPECT_FALSE(IsPlainAscii("a\x01"));
  EXPECT_FALSE(IsPlainAscii("é"));
}

}  // namespace
}  // namespace polygist::ingest
