#include "summary_service/lexicon/locale_tables.h"

#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

const Phrase* Find(std::string_view language, const std::string& word, PhraseKind kind) {
  const LocaleTables& tables = TablesOf(language);
  const auto place = tables.phrases.find(word);
  if (place == tables.phrases.end()) return nullptr;
  for (const Phrase& phrase : place->second) {
    if (phrase.kind == kind) return &phrase;
  }
  return nullptr;
}

TEST(TablesOfTest, KnowsTheSeparatorsOfALanguage) {
  EXPECT_EQ(TablesOf("en").decimal, U'.');
  EXPECT_EQ(TablesOf("de").decimal, U',');
}

TEST(TablesOfTest, ScalesAreNotTakenFromFractions) {
  const Phrase* billions = Find("de", "milliarden", PhraseKind::kScale);
  ASSERT_NE(billions, nullptr);
  EXPECT_EQ(billions->value, 1e9);
}

TEST(TablesOfTest, ASharedCurrencyWordMeansTheFirstOfItsFamily) {
  const Phrase* dollars = Find("fr", "dollars", PhraseKind::kCurrency);
  ASSERT_NE(dollars, nullptr);
  EXPECT_EQ(dollars->unit, "USD");
}

TEST(TablesOfTest, UnknownLanguagesReadAsEnglish) { EXPECT_EQ(TablesOf("und").decimal, U'.'); }

TEST(TablesOfTest, MonthsWrittenWithDigitsAreKnownByTheirMark) {
  EXPECT_EQ(TablesOf("ja").month_after, "月");
  EXPECT_TRUE(TablesOf("vi").month_before.contains("tháng"));
}

}  // namespace
}  // namespace polygist::summary
