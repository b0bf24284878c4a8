#include "summary_service/api/learned_lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "summary_service/api/capabilities.h"
#include "tests/unit/summary_service/lexicon/test_lexicon.h"

namespace polygist::summary {
namespace {

std::vector<LearnedWords> Words() { return {{"nl", "sluis", "en", "locks", 800, 4}}; }

TEST(LearnedLexiconTest, TheFileTranslatesWhatWasLearnedAndNamesItself) {
  const v1::LearnLexiconResponse learned = ToLearnedLexicon("ports", Words());
  EXPECT_THAT(learned.name(), ::testing::MatchesRegex("ports-[0-9a-f]{10}"));
  const TemporaryFile file(learned.lexicon());
  const absl::StatusOr<Lexicon> lexicon = Lexicon::Open({file.path()});
  ASSERT_TRUE(lexicon.ok()) << lexicon.status();
  ASSERT_EQ(lexicon->Translate("nl", "sluis").size(), 1u);
  EXPECT_EQ(lexicon->Translate("nl", "sluis")[0].stem, "lock");
  EXPECT_THAT(MakeVersions(&*lexicon).data(), ::testing::Contains("learned/" + learned.name()));
}

TEST(LearnedLexiconTest, TheSameWordsGiveTheSameFileAndOthersAnother) {
  EXPECT_EQ(ToLearnedLexicon("ports", Words()).lexicon(), ToLearnedLexicon("ports", Words()).lexicon());
  std::vector<LearnedWords> others = Words();
  others[0].translation = "sluices";
  EXPECT_NE(ToLearnedLexicon("ports", others).name(), ToLearnedLexicon("ports", Words()).name());
}

TEST(LearnedLexiconTest, ASnapshotChangesTheDigestOfTheLexicon) {
  const TemporaryFile file(ToLearnedLexicon("ports", Words()).lexicon());
  const TemporaryFile renamed(ToLearnedLexicon("havens", Words()).lexicon());
  EXPECT_NE(Lexicon::Open({file.path()})->digest(), Lexicon::Open({renamed.path()})->digest());
}

}  // namespace
}  // namespace polygist::summary
