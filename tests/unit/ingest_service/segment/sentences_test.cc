#include "ingest_service/segment/sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>
#include <string_view>
#include <vector>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

Block BlockOf(int64_t begin, int64_t end, BlockKind kind = BlockKind::kParagraph) {
  Block block;
  block.kind = kind;
  block.span = {begin, end};
  return block;
}

std::vector<std::string> Split(std::string_view text, std::string_view language = "en",
                               BlockKind kind = BlockKind::kParagraph) {
  const std::vector<Block> blocks = {BlockOf(0, static_cast<int64_t>(text.size()), kind)};
  std::vector<std::string> sentences;
  for (const Sentence& sentence : SplitSentences(text, blocks, language)) {
    sentences.emplace_back(Slice(text, sentence.span));
  }
  return sentences;
}

TEST(SplitSentencesTest, ABlockInAnotherLanguageIsCutByItsOwnRules) {
  const std::string text = "Am 3. Mai kam er. Er blieb.";
  std::vector<Block> blocks = {BlockOf(0, static_cast<int64_t>(text.size()))};
  EXPECT_EQ(SplitSentences(text, blocks, "en").size(), 3U);
  blocks[0].language = Language{.tag = "de"};
  EXPECT_EQ(SplitSentences(text, blocks, "en").size(), 2U);
}

TEST(SplitSentencesTest, SpansAreTrimmedBytesOfTheText) {
  const std::string text = "  Été chaud.  Le lac baisse. ";
  const std::vector<Sentence> sentences =
      SplitSentences(text, std::vector<Block>{BlockOf(0, static_cast<int64_t>(text.size()))}, "fr");
  ASSERT_EQ(sentences.size(), 2U);
  EXPECT_EQ(sentences[0].span, (ByteSpan{2, 14}));
  EXPECT_EQ(sentences[1].span, (ByteSpan{16, 30}));
}

TEST(SplitSentencesTest, BlocksAreCutOneByOne) {
  const std::string text = "The dam holds\n\nIt was built in 1961. Nobody fled.";
  const std::vector<Block> blocks = {BlockOf(0, 13, BlockKind::kHeading),
                                     BlockOf(15, static_cast<int64_t>(text.size()))};
  const std::vector<Sentence> sentences = SplitSentences(text, blocks, "en");
  ASSERT_EQ(sentences.size(), 3U);
  EXPECT_EQ(sentences[0].block, 0);
  EXPECT_EQ(sentences[0].span, (ByteSpan{0, 13}));
  EXPECT_EQ(sentences[1].block, 1);
  EXPECT_EQ(sentences[2].block, 1);
}

TEST(SplitSentencesTest, AHeadingIsOneSentence) {
  EXPECT_THAT(Split("Rain. Wind. Snow.", "en", BlockKind::kHeading), ElementsAre("Rain. Wind. Snow."));
}

TEST(SplitSentencesTest, AListItemIsCut) {
  EXPECT_THAT(Split("Wear a hat. Drink water.", "en", BlockKind::kListItem),
              ElementsAre("Wear a hat.", "Drink water."));
}

TEST(SplitSentencesTest, BlankBlocksHaveNoSentence) {
  EXPECT_THAT(Split(" \n\t "), IsEmpty());
  EXPECT_THAT(Split(""), IsEmpty());
}

TEST(SplitSentencesTest, ABlockWithoutLettersIsOneSentence) {
  EXPECT_THAT(Split("* * *"), ElementsAre("* * *"));
  EXPECT_THAT(Split("..."), ElementsAre("..."));
}

TEST(SplitSentencesTest, AnUnknownLanguageIsCutByCommonRules) {
  EXPECT_THAT(Split("Dr. Ngata va. Toa ti.", "und"), ElementsAre("Dr. Ngata va.", "Toa ti."));
}

TEST(SplitSentencesTest, TheLanguageTagMayHaveRegionAndScript) {
  EXPECT_THAT(Split("Am 3. Mai war es kalt. Am 4. Mai nicht.", "de-AT"),
              ElementsAre("Am 3. Mai war es kalt.", "Am 4. Mai nicht."));
}

}  // namespace
}  // namespace polygist::ingest
