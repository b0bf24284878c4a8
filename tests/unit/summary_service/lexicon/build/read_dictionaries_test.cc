#include "summary_service/lexicon/build/read_dictionaries.h"

#include <gtest/gtest.h>

namespace polygist::summary::lexicon_build {
namespace {

bool Has(const WordPairs& pairs, const std::string& language, std::string_view key, std::string_view stem,
         const std::string& target = "en") {
  const auto table = pairs.tables().find({language, target});
  if (table == pairs.tables().end()) return false;
  for (const auto& [row_key, entries] : table->second.SortedRows()) {
    for (const PairTable::Entry& entry : *entries) {
      if (row_key == key && table->second.stems()[entry.stem] == stem) return true;
    }
  }
  return false;
}

TEST(ReadDictdTest, ReadsNumberedGlossesWithoutRemarks) {
  const std::string entries = "brug /brʏx/ <n>\n1. bridge, deck (of a ship)\n see: {boot}\n";
  WordPairs pairs;
  ReadDictd("brug\tA\tz\n", entries, "nl", "en", &pairs);
  EXPECT_TRUE(Has(pairs, "nl", "brug", "bridg"));
  EXPECT_TRUE(Has(pairs, "nl", "brug", "deck"));
  EXPECT_FALSE(Has(pairs, "nl", "brug", "ship"));
  EXPECT_FALSE(Has(pairs, "nl", "brug", "boot"));
}

TEST(ReadDictdTest, DamagedIndexesAreSkipped) {
  WordPairs pairs;
  ReadDictd("brug\t!!\tz\nbrug\t////\tB\nbrug\n\t\t\n", "x", "nl", "en", &pairs);
  EXPECT_TRUE(pairs.tables().empty());
}

TEST(ReadMuellerTest, KeepsCyrillicGlosses) {
  const std::string entries = "bridge\n   [brIdZ] _n. мост; to burn bridges сжечь\n   2) _мор. мостик\n";
  WordPairs pairs;
  ReadMueller("bridge\tA\tBk\n", entries, &pairs);
  EXPECT_TRUE(Has(pairs, "ru", "мост", "bridg"));
  EXPECT_TRUE(Has(pairs, "ru", "мостик", "bridg"));
  EXPECT_FALSE(Has(pairs, "ru", "сжечь", "bridg"));
  EXPECT_FALSE(Has(pairs, "ru", "мор", "bridg"));
}

TEST(ReadDingTest, PairsTheColumns) {
  WordPairs pairs;
  ReadDing("# head\nBrücke {f} [arch.] | Brücken {pl} :: bridge | bridges\n", &pairs);
  EXPECT_TRUE(Has(pairs, "de", "brücke", "bridg"));
  EXPECT_TRUE(Has(pairs, "de", "brücken", "bridg"));
  EXPECT_FALSE(Has(pairs, "de", "f", "bridg"));
}

TEST(ReadEdictTest, HanHeadsServeChineseToo) {
  WordPairs pairs;
  ReadEdict("橋 [はし] /(n) bridge/(P)/EntL123/\nテスト /(n) test/\n", &pairs);
  EXPECT_TRUE(Has(pairs, "ja", "橋", "bridg"));
  EXPECT_TRUE(Has(pairs, "zh", "桥", "bridg"));
  EXPECT_TRUE(Has(pairs, "ja", "テスト", "test"));
  EXPECT_FALSE(Has(pairs, "zh", "テスト", "test"));
}

TEST(ReadUnihanTest, ReadsDefinitions) {
  WordPairs pairs;
  ReadUnihan("U+6A4B\tkDefinition\tbridge; beam\nU+6A4B\tkCantonese\tkiu4\ngarbage\n", &pairs);
  EXPECT_TRUE(Has(pairs, "ja", "橋", "bridg"));
}

}  // namespace
}  // namespace polygist::summary::lexicon_build
