#include "summary_service/scoring/query_focus.h"

#include <gtest/gtest.h>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

std::vector<double> Focus(std::string_view question) {
  const MeasuredStory story(
      {ArticleOf("en", {"The bridge fell at dawn.", "Nobody was hurt.", "The mayor wept.", "Cats slept."})}, question);
  return MeasureFocus(story.corpus, story.vectors, story.corpus.question);
}

TEST(MeasureFocusTest, TheSentenceThatAnswersComesFirstAndItsNeighboursNext) {
  const std::vector<double> focus = Focus("What did the mayors do?");
  EXPECT_EQ(focus[2], 1);
  EXPECT_EQ(focus[1], .25);
  EXPECT_EQ(focus[3], .25);
  EXPECT_EQ(focus[0], 0);
}

TEST(MeasureFocusTest, NothingFoundIsNoFocus) { EXPECT_TRUE(Focus("elephants").empty()); }

TEST(MeasureFocusTest, FunctionWordsAskNothing) { EXPECT_TRUE(Focus("what was the").empty()); }

}  // namespace
}  // namespace polygist::summary
