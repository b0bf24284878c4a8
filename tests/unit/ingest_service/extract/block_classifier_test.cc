#include "ingest_service/extract/block_classifier.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

constexpr std::string_view kModel =
    "# a comment\nbase\t0\n"
    "0\t0\t1\t0.5\t1\t2\n0\t1\tleaf\t-1\n0\t2\tleaf\t1\n"
    "1\t0\tleaf\t0.5\n";

TEST(BlockClassifierTest, SumsItsTrees) {
  const BlockClassifier classifier(kModel);
  FeatureTable table{.width = 2, .values = {0, 0, 0, 1}};
  const auto p = classifier.Judge(table);
  ASSERT_EQ(p.size(), 2u);
  EXPECT_NEAR(p[0], 1 / (1 + std::exp(0.5)), 1e-6);
  EXPECT_NEAR(p[1], 1 / (1 + std::exp(-1.5)), 1e-6);
}

TEST(BlockClassifierTest, AModelThatDoesNotFitJudgesNothing) {
  EXPECT_TRUE(BlockClassifier(kModel).Judge({.width = 1, .values = {0}}).empty());
  EXPECT_TRUE(BlockClassifier("").Judge({.width = 1, .values = {0}}).empty());
}

}  // namespace
}  // namespace polygist::ingest
