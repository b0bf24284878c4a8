#include "common/text/words.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace polygist::text {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (const Word& word : SplitWords(text)) words.emplace_back(Slice(text, word.span));
  return words;
}

TEST(SplitWordsTest, LeavesOutSpacesAndPunctuation) {
  EXPECT_THAT(WordsOf("Don't pay 3.50, José!"), ElementsAre("Don't", "pay", "3.50", "José"));
}

TEST(SplitWordsTest, TellsKindsApart) {
  const std::vector<Word> words = SplitWords("year 2024 東京");
  ASSERT_EQ(words.size(), 3u);
  EXPECT_EQ(words[0].kind, WordKind::kLetters);
  EXPECT_EQ(words[1].kind, WordKind::kNumber);
  EXPECT_EQ(words[2].kind, WordKind::kIdeographic);
}

TEST(FoldForMatchingTest, FoldsCaseWidthAndLigatures) {
  EXPECT_EQ(FoldForMatching("HeLLo"), "hello");
  EXPECT_EQ(FoldForMatching("STRASSE"), FoldForMatching("Straße"));
  EXPECT_EQ(FoldForMatching("\uFF21\uFB01"), "afi");
}

TEST(FoldForMatchingTest, StripsAccentsOnlyWhenAsked) {
  EXPECT_EQ(FoldForMatching("É"), "é");
  EXPECT_EQ(FoldForMatching("É", true), "e");
  EXPECT_EQ(FoldForMatching("कि", true), "कि");
}

}  // namespace
}  // namespace polygist::text
