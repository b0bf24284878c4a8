#include "summary_service/analysis/number_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace polygist::summary {
namespace {

int32_t Add(NumberTable& table, std::vector<std::string>& kept, const std::string& thing, size_t hash) {
  const int32_t number = table.FindOrAdd(hash, [&](int32_t i) { return kept[static_cast<size_t>(i)] == thing; });
  if (number == static_cast<int32_t>(kept.size())) kept.push_back(thing);
  return number;
}

TEST(NumberTableTest, ThingsOfOneHashStayApart) {
  NumberTable table;
  std::vector<std::string> kept;
  EXPECT_EQ(Add(table, kept, "a", 5), 0);
  EXPECT_EQ(Add(table, kept, "b", 5), 1);
  EXPECT_EQ(Add(table, kept, "a", 5), 0);
  EXPECT_EQ(table.Find(5, [&](int32_t i) { return kept[static_cast<size_t>(i)] == "b"; }), 1);
  EXPECT_EQ(table.Find(5, [&](int32_t i) { return kept[static_cast<size_t>(i)] == "c"; }), -1);
  EXPECT_EQ(table.Find(6, [](int32_t) { return true; }), -1);
}

TEST(NumberTableTest, NumbersStayWhenItGrows) {
  NumberTable table;
  std::vector<std::string> kept;
  for (int round = 0; round < 2; ++round) {
    for (int i = 0; i < 1000; ++i) EXPECT_EQ(Add(table, kept, std::to_string(i), static_cast<size_t>(i) % 300), i);
  }
  EXPECT_EQ(table.size(), 1000);
}

}  // namespace
}  // namespace polygist::summary
