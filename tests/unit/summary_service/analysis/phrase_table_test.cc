#include "summary_service/analysis/phrase_table.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

namespace polygist::summary {
namespace {

PhraseIndex IndexOf(const std::vector<std::string>& phrases) {
  PhraseIndex index;
  for (size_t i = 0; i < phrases.size(); ++i) index.Add(phrases[i], static_cast<int>(i));
  return index;
}

TEST(PhraseIndexTest, FindsTheLongestFirst) {
  const PhraseIndex index = IndexOf({"in", "in that case", "in fact"});
  const std::vector<PhraseMatch> matches = index.BeginningsOf("in that case, we go");
  ASSERT_EQ(matches.size(), 2u);
  EXPECT_EQ(matches[0].value, 1);
  EXPECT_EQ(matches[0].bytes, 12u);
  EXPECT_EQ(matches[1].value, 0);
}

TEST(PhraseIndexTest, NoPhraseEndsInsideAWordOfAsciiLetters) {
  const PhraseIndex index = IndexOf({"it", "他"});
  EXPECT_TRUE(index.BeginningsOf("items").empty());
  EXPECT_EQ(index.BeginningsOf("it's").size(), 1u);
  EXPECT_EQ(index.BeginningsOf("他说").size(), 1u);
}

TEST(PhraseIndexTest, OnlyWhatBeginsWithNoPhraseIsPassedOver) {
  const PhraseIndex index = IndexOf({"o", "où", "il a", "он"});
  for (const char* text : {"O", "O geldi", "O’", "Où est", "IL A", "Он"}) EXPECT_TRUE(index.MayBegin(text)) << text;
  for (const char* text : {"It", "le", "Д", "1"}) EXPECT_FALSE(index.MayBegin(text)) << text;
}

TEST(PhraseIndexTest, ReachEndsBetweenTwoCharacters) {
  const PhraseIndex index = IndexOf({"ab"});
  EXPECT_EQ(index.Reach("ab"), 2u);
  EXPECT_EQ(index.Reach("ééééé é"), 10u);
  EXPECT_EQ(index.Reach("aéééééé"), 9u);
}

}  // namespace
}  // namespace polygist::summary
