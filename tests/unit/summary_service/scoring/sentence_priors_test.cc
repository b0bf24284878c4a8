#include "summary_service/scoring/sentence_priors.h"

#include <gtest/gtest.h>

#include "tests/support/measured_story.h"

namespace polygist::summary {
namespace {

class MeasurePriorsTest : public testing::Test {
 protected:
  std::vector<SentencePrior> Measure(Weights weights) const {
    const std::vector<double> centrality = {.5, 1, .25};
    return MeasurePriors(story_.corpus, story_.vectors, centrality, 10, weights);
  }

  const MeasuredStory story_{
      {ArticleOf("en", {"The old stone bridge fell into the river.", "\"It was a very old bridge,\" somebody said.",
                        "In Belmora 14 people were taken to hospital."})}};
};

TEST_F(MeasurePriorsTest, EachFeatureIsTimesItsWeightAndTheMeanValue) {
  const std::vector<SentencePrior> priors = Measure({.bigram = {}, .sentence = {.2, .4}});
  EXPECT_DOUBLE_EQ(priors[0][0], 2);
  EXPECT_LT(priors[1][0], 2);
  EXPECT_DOUBLE_EQ(priors[1][1], 4);
}

TEST_F(MeasurePriorsTest, WithoutWeightsThereAreNone) {
  for (const SentencePrior& prior : Measure({})) EXPECT_EQ(prior, SentencePrior{});
}

TEST(MeanValueTest, IsOfSentencesOfRunningText) {
  const MeasuredStory story({ArticleOf("en", {"Old stone bridges often fall into cold river water.", "Old bridges."})});
  const std::vector<double> values(story.bigrams.bigrams(), .5);
  EXPECT_DOUBLE_EQ(MeanValue(story.corpus, story.vectors, story.bigrams, values), .5 * story.sizes[0]);
}

}  // namespace
}  // namespace polygist::summary
