#include "summary_service/merging/match_rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <utility>
#include <vector>

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::Pair;

std::vector<std::pair<int, float>> Row(const TermMatches& matches, size_t term) {
  std::vector<std::pair<int, float>> row;
  for (const TermMatch match : matches[term]) row.emplace_back(match.term(), match.strength());
  return row;
}

// Each term matches the first one.
TermMatches MatchingTheFirst(int terms) {
  MatchCollector collector;
  for (int term = 0; term < terms; ++term) {
    collector.BeginTerm();
    if (term > 0) collector.Add({0, 0.5f});
  }
  return std::move(collector).Finish();
}

TEST(TermMatchTest, StrengthComesInSteps) {
  EXPECT_EQ(TermMatch(7, 0.3f).strength(), 77 / 256.0f);
  EXPECT_EQ(TermMatch(7, 1).strength(), 1);
  EXPECT_EQ(TermMatch(7, 0.001f).strength(), 1 / 256.0f);
  EXPECT_EQ(TermMatch((1 << 24) - 1, 1).term(), (1 << 24) - 1);
}

TEST(MatchCollectorTest, MatchesStandWithBothTermsAndAscend) {
  MatchCollector collector;
  collector.BeginTerm();
  collector.BeginTerm();
  collector.Add({0, 0.25f});
  collector.BeginTerm();
  collector.Add({0, 0.5f});
  collector.Add({1, 0.75f});
  const TermMatches matches = std::move(collector).Finish();
  ASSERT_EQ(matches.size(), 3u);
  EXPECT_THAT(Row(matches, 0), ElementsAre(Pair(0, 1), Pair(1, 0.25f), Pair(2, 0.5f)));
  EXPECT_THAT(Row(matches, 1), ElementsAre(Pair(0, 0.25f), Pair(1, 1), Pair(2, 0.75f)));
  EXPECT_THAT(Row(matches, 2), ElementsAre(Pair(0, 0.5f), Pair(1, 0.75f), Pair(2, 1)));
  EXPECT_EQ(matches[2].size(), 3u);
}

TEST(MatchCollectorTest, NoTerms) { EXPECT_EQ(MatchCollector().Finish().size(), 0u); }

// In three bytes and in four.
TEST(MatchCollectorTest, ManyTerms) {
  for (const int terms : {1 << 16, (1 << 16) + 1}) {
    const TermMatches matches = MatchingTheFirst(terms);
    const int last = terms - 1;
    EXPECT_EQ(matches[0].size(), static_cast<size_t>(terms));
    EXPECT_EQ(Row(matches, 0).back(), std::pair(last, 0.5f));
    EXPECT_THAT(Row(matches, static_cast<size_t>(last)), ElementsAre(Pair(0, 0.5f), Pair(last, 1)));
  }
}

}  // namespace
}  // namespace polygist::summary
