#include "ingest_service/extract/plain/context.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

// Two paragraphs with a label before and a teaser behind.
constexpr char kText[] =
    "Home\n"
    "The ferry ran aground on Monday, the coast guard said.\n"
    "The owner of the ferry said that the tugs were late.\n"
    "Bakers win prize for rye bread\n";
constexpr double kLogOdds[] = {-3, 4, 5, -2};

// Places of features behind those of the unit itself.
constexpr size_t kOwn = 0;
constexpr size_t kCoreShare = 1;
constexpr size_t kNeighbours = 4;
constexpr size_t kBestBefore = 18;
constexpr size_t kBestAfter = 19;
constexpr size_t kInStretch = 34;
constexpr size_t kStepsFromBody = 43;
constexpr size_t kNearShare = 49;

class ContextTableTest : public testing::Test {
 protected:
  float At(size_t unit, size_t feature) const { return table_.Row(unit)[kOwnFeatureCount + feature]; }

  std::vector<Piece> pieces_ = CutIntoPieces(kText);
  LineFeatureTable lines_{pieces_};
  ContextTable table_{pieces_, lines_, kLogOdds};
};

TEST_F(ContextTableTest, HoldsWhatTheFirstModelSaysOfTheUnitAndItsNeighbours) {
  ASSERT_EQ(table_.size(), 4u);
  EXPECT_EQ(At(1, kOwn), 4.0F);
  EXPECT_EQ(At(1, kNeighbours + 3), -3.0F);  // The unit before.
  EXPECT_EQ(At(1, kNeighbours + 4), 5.0F);
  EXPECT_EQ(At(1, kNeighbours + 2), -9.0F);  // There are not two before.
}

TEST_F(ContextTableTest, BeginsWithTheFeaturesOfTheUnitItself) { EXPECT_EQ(table_.Row(3)[0], 6.0F); }

TEST_F(ContextTableTest, LooksForTheBestOnEitherSide) {
  EXPECT_EQ(At(3, kBestBefore), 5.0F);
  EXPECT_EQ(At(3, kBestAfter), -9.0F);
  EXPECT_EQ(At(0, kBestAfter), 5.0F);
}

TEST_F(ContextTableTest, FindsTheStretchOfTheArticle) {
  EXPECT_EQ(At(0, kInStretch), 0.0F);
  EXPECT_EQ(At(1, kInStretch), 1.0F);
  EXPECT_EQ(At(2, kInStretch), 1.0F);
  EXPECT_EQ(At(3, kInStretch), 0.0F);
}

TEST_F(ContextTableTest, CountsTheStepsFromWhatSurelyIsBody) {
  EXPECT_EQ(At(3, kStepsFromBody), 1.0F);
  EXPECT_EQ(At(0, kStepsFromBody), 999.0F);
}

TEST_F(ContextTableTest, ComparesWordsWithTheRestOfTheArticle) {
  // Of "owner ferry said that tugs were late" two stand in the other paragraph; none of the teaser do.
  EXPECT_FLOAT_EQ(At(2, kCoreShare), 2.0F / 7);
  EXPECT_EQ(At(3, kCoreShare), 0.0F);
}

TEST(ContextTableNearTest, ComparesWordsWithTheUnitsNear) {
  // "ferry" stands in the first, third and sixth unit, "rope" in the fourth and fifth.
  const std::vector<Piece> pieces = CutIntoPieces("Ferry\nHarbour\nFerry boats\nRope\nRope makers\nFerry\n");
  const LineFeatureTable lines(pieces);
  const ContextTable table(pieces, lines, std::vector<double>(6, 0.0));
  const float expected[] = {1, 0, 0.5, 1, 0.5, 0};
  for (size_t i = 0; i < 6; ++i) EXPECT_EQ(table.Row(i)[kOwnFeatureCount + kNearShare], expected[i]) << i;
}

TEST(ContextTableEdgeTest, AnEmptyTextHasNoRows) {
  const LineFeatureTable lines({});
  EXPECT_EQ(ContextTable({}, lines, {}).size(), 0u);
}

}  // namespace
}  // namespace polygist::ingest
