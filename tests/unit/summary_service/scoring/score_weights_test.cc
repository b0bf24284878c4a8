#include "summary_service/scoring/score_weights.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/error.h"

namespace polygist::summary {
namespace {

constexpr std::string_view kGood =
    "# comment\nbias\t-1\t-2\t-3\nsharpness\t2\t2\t2\nlength\t1\t1\t1\ncrowding\t0\t.1\t.2\n"
    "frequency\t1\t3\t4\nearly\t2\t2\t2\nearliest\t3\t3\t3\nlead\t0\t0\t0\ntitle\t.5\t.5\t.5\n"
    "centrality\t1\t1\t1\nquotation\t-4\t5\t6\nplace\t.2\t.1\t.1\ncore\t0\t0\t0\n";

TEST(ParseScoreWeightsTest, ReadsEveryWeight) {
  const absl::StatusOr<ScoreWeights> weights = ParseScoreWeights(kGood);
  ASSERT_TRUE(weights.ok()) << weights.status();
  EXPECT_EQ(weights->one.bias, -1);
  EXPECT_EQ(weights->ten.bias, -2);
  EXPECT_EQ(weights->ten.crowding, .1);
  EXPECT_EQ(weights->mixed.crowding, .2);
  EXPECT_EQ(weights->one.bigram.front(), 1);
  EXPECT_EQ(weights->ten.bigram.back(), 5);
  EXPECT_EQ(weights->mixed.bigram.back(), 6);
  EXPECT_EQ(weights->one.sentence.front(), .2);
}

TEST(ScoreWeightsTest, ChangeSmoothlyWithTheNumberOfArticlesAndTheirLanguages) {
  const ScoreWeights weights{.one = {.bias = 1, .bigram = {}, .sentence = {}},
                             .ten = {.bias = 3, .bigram = {}, .sentence = {}},
                             .mixed = {.bias = 7, .bigram = {}, .sentence = {}}};
  EXPECT_EQ(weights.For(1, 0).bias, 1);
  EXPECT_NEAR(weights.For(3, 0).bias, 1 + 2 * .4771, .001);
  EXPECT_EQ(weights.For(10, 0).bias, 3);
  EXPECT_EQ(weights.For(500, 0).bias, 3);
  EXPECT_EQ(weights.For(10, .5).bias, 5);
  EXPECT_NEAR(weights.For(3, 1).bias, 1 + 6 * .4771, .001);
}

TEST(ParseScoreWeightsTest, RefusesAMissingOrUnknownOrRepeatedWeight) {
  EXPECT_EQ(ReasonOf(ParseScoreWeights("bias\t1\t1\t1\n").status()), "WEIGHTS_INVALID");
  EXPECT_EQ(ReasonOf(ParseScoreWeights(std::string(kGood) + "luck\t1\t1\t1\n").status()), "WEIGHTS_INVALID");
  EXPECT_EQ(ReasonOf(ParseScoreWeights(std::string(kGood) + "title\t1\t1\t1\n").status()), "WEIGHTS_INVALID");
}

TEST(ParseScoreWeightsTest, RefusesWhatIsNoNumber) {
  EXPECT_EQ(ReasonOf(ParseScoreWeights("title\t1\t1\tmuch\n").status()), "WEIGHTS_INVALID");
}

TEST(DefaultScoreWeightsTest, AreThere) { EXPECT_GT(DefaultScoreWeights().ten.bigram[0], 0); }

}  // namespace
}  // namespace polygist::summary
