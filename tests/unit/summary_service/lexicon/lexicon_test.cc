#include "summary_service/lexicon/lexicon.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <span>
#include <string>
#include <vector>

#include "common/base/error.h"
#include "summary_service/lexicon/lexicon_format.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/word_lookup.h"
#include "tests/unit/summary_service/lexicon/test_lexicon.h"

namespace polygist::summary {
namespace {

using testing::Contains;
using testing::ElementsAre;
using testing::IsEmpty;

std::string SmallBytes() { return lexicon_build::LexiconBytes(SmallPairs(), "CC0-1.0"); }

std::string ReasonToRefuse(std::string_view bytes) {
  const TemporaryFile file(bytes);
  const absl::StatusOr<Lexicon> lexicon = Lexicon::Open({file.path()});
  return lexicon.ok() ? "" : ReasonOf(lexicon.status());
}

class LexiconTest : public testing::Test {
 protected:
  LexiconTest() : file_(SmallBytes()), lexicon_(Lexicon::Open({file_.path()})) {}
  void SetUp() override { ASSERT_TRUE(lexicon_.ok()) << lexicon_.status(); }

  std::vector<std::string> StemsOf(std::string_view language, std::string_view word) const {
    std::vector<std::string> stems;
    for (const Translation& t : lexicon_->Translate(language, word))
      stems.push_back(std::string(t.language) + ":" + std::string(t.stem));
    return stems;
  }

  TemporaryFile file_;
  absl::StatusOr<Lexicon> lexicon_;
};

TEST_F(LexiconTest, TranslatesAWord) { EXPECT_THAT(StemsOf("nl", "kunstenaar"), ElementsAre("en:artist")); }

TEST_F(LexiconTest, TranslatesAnInflectedWordThroughItsStem) {
  EXPECT_THAT(StemsOf("nl", "kunstenaars"), ElementsAre("en:artist"));
  EXPECT_LT(lexicon_->Translate("nl", "kunstenaars")[0].weight_permille, 1000);
}

TEST_F(LexiconTest, DirectPairsStandBesideThePivot) {
  EXPECT_THAT(StemsOf("fr", "pont"), ElementsAre("en:bridg", "nl:brug"));
}

TEST_F(LexiconTest, TargetsAreFiltered) {
  EXPECT_EQ(lexicon_->Translate("fr", "pont", {"nl"}).size(), 1u);
  EXPECT_EQ(lexicon_->Translate("fr", "pont", {}, 1).size(), 1u);
}

TEST_F(LexiconTest, UnknownWordsAndLanguagesHaveNoTranslation) {
  EXPECT_THAT(StemsOf("nl", "onbekend"), IsEmpty());
  EXPECT_THAT(StemsOf("xx", "brief"), IsEmpty());
}

TEST_F(LexiconTest, WordsFoundTogetherAreFoundAsEachAlone) {
  const WordLookup lookup(*lexicon_, "nl", {"en"});
  const std::vector<std::string> words = {"kunstenaar", "vulkaan", "brief", "kunstenaars"};
  std::vector<std::string> stems;
  for (const std::string& word : words) stems.push_back(StemOf(word, "nl"));
  std::vector<WordToFind> to_find;
  for (size_t i = 0; i < words.size(); ++i) to_find.push_back({words[i], stems[i]});
  const auto stems_of = [](std::span<const FoundEntries> entries) {
    std::vector<FoundStem> found;
    for (const FoundEntries& some : entries) some.AppendTo(0, &found);
    std::vector<std::string> stems;
    for (const FoundStem& one : found) stems.emplace_back(one.stem());
    return stems;
  };
  const FoundWords together = lookup.Find(to_find);
  for (size_t i = 0; i < words.size(); ++i) {
    EXPECT_EQ(stems_of(together.Of(i)), stems_of(lookup.Find({&to_find[i], 1}).Of(0))) << words[i];
  }
  EXPECT_THAT(stems_of(together.Of(0)), Contains("artist"));
  EXPECT_THAT(stems_of(together.Of(1)), IsEmpty());
  EXPECT_TRUE(lookup.HasKey("brief"));
  EXPECT_FALSE(lookup.HasKey("vulkaan"));
}

TEST_F(LexiconTest, ARelatedLanguageWithMoreWordsStandsIn) {
  const auto weight_of = [&](std::string_view language, std::string_view word) {
    const std::string stem = StemOf(word, language);
    const WordToFind to_find{word, stem};
    const FoundWords words = WordLookup(*lexicon_, language, {"en"}).Find({&to_find, 1});
    std::vector<FoundStem> found;
    for (const FoundEntries& some : words.Of(0)) some.AppendTo(0, &found);
    return found.empty() ? 0 : found.front().weight;
  };
  EXPECT_GT(weight_of("ms", "korban"), 0.7);
  EXPECT_LT(weight_of("ms", "korban"), weight_of("id", "korban"));
  EXPECT_EQ(weight_of("id", "bot"), 0) << "Malay has fewer.";
}

TEST_F(LexiconTest, KnowsWhoCanRenderAStem) {
  const std::string_view stems[] = {"letter", "volcano"};
  EXPECT_THAT(ReachLookup(*lexicon_, {"fr", "de", "nl"}).ReachedBy(stems), ElementsAre(0b101u, 0u));
}

TEST_F(LexiconTest, ListsItsPairs) {
  EXPECT_TRUE(lexicon_->Covers("en"));
  EXPECT_TRUE(lexicon_->Covers("nl"));
  EXPECT_FALSE(lexicon_->Covers("ru"));
  EXPECT_EQ(lexicon_->Pairs().front().language, "de");
}

TEST_F(LexiconTest, CountsTheWordsOfAPairOnceAndNoStems) {
  lexicon_build::WordPairs more;
  more.AddGloss("nl", "haven", "en", "harbour");
  const TemporaryFile other(lexicon_build::LexiconBytes(more, "CC0-1.0"));
  const absl::StatusOr<Lexicon> both = Lexicon::Open({file_.path(), other.path()});
  ASSERT_TRUE(both.ok());
  const std::vector<LexiconPair> pairs = both->Pairs();
  const auto dutch = std::find_if(pairs.begin(), pairs.end(),
                                  [](const LexiconPair& pair) { return pair.language == "nl" && pair.target == "en"; });
  ASSERT_NE(dutch, pairs.end());
  EXPECT_EQ(dutch->words, 4);  // kunstenaar, brief, open, brug.
}

TEST_F(LexiconTest, EqualContentHasAnEqualDigest) {
  const TemporaryFile again(SmallBytes());
  const absl::StatusOr<Lexicon> other = Lexicon::Open({again.path()});
  ASSERT_TRUE(other.ok());
  EXPECT_EQ(other->digest(), lexicon_->digest());
  lexicon_build::WordPairs more = SmallPairs();
  more.AddGloss("nl", "haven", "en", "harbour");
  const TemporaryFile larger(lexicon_build::LexiconBytes(more, "CC0-1.0"));
  EXPECT_NE(Lexicon::Open({larger.path()})->digest(), lexicon_->digest());
}

TEST(LexiconFileTest, IsTheSameEveryTime) { EXPECT_EQ(SmallBytes(), SmallBytes()); }

TEST(LexiconFileTest, AnyChangedByteIsFound) {
  const std::string good = SmallBytes();
  for (size_t at = 0; at < good.size(); at += 7) {
    if (at >= 32 && at < sizeof(lexicon_format::FileHeader)) continue;  // The licence name may say anything.
    std::string damaged = good;
    damaged[at] = static_cast<char>(damaged[at] ^ 0x41);
    const TemporaryFile file(damaged);
    const absl::StatusOr<Lexicon> lexicon = Lexicon::Open({file.path()});
    EXPECT_EQ(ReasonOf(lexicon.ok() ? lexicon->Verify() : lexicon.status()).substr(0, 8), "LEXICON_") << at;
  }
}

TEST(LexiconFileTest, ATruncatedFileIsRefused) {
  const std::string good = SmallBytes();
  for (const size_t size : {size_t{0}, size_t{10}, size_t{64}, size_t{200}, good.size() - 1}) {
    EXPECT_EQ(ReasonToRefuse(good.substr(0, size)), "LEXICON_DAMAGED") << size;
  }
}

// Nothing but Verify reads the checksum: a wrong offset must not be followed.
TEST(LexiconFileTest, WrongOffsetsAreNotFollowed) {
  const std::string good = SmallBytes();
  for (size_t at = sizeof(lexicon_format::FileHeader); at + 4 <= good.size(); at += 4) {
    std::string damaged = good;
    damaged.replace(at, 4, "\xFF\xFF\xFF\x7F");
    const TemporaryFile file(damaged);
    const absl::StatusOr<Lexicon> lexicon = Lexicon::Open({file.path()});
    if (!lexicon.ok()) continue;
    lexicon->Translate("nl", "kunstenaars");
    lexicon->Translate("fr", "pont");
    const std::string_view letter = "letter";
    ReachLookup(*lexicon, {"fr"}).ReachedBy({&letter, 1});
  }
}

TEST(LexiconFileTest, AnotherVersionIsNamed) {
  std::string later = SmallBytes();
  later[8] = 9;
  EXPECT_EQ(ReasonToRefuse(later), "LEXICON_VERSION");
}

TEST(LexiconFileTest, AMissingFileIsNotFound) {
  EXPECT_EQ(ReasonOf(Lexicon::Open({"/nonexistent/x.lex"}).status()), "LEXICON_NOT_FOUND");
  EXPECT_EQ(ReasonOf(Lexicon::OpenFolder("/nonexistent").status()), "LEXICON_NOT_FOUND");
}

}  // namespace
}  // namespace polygist::summary
