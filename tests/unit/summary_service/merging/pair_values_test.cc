#include "summary_service/merging/pair_values.h"

#include <gtest/gtest.h>

#include <vector>

#include "summary_service/summary/sentence_link.h"

namespace polygist::summary {
namespace {

PairValues<int> TableOf(const std::vector<SentenceLink>& links) {
  return {6, links, [](const SentenceLink& link) { return link.strength_permille; }};
}

TEST(PairValuesTest, PairsAreFoundInEitherOrder) {
  const PairValues<int> table = TableOf({{0, 2, 500}, {0, 5, 600}, {3, 4, 700}});
  EXPECT_EQ(table.At(0, 2, -1), 500);
  EXPECT_EQ(table.At(5, 0, -1), 600);
  EXPECT_EQ(table.At(4, 3, -1), 700);
}

TEST(PairValuesTest, OthersAreNot) {
  const PairValues<int> table = TableOf({{0, 2, 500}, {3, 4, 700}});
  EXPECT_EQ(table.At(0, 3, -1), -1);
  EXPECT_EQ(table.At(2, 4, 0), 0);
  EXPECT_EQ(table.At(5, 5, 0), 0);
  EXPECT_EQ(TableOf({}).At(0, 5, 0), 0);
}

TEST(PairValuesTest, SomeMayBeLeftOut) {
  const std::vector<SentenceLink> links = {{0, 2, 500}, {0, 5, 600}, {3, 4, 700}};
  const auto strength_of = [](const SentenceLink& link) { return link.strength_permille; };
  const PairValues<int> table(6, links, strength_of, [](const SentenceLink& link) { return link.b != 5; });
  EXPECT_EQ(table.At(0, 2, -1), 500);
  EXPECT_EQ(table.At(0, 5, -1), -1);
  EXPECT_EQ(table.At(3, 4, -1), 700);
}

}  // namespace
}  // namespace polygist::summary
