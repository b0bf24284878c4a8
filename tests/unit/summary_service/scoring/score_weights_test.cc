#include "summary_service/scoring/score_weights.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/error.h"

namespace polygist::summary {
namespace {

constexpr std::string_view kGood =
    "# comment\nbias\t-1\nsharpness\t2\nfrequency\t1\nearly\t2\nearliest\t3\ntitle\t.5\nwords\t1\ncentrality\t1\n"
    "quotation\t-4\n";

TEST(ParseScoreWeightsTest, ReadsEveryWeight) {
  const absl::StatusOr<ScoreWeights> weights = ParseScoreWeights(kGood);
  ASSERT_TRUE(weights.ok()) << weights.status();
  EXPECT_EQ(weights->bias, -1);
  EXPECT_EQ(weights->features.front(), 1);
  EXPECT_EQ(weights->features.back(), -4);
}

TEST(ParseScoreWeightsTest, RefusesAMissingOrUnknownOrRepeatedWeight) {
  EXPECT_EQ(ReasonOf(ParseScoreWeights("bias\t1\n").status()), "WEIGHTS_INVALID");
  EXPECT_EQ(ReasonOf(ParseScoreWeights(std::string(kGood) + "luck\t1\n").status()), "WEIGHTS_INVALID");
  EXPECT_EQ(ReasonOf(ParseScoreWeights(std::string(kGood) + "title\t1\n").status()), "WEIGHTS_INVALID");
}

TEST(ParseScoreWeightsTest, RefusesWhatIsNoNumber) {
  EXPECT_EQ(ReasonOf(ParseScoreWeights("title\tmuch\n").status()), "WEIGHTS_INVALID");
}

TEST(DefaultScoreWeightsTest, AreThere) { EXPECT_GT(DefaultScoreWeights().features[0], 0); }

}  // namespace
}  // namespace polygist::summary
