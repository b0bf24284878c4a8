#include "ingest_service/identify/circle_features.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace polygist::ingest {
namespace {

constexpr int kLog2Buckets = 16;

std::vector<size_t> FeaturesOf(std::string_view words, const WordClasses& classes = {}) {
  std::vector<size_t> rows;
  ForEachCircleFeature(words, kLog2Buckets, classes, [&](size_t row) { rows.push_back(row); });
  return rows;
}

// Two buckets, and in one of them the only word: `word`, of `word_class`.
std::string TableWith(std::string_view word, uint32_t word_class) {
  const uint32_t hash = HashOfWord(word);
  std::string table = {1, 1, 0, 0, 0, 0, 0, static_cast<char>(hash & 0xFF), static_cast<char>(word_class)};
  table[5 + (hash >> 31)] = 1;
  return table;
}

int64_t Count(const std::vector<size_t>& rows, size_t row) { return std::count(rows.begin(), rows.end(), row); }

TEST(ForEachCircleFeatureTest, RepeatedWordsCountOnce) {
  EXPECT_EQ(FeaturesOf(" ab cd ab cd ab cd ").size(), FeaturesOf(" ab cd ab ").size());
  EXPECT_GT(FeaturesOf(" ab cd ").size(), FeaturesOf(" ab ").size());
}

TEST(ForEachCircleFeatureTest, GroupsThatWordsShareCountOnce) {
  // " de" and its beginnings are of both words.
  EXPECT_LT(FeaturesOf(" dex dey ").size(), FeaturesOf(" dex ").size() + FeaturesOf(" dey ").size());
}

TEST(ForEachCircleFeatureTest, AWordTellsItsClass) {
  const std::string table = TableWith(" known ", 5);
  std::string_view bytes = table;
  WordClasses classes;
  ASSERT_TRUE(classes.Read(bytes));
  const size_t none = size_t{1} << kLog2Buckets;
  const std::vector<size_t> rows = FeaturesOf(" known other known ", classes);
  EXPECT_EQ(Count(rows, none + 5), WordClasses::kTimes);
  EXPECT_EQ(Count(rows, none), 0);
}

TEST(ForEachCircleFeatureTest, AWordOfNoClassTellsNothing) {
  const std::string table = TableWith(" known ", 0);
  std::string_view bytes = table;
  WordClasses classes;
  ASSERT_TRUE(classes.Read(bytes));
  EXPECT_EQ(FeaturesOf(" known ", classes), FeaturesOf(" known "));
}

TEST(ForEachCircleFeatureTest, WithoutListsThereAreNoClasses) {
  for (const size_t row : FeaturesOf(" known other ")) EXPECT_LT(row, size_t{1} << kLog2Buckets);
}

}  // namespace
}  // namespace polygist::ingest
