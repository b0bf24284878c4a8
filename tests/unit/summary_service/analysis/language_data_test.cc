#include "summary_service/analysis/language_data.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string_view>

namespace polygist::summary {
namespace {

LanguageData DataOf(std::string_view language) {
  const std::vector<LanguageData> known = KnownLanguages();
  const auto found =
      std::find_if(known.begin(), known.end(), [&](const LanguageData& data) { return data.language == language; });
  return found == known.end() ? LanguageData() : *found;
}

TEST(KnownLanguagesTest, SayWhatEachRestsOn) {
  const LanguageData french = DataOf("fr");
  EXPECT_TRUE(french.stemmer);
  EXPECT_TRUE(french.stop_words);
  EXPECT_TRUE(french.coherence_lists);
  EXPECT_FALSE(DataOf("ja").stemmer);
  EXPECT_EQ(DataOf("xx").language, "");
}

TEST(KnownLanguagesTest, AreAscending) {
  const std::vector<LanguageData> known = KnownLanguages();
  EXPECT_GT(known.size(), 20u);
  EXPECT_TRUE(std::is_sorted(known.begin(), known.end(),
                             [](const LanguageData& a, const LanguageData& b) { return a.language < b.language; }));
}

}  // namespace
}  // namespace polygist::summary
