#include "ingest_service/extract/plain/features.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

constexpr char kText[] =
    "Home\n"
    "The ferry ran aground on Monday, the coast guard said, and the ferry is still there.\n"
    "Read more\n"
    "The owner of the ferry said that the tugs were late, and that the tide was low.\n"
    "Home\n";

TEST(LineFeatureTableTest, HasARowForEveryPieceOfTheBody) {
  std::vector<Piece> pieces = CutIntoPieces(kText);
  Dismiss(pieces[2], Role::kFurniture, "plain.test", "", 100);
  const LineFeatureTable table(pieces);
  ASSERT_EQ(table.size(), 4u);
  EXPECT_EQ(table.PieceOf(2), 3u);
}

TEST(LineFeatureTableTest, CountsWordsAndRepeats) {
  const std::vector<Piece> pieces = CutIntoPieces(kText);
  const LineFeatureTable table(pieces);
  EXPECT_EQ(table.Row(0)[0], 1.0F);   // Words.
  EXPECT_EQ(table.Row(0)[21], 1.0F);  // Another line says the same.
  EXPECT_EQ(table.Row(2)[21], 0.0F);
}

TEST(LineFeatureTableTest, CountsRunsOfWordsThatOtherUnitsHoldToo) {
  const LineFeatureTable table(CutIntoPieces(
      "The owner of the ferry said so.\nA passenger heard it.\nThe owner of the barge was silent.\n"));
  EXPECT_FLOAT_EQ(table.Row(0)[38], 0.4F);  // "the owner of", "owner of the" of five runs.
  EXPECT_EQ(table.Row(0)[39], 1.0F);        // Another unit begins with the same two words.
  EXPECT_EQ(table.Row(1)[38], 0.0F);
}

TEST(LineFeatureTableTest, CountsStampsWhateverTheirNumbers) {
  const LineFeatureTable table(CutIntoPieces(
      "Anna, vor 3 Tagen\nDas war zu erwarten.\nBernd Maurer, vor 12 Tagen\nDie Stadt hat geschlafen.\nvor 5 Jahren\n"));
  EXPECT_EQ(table.Row(0)[42], 1.0F);  // Another unit ends in a number and the same word.
  EXPECT_EQ(table.Row(1)[42], 0.0F);
  EXPECT_EQ(table.Row(4)[42], 0.0F);
  EXPECT_EQ(table.Row(1)[kFeatureCount - 12], 1.0F);  // A stamp right before.
  EXPECT_EQ(table.Row(1)[kFeatureCount - 11], 1.0F);  // And one right after.
}

TEST(LineFeatureTableTest, CountsUnitsThatEndAlike) {
  const LineFeatureTable table(CutIntoPieces("Anna hat gesagt\nBernd hat gesagt\nDie Stadt schweigt\n"));
  EXPECT_EQ(table.Row(0)[41], 1.0F);
  EXPECT_EQ(table.Row(2)[41], 0.0F);
}

TEST(LineFeatureTableTest, CountsItemsOfANumberedList) {
  const LineFeatureTable table(CutIntoPieces("1. Boats\nThey come first.\n2) Barges\n3 Ferries\n2,000 of them\n1999\n"));
  EXPECT_EQ(table.Row(0)[43], 3.0F);
  EXPECT_EQ(table.Row(1)[43], 0.0F);
  EXPECT_EQ(table.Row(3)[43], 3.0F);
  EXPECT_EQ(table.Row(5)[43], 0.0F);  // A year is no number of an item.
}

TEST(LineFeatureTableTest, SeesCopyrightNoticesAround) {
  const LineFeatureTable table(CutIntoPieces("The tide was low.\n\u00A9 Harbour News\nThe tugs were late.\n"));
  EXPECT_EQ(table.Row(2)[kFeatureCount - 5], 1.0F);  // Right before.
  EXPECT_EQ(table.Row(0)[kFeatureCount - 4], 1.0F);  // Right after.
  EXPECT_GT(table.Row(2)[kFeatureCount - 4], 100.0F);
}

// The last feature is how much of what follows is of the article's matter.
TEST(LineFeatureTableTest, EveryFeatureIsFilled) {
  const LineFeatureTable table(CutIntoPieces(kText));
  EXPECT_GT(table.Row(0)[kFeatureCount - 1], 0.0F);
  EXPECT_FLOAT_EQ(table.Row(3)[kFeatureCount - 1], 0.0F);
}

TEST(LineFeatureTableTest, AnEmptyTextHasNoRows) { EXPECT_EQ(LineFeatureTable({}).size(), 0u); }

}  // namespace
}  // namespace polygist::ingest
