#include "ingest_service/identify/letter_groups.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>
#include <vector>

namespace polygist::ingest {
namespace {

std::vector<uint32_t> GroupsOf(std::string_view words) {
  std::vector<uint32_t> groups;
  ForEachLetterGroup(words, [&](uint32_t hash) { groups.push_back(hash); });
  return groups;
}

TEST(ForEachLetterGroupTest, NothingOfNothing) {
  EXPECT_TRUE(GroupsOf("").empty());
  EXPECT_TRUE(GroupsOf("   ").empty());
}

// " ab ": from the first space 2, 3, 4 letters; from a 1, 2, 3; from b 1, 2; and the word.
TEST(ForEachLetterGroupTest, TakesGroupsAndTheWord) { EXPECT_EQ(GroupsOf(" ab ").size(), 9u); }

TEST(ForEachLetterGroupTest, PairsOfWordsAddOneFeature) {
  EXPECT_EQ(GroupsOf(" ab ab ").size(), 2 * GroupsOf(" ab ").size() + 1);
}

TEST(ForEachLetterGroupTest, SpacesAroundDoNotMatter) { EXPECT_EQ(GroupsOf("ab  cd"), GroupsOf(" ab cd ")); }

TEST(ForEachLetterGroupTest, BeginningAndMiddleOfAWordDiffer) {
  const std::vector<uint32_t> first = GroupsOf(" ab ");
  const std::vector<uint32_t> second = GroupsOf(" cab ");
  EXPECT_EQ(std::count(second.begin(), second.end(), first[0]), 0);
}

TEST(ForEachLetterGroupTest, WordsWithoutEndAreCutAndNotLost) {
  EXPECT_GT(GroupsOf(std::string(1000, 'x')).size(), 4 * 1000u);
}

TEST(ForEachLetterGroupTest, CountsCodePointsNotBytes) { EXPECT_EQ(GroupsOf(" ab ").size(), GroupsOf(" жљ ").size()); }

}  // namespace
}  // namespace polygist::ingest
