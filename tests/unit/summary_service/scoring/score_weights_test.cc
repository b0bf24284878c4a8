#include "summary_service/scoring/score_weights.h"

#include <gtest/gtest.h>

#include <string>

#include "common/base/error.h"

namespace polygist::summary {
namespace {

constexpr std::string_view kGood =
    "# comment\ncentrality\t1\nposition\t2\nprogress\t3\nquotation\t-4\nbigrams\t5\ntitle\t.5\n";

TEST(ParseScoreWeightsTest, ReadsEveryWeight) {
  const absl::StatusOr<ScoreWeights> weights = ParseScoreWeights(kGood);
  ASSERT_TRUE(weights.ok()) << weights.status();
  EXPECT_EQ(weights->quotation, -4);
  EXPECT_EQ(weights->title, .5);
}

TEST(ParseScoreWeightsTest, RefusesAMissingOrUnknownOrRepeatedWeight) {
  EXPECT_EQ(ReasonOf(ParseScoreWeights("centrality\t1\n").status()), "WEIGHTS_INVALID");
  EXPECT_EQ(ReasonOf(ParseScoreWeights(std::string(kGood) + "luck\t1\n").status()), "WEIGHTS_INVALID");
  EXPECT_EQ(ReasonOf(ParseScoreWeights(std::string(kGood) + "title\t1\n").status()), "WEIGHTS_INVALID");
}

TEST(ParseScoreWeightsTest, RefusesWhatIsNoNumber) {
  EXPECT_EQ(ReasonOf(ParseScoreWeights("title\tmuch\n").status()), "WEIGHTS_INVALID");
}

TEST(DefaultScoreWeightsTest, AreThere) { EXPECT_GT(DefaultScoreWeights().position, 0); }

}  // namespace
}  // namespace polygist::summary
