#include "summary_service/scoring/centrality.h"

#include <gtest/gtest.h>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

TEST(MeasureCentralityTest, ASentenceThatSharesWordsIsMoreCentral) {
  const MeasuredStory story({ArticleOf("en", {"The old bridge of Belmora fell early today.",
                                              "The bridge of Belmora was very old.", "Cats like warm milk."})});
  const std::vector<double> centrality = MeasureCentrality(story.corpus, story.vectors);
  EXPECT_GT(centrality[1], centrality[2]);
  for (const double value : centrality) {
    EXPECT_GE(value, 0);
    EXPECT_LE(value, 1);
  }
}

TEST(MeasureCentralityTest, NoSentencesNoValues) {
  const MeasuredStory story({ArticleOf("en", {})});
  EXPECT_TRUE(MeasureCentrality(story.corpus, story.vectors).empty());
}

}  // namespace
}  // namespace polygist::summary
