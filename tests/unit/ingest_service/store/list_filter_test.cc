#include "ingest_service/store/list_filter.h"

#include "gtest/gtest.h"

namespace polygist::ingest {
namespace {

TEST(LanguageMatchesTest, AnEntryIsTheWholeTagOrItsBase) {
  EXPECT_TRUE(LanguageMatches("zh", "zh"));
  EXPECT_TRUE(LanguageMatches("zh", "zh-Hant"));
  EXPECT_TRUE(LanguageMatches("zh-Hant", "zh-Hant"));
  EXPECT_FALSE(LanguageMatches("zh-Hant", "zh"));
  EXPECT_FALSE(LanguageMatches("zh-Hant", "zh-Hant-TW"));
  EXPECT_FALSE(LanguageMatches("z", "zh"));
}

TEST(AttributesMatchTest, AnEmptyQueryMatchesEverything) { EXPECT_TRUE(AttributesMatch({}, "und", "", std::nullopt)); }

TEST(AttributesMatchTest, ATimeRangeIsHalfOpenAndNeedsATime) {
  const absl::Time noon = absl::FromUnixSeconds(1'700'000'000);
  const ListQuery hour{.published_from = noon, .published_until = noon + absl::Hours(1)};
  EXPECT_TRUE(AttributesMatch(hour, "id", "", noon));
  EXPECT_FALSE(AttributesMatch(hour, "id", "", noon + absl::Hours(1)));
  EXPECT_FALSE(AttributesMatch(hour, "id", "", std::nullopt));
}

TEST(LabelsMatchTest, EveryLabelMustBeThereWithItsValue) {
  const ListQuery query{.labels = {{"desk", "economy"}, {"edition", "pagi"}}};
  EXPECT_TRUE(LabelsMatch(query, {{"desk", "economy"}, {"edition", "pagi"}, {"more", ""}}));
  EXPECT_FALSE(LabelsMatch(query, {{"desk", "economy"}}));
  EXPECT_FALSE(LabelsMatch(query, {{"desk", "economy"}, {"edition", "sore"}}));
}

}  // namespace
}  // namespace polygist::ingest
