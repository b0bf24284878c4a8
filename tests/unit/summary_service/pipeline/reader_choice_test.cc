#include "summary_service/pipeline/reader_choice.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::summary {
namespace {

using ::testing::ElementsAre;

// Sentences 0 en, 1 nl, 2 nl, 3 id, all alike.
class ReaderChoiceTest : public ::testing::Test {
 protected:
  ReaderChoiceTest() : articles_(4), sentences_(4), scores_(4, 100) {
    const char* languages[] = {"en", "nl", "nl", "id"};
    for (int i = 0; i < 4; ++i) {
      articles_[i].base_language = languages[i];
      sentences_[i].ref = {i, 0};
    }
  }

  std::vector<int32_t> Choose() {
    return ChooseForReader({.sentences = sentences_,
                            .articles = articles_,
                            .links = links_,
                            .scores = scores_,
                            .keys = keys_,
                            .hidden = hidden_,
                            .fixed = fixed_,
                            .reading_languages = reading_,
                            .least_strength_permille = 650});
  }

  std::vector<AnalyzedArticle> articles_;
  std::vector<AnalyzedSentence> sentences_;
  std::vector<SentenceLink> links_ = {{0, 1, 700}, {0, 2, 900}, {0, 3, 900}, {2, 3, 600}};
  std::vector<int64_t> scores_;
  std::vector<std::vector<Key>> keys_ = std::vector<std::vector<Key>>(4);
  std::vector<bool> hidden_ = {false, false, false, false};
  std::vector<bool> fixed_ = {false, false, false, false};
  std::vector<std::string> reading_ = {"nl", "en"};
};

TEST_F(ReaderChoiceTest, TheBestLanguageThatSaysItIsShown) {
  EXPECT_THAT(Choose(), ElementsAre(2, 1, 2, 0)) << "nl for en, en for id, which has no sure link to nl.";
}

TEST_F(ReaderChoiceTest, WithoutASureLinkASentenceStaysItself) {
  links_ = {{0, 1, 600}};
  EXPECT_THAT(Choose(), ElementsAre(0, 1, 2, 3));
}

TEST_F(ReaderChoiceTest, ALanguageOfNoReaderChangesNothing) {
  reading_ = {"ja"};
  EXPECT_THAT(Choose(), ElementsAre(0, 1, 2, 3));
}

TEST_F(ReaderChoiceTest, SentencesThatStandAloneComeFirst) {
  sentences_[2].opener = Opener::kPronoun;
  EXPECT_EQ(Choose()[0], 1);
}

TEST_F(ReaderChoiceTest, ScoreTimesStrengthDecides) {
  scores_[1] = 1000;
  EXPECT_EQ(Choose()[0], 1);
}

TEST_F(ReaderChoiceTest, TheSentenceWithMoreOfTheNumbersIsShown) {
  keys_[0] = ExtractKeys("40 tonnes in 12 hours", "en");
  keys_[1] = ExtractKeys("40 ton in 12 uur", "nl");
  keys_[2] = ExtractKeys("40 ton", "nl");
  EXPECT_EQ(Choose()[0], 1) << "Though the other link is surer.";
}

TEST_F(ReaderChoiceTest, ASentenceWithNoneOfTheNumbersIsNotShown) {
  keys_[0] = ExtractKeys("214 passengers", "en");
  keys_[2] = ExtractKeys("58 passagiers", "nl");
  EXPECT_EQ(Choose()[0], 0);
}

TEST_F(ReaderChoiceTest, HiddenAndFixedSentencesAreKept) {
  hidden_[2] = true;
  fixed_[3] = true;
  EXPECT_THAT(Choose(), ElementsAre(1, 1, 2, 3));
}

TEST_F(ReaderChoiceTest, RegionsAreOneLanguage) {
  EXPECT_EQ(PreferenceOf("pt-BR", std::vector<std::string>{"nl", "pt-PT"}), 1u);
  EXPECT_EQ(PreferenceOf("fr", std::vector<std::string>{"nl", "pt"}), 2u);
}

TEST_F(ReaderChoiceTest, SentencesShownByOneExcludeEachOther) {
  EXPECT_THAT(ShownOnce(std::vector<int32_t>{2, 1, 2, 2}),
              ElementsAre(SentenceLink{0, 2, 1000}, SentenceLink{0, 3, 1000}, SentenceLink{2, 3, 1000}));
}

}  // namespace
}  // namespace polygist::summary
