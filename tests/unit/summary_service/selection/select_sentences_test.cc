#include "summary_service/selection/select_sentences.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

class SelectSentencesTest : public testing::Test {
 protected:
  // Every bigram is worth `value`.
  std::vector<int> Select(const MeasuredStory& story, std::vector<Budget> budgets, std::vector<int32_t> include = {},
                          std::vector<int32_t> close = {}, std::vector<SentenceLink> links = {}) {
    const std::vector<double> values(story.bigrams.bigrams(), 1.0);
    SelectionInput input{.sentences = story.corpus.sentences,
                         .bigrams = story.bigrams,
                         .vectors = story.vectors,
                         .values = values,
                         .sizes = story.sizes,
                         .priors = {},
                         .articles = {},
                         .links = links,
                         .budgets = budgets,
                         .must_include = include,
                         .closed = {},
                         .known = {}};
    input.closed.resize(story.corpus.sentences.size());
    input.known = input.closed;
    for (const int32_t n : close) input.closed[n] = true;
    std::vector<int> chosen;
    first_budgets_.clear();
    dangling_.clear();
    for (const ChosenSentence& one : SelectSentences(input)) {
      chosen.push_back(one.n);
      first_budgets_.push_back(one.first_budget);
      dangling_.push_back(one.lacks.has_value());
    }
    return chosen;
  }

  const MeasuredStory story_{{ArticleOf("en", {"Old bridge collapsed into cold river water Monday.",
                                               "Old bridge collapsed into cold river water yesterday.",
                                               "Port police closed every long road near town.", "Nobody died."})}};
  std::vector<int> first_budgets_;
  std::vector<bool> dangling_;
};

TEST_F(SelectSentencesTest, EqualValuesPreferTheEarlierSentence) {
  EXPECT_THAT(Select(story_, {{BudgetUnit::kSentences, 1}}), ElementsAre(0));
}

TEST_F(SelectSentencesTest, ARepetitionGivesWay) {
  EXPECT_THAT(Select(story_, {{BudgetUnit::kSentences, 2}}), ElementsAre(0, 2));
}

TEST_F(SelectSentencesTest, WhatIsToldFillsNoBudget) {
  const std::vector<Budget> budget = {{BudgetUnit::kSentences, 4}};
  EXPECT_THAT(Select(story_, budget), ElementsAre(0, 2, 1));
  EXPECT_THAT(Select(story_, budget, {}, {}, {{0, 1, 1000}}), ElementsAre(0, 2));
  EXPECT_THAT(Select(story_, budget, {0}, {}, {{0, 1, 1000}, {0, 2, 1000}}), ElementsAre(0));
}

TEST_F(SelectSentencesTest, OneSentenceGivesWayToTwoThatTellMore) {
  const MeasuredStory story{{ArticleOf("en", {"Old bridge collapsed into cold river water Monday while morning ferry "
                                              "traffic crossed slowly.",
                                              "Port police closed every long road near town.",
                                              "Rescue divers searched muddy banks using bright lamps."})}};
  EXPECT_THAT(Select(story, {{BudgetUnit::kWords, 14}}), ElementsAre(0));
  EXPECT_THAT(Select(story, {{BudgetUnit::kWords, 16}}), testing::UnorderedElementsAre(1, 2));
}

TEST_F(SelectSentencesTest, WantedSentencesComeFirstAndClosedOnesNever) {
  EXPECT_THAT(Select(story_, {{BudgetUnit::kSentences, 2}}, {2}, {0}), ElementsAre(2, 1));
}

TEST_F(SelectSentencesTest, LongerSummariesContainShorterOnes) {
  EXPECT_THAT(Select(story_, {{BudgetUnit::kSentences, 1}, {BudgetUnit::kWords, 16}}), ElementsAre(0, 2));
  EXPECT_THAT(first_budgets_, ElementsAre(0, 1));
}

TEST_F(SelectSentencesTest, FragmentsOnlyWhenNothingElseFits) {
  EXPECT_THAT(Select(story_, {{BudgetUnit::kWords, 2}}), ElementsAre(3));
  EXPECT_THAT(Select(story_, {{BudgetUnit::kWords, 10}}), ElementsAre(0));
}

TEST_F(SelectSentencesTest, NothingFits) { EXPECT_THAT(Select(story_, {{BudgetUnit::kWords, 1}}), IsEmpty()); }

TEST_F(SelectSentencesTest, TheBudgetIsNeverExceeded) {
  for (int words = 1; words < 30; ++words) {
    int used = 0;
    for (const int n : Select(story_, {{BudgetUnit::kWords, words}})) used += story_.corpus.sentences[n].length.words;
    EXPECT_LE(used, words);
  }
}

TEST_F(SelectSentencesTest, ADanglingSentenceBringsItsCompanion) {
  const MeasuredStory story(
      {ArticleOf("en", {"The mayor of the small town came at dawn.",
                        "She promised stone bridges, steel bridges, free ferries, new harbour roads soon.",
                        "It was a day of and for the old."})});
  EXPECT_THAT(Select(story, {{BudgetUnit::kWords, 21}}), testing::UnorderedElementsAre(0, 1));
  EXPECT_THAT(dangling_, testing::Each(false));
}

TEST_F(SelectSentencesTest, ADanglingSentenceGivesWayToOneAsGood) {
  const MeasuredStory story(
      {ArticleOf("en", {"It was a day of and for the old.", "They promised stone bridges near cold river water.",
                        "Ministers promised stone bridges near cold river water."})});
  EXPECT_THAT(Select(story, {{BudgetUnit::kSentences, 1}}), ElementsAre(2));
}

TEST_F(SelectSentencesTest, NothingGivesWayToWhatLeansOnIt) {
  const MeasuredStory story({ArticleOf(
      "en", {"Of that and of the other they spoke at length.", "This promised stone bridges near cold river water.",
             "They promised steel bridges near cold river water."})});
  EXPECT_THAT(Select(story, {{BudgetUnit::kSentences, 1}}), ElementsAre(1));
  EXPECT_THAT(dangling_, ElementsAre(true));
}

TEST_F(SelectSentencesTest, ADanglingSentenceWithoutHelpIsMarked) {
  const MeasuredStory story(
      {ArticleOf("en", {"It was a day of and for the old.", "They promised stone bridges near cold river water."})});
  EXPECT_THAT(Select(story, {{BudgetUnit::kSentences, 1}}), ElementsAre(1));
  EXPECT_THAT(dangling_, ElementsAre(true));
}

}  // namespace
}  // namespace polygist::summary
