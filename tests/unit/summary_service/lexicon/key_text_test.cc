#include "summary_service/lexicon/key_text.h"

#include <gtest/gtest.h>

#include <optional>
#include <string>

namespace polygist::summary {
namespace {

// The first key of `text`, for a reader.
std::string Told(const std::string& text, const std::string& language, const std::string& reader,
                 std::optional<absl::Time> published = std::nullopt) {
  const std::vector<Key> keys = ExtractKeys(text, language, published);
  return keys.empty() ? "" : KeyText(keys[0], reader);
}

struct Case {
  const char* name;
  const char* text;
  const char* language;
  const char* reader;
  const char* told;
};

class KeyTextTest : public ::testing::TestWithParam<Case> {};

TEST_P(KeyTextTest, IsWrittenAsTheReaderWritesIt) {
  EXPECT_EQ(Told(GetParam().text, GetParam().language, GetParam().reader), GetParam().told);
}

INSTANTIATE_TEST_SUITE_P(All, KeyTextTest,
                         ::testing::Values(Case{"plain", "sebanyak 1.240 orang", "id", "en", "1,240"},
                                           Case{"words", "duabelas orang, 16 rumah", "id", "de", "16"},
                                           Case{"millions", "3,5 juta orang", "id", "en", "3.5 million"},
                                           Case{"date_with_its_weekday", "pada 15 Februari 2024", "id", "nl",
                                                "donderdag 15 februari 2024"},
                                           Case{"month", "in February 2024", "en", "fr", "février 2024"},
                                           Case{"distance", "over 12 kilometer", "nl", "en", "12 km"},
                                           Case{"duration", "selama 3 jam", "id", "en", "3 hr"},
                                           Case{"percent", "12 procent", "nl", "en", "12%"},
                                           Case{"country", "di Jerman", "id", "en", "Germany"},
                                           Case{"country_for_japan", "in Germany", "en", "ja", "ドイツ"}),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(KeyTextTest, MoneyKeepsItsCurrency) {
  const std::string told = Told("senilai 150 miliar dolar AS", "id", "nl");
  EXPECT_NE(told.find("150"), std::string::npos) << told;
  EXPECT_NE(told.find("mld"), std::string::npos) << told;
  EXPECT_NE(told.find("$"), std::string::npos) << told;
}

TEST(KeyTextTest, WeekdaysAreNamedWithTheDateWhenItIsKnown) {
  EXPECT_EQ(Told("pada hari Selasa", "id", "en"), "Tuesday");
  const absl::Time wednesday = absl::FromUnixSeconds(1732665600);  // 2024-11-27
  EXPECT_EQ(Told("pada hari Selasa", "id", "en", wednesday), "Tuesday, November 26, 2024");
}

TEST(KeyTextTest, AnUnknownLanguageStillGivesTheNumber) { EXPECT_EQ(Told("16 seniman", "id", "und"), "16"); }

}  // namespace
}  // namespace polygist::summary
