#include "summary_service/lexicon/compounds.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/unit/summary_service/lexicon/test_lexicon.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class CompoundsTest : public testing::Test {
 protected:
  CompoundsTest()
      : file_(lexicon_build::LexiconBytes(SmallPairs(), "CC0-1.0")), lexicon_(*Lexicon::Open({file_.path()})) {}

  std::vector<std::string> Parts(std::string_view language, std::string_view word, bool ideographic = false) const {
    std::vector<std::string> parts;
    for (const WordPart& part : CompoundSplitter(&lexicon_, language).PartsOf(word, ideographic))
      parts.push_back(part.folded);
    return parts;
  }

  TemporaryFile file_;
  Lexicon lexicon_;
};

TEST_F(CompoundsTest, SplitsIntoTwoKnownWords) {
  EXPECT_THAT(Parts("de", "hafenbehörde"), ElementsAre("hafen", "behörde"));
}

TEST_F(CompoundsTest, AnInflectedModifierIsKnownByItsStem) {
  EXPECT_THAT(Parts("de", "hafensbehörde"), ElementsAre("hafens", "behörde"));
}

TEST_F(CompoundsTest, LeavesAloneWhatItKnowsOnlyHalf) {
  EXPECT_THAT(Parts("de", "hafenmeister"), IsEmpty());
  EXPECT_THAT(Parts("en", "harbourmaster"), IsEmpty());
}

TEST_F(CompoundsTest, IdeographsFallApartIntoCharacters) {
  EXPECT_THAT(Parts("zh", "艺术", true), ElementsAre("艺", "术"));
}

TEST_F(CompoundsTest, AnUnknownWordIsReadByItsLongestKnownBeginning) {
  EXPECT_THAT(Parts("nl", "kunstenaartje"), ElementsAre("kunstenaar"));
  EXPECT_THAT(Parts("nl", "briefopener"), IsEmpty());  // Less than two thirds.
}

TEST(CompoundSplitterTest, ParticlesFollowKoreanWords) {
  lexicon_build::WordPairs pairs;
  pairs.AddGloss("ko", "승객", "en", "passenger");
  const TemporaryFile file(lexicon_build::LexiconBytes(pairs, "CC0-1.0"));
  const absl::StatusOr<Lexicon> lexicon = Lexicon::Open({file.path()});
  ASSERT_TRUE(lexicon.ok());
  const std::vector<WordPart> parts = CompoundSplitter(&*lexicon, "ko").PartsOf("승객들이", false);
  ASSERT_EQ(parts.size(), 1u);
  EXPECT_EQ(parts[0].folded, "승객");
}

TEST_F(CompoundsTest, WithoutALexiconNothingIsSplit) {
  EXPECT_THAT(CompoundSplitter(nullptr, "de").PartsOf("hafenbehörde", false), IsEmpty());
}

}  // namespace
}  // namespace polygist::summary
