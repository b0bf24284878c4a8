#include "summary_service/lexicon/build/word_pairs.h"

#include <gtest/gtest.h>

namespace polygist::summary::lexicon_build {
namespace {

double WeightOf(const WordPairs& pairs, const std::string& language, const std::string& target, std::string_view key,
                std::string_view stem) {
  const auto table = pairs.tables().find({language, target});
  if (table == pairs.tables().end()) return 0;
  for (const auto& [row_key, entries] : table->second.SortedRows()) {
    for (const PairTable::Entry& entry : *entries) {
      if (row_key == key && table->second.stems()[entry.stem] == stem) return entry.weight;
    }
  }
  return 0;
}

TEST(WordPairsTest, EnglishIsAlwaysTheTarget) {
  WordPairs pairs;
  pairs.AddGloss("en", "letter", "fr", "lettre");
  EXPECT_EQ(WeightOf(pairs, "fr", "en", "lettre", "letter"), 1);
  EXPECT_EQ(pairs.tables().size(), 1u);
}

TEST(WordPairsTest, LongGlossesWeighLessAndDefinitionsNothing) {
  WordPairs pairs;
  pairs.AddGloss("fr", "pont", "en", "stone bridge");
  pairs.AddGloss("fr", "pont", "en", "what leads over a river");
  EXPECT_NEAR(WeightOf(pairs, "fr", "en", "pont", "stone"), 0.6, 1e-6);
  EXPECT_EQ(WeightOf(pairs, "fr", "en", "pont", "river"), 0);
}

TEST(WordPairsTest, TheInfinitiveMarkIsNoWord) {
  WordPairs pairs;
  pairs.AddGloss("fr", "bâtir", "en", "to build");
  EXPECT_EQ(WeightOf(pairs, "fr", "en", "bâtir", "build"), 1);
}

TEST(WordPairsTest, TheBetterWeightStays) {
  WordPairs pairs;
  pairs.AddWord("fr", "pont", "en", "bridg", 0.4);
  pairs.AddWord("fr", "pont", "en", "bridg", 0.9);
  pairs.AddWord("fr", "pont", "en", "bridg", 0.2);
  EXPECT_NEAR(WeightOf(pairs, "fr", "en", "pont", "bridg"), 0.9, 1e-6);
}

TEST(WordPairsTest, StemsAreKeysToo) {
  WordPairs pairs;
  pairs.AddWord("fr", "artistes", "en", "artist", 1);
  EXPECT_EQ(WeightOf(pairs, "fr", "en", "~artist", "artist"), 1);
}

}  // namespace
}  // namespace polygist::summary::lexicon_build
