#include "summary_service/lexicon/build/learn_pairs.h"

#include <gtest/gtest.h>

namespace polygist::summary::lexicon_build {
namespace {

// The heaviest English stem of a word, or "".
std::string BestOf(const WordPairs& pairs, std::string_view word) {
  const PairTable& table = pairs.tables().begin()->second;
  std::string best;
  float weight = 0;
  for (const auto& [key, entries] : table.SortedRows()) {
    for (const PairTable::Entry& entry : *entries) {
      if (key == word && entry.weight > weight) best = table.stems()[entry.stem], weight = entry.weight;
    }
  }
  return best;
}

TEST(LearnPairsTest, TellsWordsApartByWhatElseTheyMeet) {
  const std::vector<Segment> segments = {
      {"a bridge", "een brug"},  {"a house", "een huis"},   {"a ship", "een schip"},      {"the bridge", "de brug"},
      {"the house", "het huis"}, {"the ship", "het schip"}, {"this bridge", "deze brug"}, {"this house", "dit huis"}};
  WordPairs pairs;
  LearnPairs(segments, "nl", {}, &pairs);
  EXPECT_EQ(BestOf(pairs, "brug"), "bridg");
  EXPECT_EQ(BestOf(pairs, "huis"), "hous");
  EXPECT_EQ(BestOf(pairs, "schip"), "ship");
}

TEST(LearnPairsTest, WordsThatMetOnceAreNotLearned) {
  WordPairs pairs;
  LearnPairs({{"bridge", "brug"}}, "nl", {}, &pairs);
  EXPECT_TRUE(pairs.tables().empty());
}

}  // namespace
}  // namespace polygist::summary::lexicon_build
