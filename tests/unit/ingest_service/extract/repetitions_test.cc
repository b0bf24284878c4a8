#include "ingest_service/extract/repetitions.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

// `count` words that no other call with another `prefix` yields.
std::string Words(const std::string& prefix, int count) {
  std::string text;
  for (int i = 0; i < count; ++i)
    text += prefix + std::string(1, static_cast<char>('a' + i / 26)) + std::string(1, static_cast<char>('a' + i % 26)) +
            " ";
  return text;
}

TEST(RepetitionFinderTest, RunningTextIsSaidOnce) {
  RepetitionFinder finder;
  EXPECT_FALSE(finder.Repeats("Der Hafen bleibt gesperrt.", true));
  EXPECT_TRUE(finder.Repeats("Der Hafen bleibt gesperrt.", true));
  EXPECT_TRUE(finder.Repeats("Der Hafen bleibt gesperrt.", true));
}

TEST(RepetitionFinderTest, ShortLinesMayComeAgain) {
  RepetitionFinder finder;
  EXPECT_FALSE(finder.Repeats("Was essen Sie gern?", false));
  EXPECT_FALSE(finder.Repeats("Was essen Sie gern?", false));
}

TEST(RepetitionFinderTest, ABlockMadeOfTheBlocksBeforeItRepeatsThem) {
  const std::string one = Words("x", 40), two = Words("y", 40), three = Words("z", 40);
  RepetitionFinder finder;
  EXPECT_FALSE(finder.Repeats(one, false));
  EXPECT_FALSE(finder.Repeats(two, false));
  EXPECT_FALSE(finder.Repeats(three, false));
  EXPECT_TRUE(finder.Repeats(one + two + three, false));
}

TEST(RepetitionFinderTest, AVariationOfOneBlockStays) {
  const std::string offer = Words("x", 90);
  RepetitionFinder finder;
  EXPECT_FALSE(finder.Repeats(offer + "until May.", true));
  EXPECT_FALSE(finder.Repeats(offer + "until June.", true));
}

}  // namespace
}  // namespace polygist::ingest
