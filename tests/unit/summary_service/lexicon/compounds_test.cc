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
      : file_(lexicon_build::LexiconBytes(SmallPairs(), "CC0-1.0")),
        lexicon_(*Lexicon::Open({file_.path()})) {}

  std::vector<std::string> Parts(std::string_view language, std::string_view word,
                                 bool ideographic = false) const {
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

TEST_F(CompoundsTest, WithoutALexiconNothingIsSplit) {
  EXPECT_THAT(CompoundSplitter(nullptr, "de").PartsOf("hafenbehörde", false), IsEmpty());
}

}  // namespace
}  // namespace polygist::summary
