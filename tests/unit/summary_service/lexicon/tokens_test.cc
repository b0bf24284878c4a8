#include "summary_service/lexicon/tokens.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

using testing::ElementsAre;

std::vector<std::string> WordsOf(std::string_view text) {
  std::vector<std::string> words;
  for (const Token& token : Tokenize(text)) words.push_back(token.folded);
  return words;
}

TEST(TokenizeTest, CutsElisions) { EXPECT_THAT(WordsOf("l’outil d'artistes"), ElementsAre("outil", "artistes")); }

TEST(TokenizeTest, CutsThePossessive) { EXPECT_THAT(WordsOf("OpenAI's tool"), ElementsAre("openai", "tool")); }

TEST(TokenizeTest, CutsCaseEndingsOfNames) { EXPECT_THAT(WordsOf("Ankara’daki göl"), ElementsAre("ankara", "göl")); }

TEST(TokenizeTest, KeepsShortWordsThatStandAlone) { EXPECT_THAT(WordsOf("it is"), ElementsAre("it", "is")); }

TEST(TokenizeTest, SpansPointIntoTheText) {
  const std::vector<Token> tokens = Tokenize("l’outil");
  ASSERT_EQ(tokens.size(), 1u);
  EXPECT_EQ(tokens[0].span, (ByteSpan{4, 9}));
}

}  // namespace
}  // namespace polygist::summary
