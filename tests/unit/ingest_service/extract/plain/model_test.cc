#include "ingest_service/extract/plain/model.h"

#include <gtest/gtest.h>

#include <vector>

namespace polygist::ingest {
namespace {

// Two trees: the first asks feature 1, the second is one leaf.
constexpr char kTwoTrees[] =
    "# a comment\n"
    "tree 3\n1\t0.5\t1\t2\n-1\t-2\t0\t0\n-1\t3\t0\t0\n"
    "tree 1\n-1\t0.25\t0\t0\n";

constexpr size_t kFeatures = 2;

TEST(TreeModelTest, SumsTheLeavesThatEachRowReaches) {
  const TreeModel model = TreeModel::Parse(kTwoTrees, kFeatures);
  EXPECT_EQ(model.tree_count(), 2u);
  // 0.5 is not smaller than the threshold.
  EXPECT_EQ(model.LogOdds({0.0F, 0.0F, 0.0F, 0.5F}), (std::vector<double>{-1.75, 3.25}));
}

TEST(TreeModelTest, StopsAtWhatItDoesNotUnderstand) {
  EXPECT_EQ(TreeModel::Parse("tree 1\n-1\t1\t0\t0\ntree 1\nnonsense\n", kFeatures).tree_count(), 1u);
  EXPECT_EQ(TreeModel::Parse("", kFeatures).tree_count(), 0u);
  EXPECT_EQ(TreeModel::Parse(kTwoTrees, 1).tree_count(), 0u);  // Asks a feature that is not there.
}

TEST(TreeModelTest, TheModelsOfTheProgramAreThere) {
  EXPECT_GT(LineModel().tree_count(), 50u);
  EXPECT_GT(ContextModel().tree_count(), 50u);
}

}  // namespace
}  // namespace polygist::ingest
