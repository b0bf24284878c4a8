#include "ingest_service/extract/plain/model.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

// Two trees: the first asks feature 1, the second is one leaf.
constexpr char kTwoTrees[] =
    "# a comment\n"
    "tree 3\n1\t0.5\t1\t2\n-1\t-2\t0\t0\n-1\t3\t0\t0\n"
    "tree 1\n-1\t0.25\t0\t0\n";

TEST(TreeModelTest, SumsTheLeavesThatARowReaches) {
  const TreeModel model = TreeModel::Parse(kTwoTrees);
  EXPECT_EQ(model.tree_count(), 2u);
  FeatureRow row{};
  EXPECT_DOUBLE_EQ(model.LogOdds(row), -1.75);
  row[1] = 0.5F;  // Not smaller than the threshold.
  EXPECT_DOUBLE_EQ(model.LogOdds(row), 3.25);
}

TEST(TreeModelTest, StopsAtWhatItDoesNotUnderstand) {
  EXPECT_EQ(TreeModel::Parse("tree 1\n-1\t1\t0\t0\ntree 1\nnonsense\n").tree_count(), 1u);
  EXPECT_EQ(TreeModel::Parse("").tree_count(), 0u);
}

TEST(FurnitureModelTest, IsThere) { EXPECT_GT(FurnitureModel().tree_count(), 50u); }

}  // namespace
}  // namespace polygist::ingest
