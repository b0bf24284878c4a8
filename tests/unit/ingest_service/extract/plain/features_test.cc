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
  const LineFeatureTable table(
      CutIntoPieces("The owner of the ferry said so.\nA passenger heard it.\nThe owner of the barge was silent.\n"));
  EXPECT_FLOAT_EQ(table.Row(0)[38], 0.4F);  // "the owner of", "owner of the" of five runs.
  EXPECT_EQ(table.Row(0)[39], 1.0F);        // Another unit begins with the same two words.
  EXPECT_EQ(table.Row(1)[38], 0.0F);
}

TEST(LineFeatureTableTest, CountsStampsWhateverTheirNumbers) {
  const LineFeatureTable table(
      CutIntoPieces("Anna, vor 3 Tagen\nDas war zu erwarten.\nBernd Maurer, vor 12 Tagen\nDie Stadt hat "
                    "geschlafen.\nvor 5 Jahren\n"));
  EXPECT_EQ(table.Row(0)[42], 1.0F);  // Another unit ends in a number and the same word.
  EXPECT_EQ(table.Row(1)[42], 0.0F);
  EXPECT_EQ(table.Row(4)[42], 0.0F);
  EXPECT_EQ(table.Row(1)[kFeatureCount - 7], 1.0F);  // A stamp right before.
  EXPECT_EQ(table.Row(1)[kFeatureCount - 6], 1.0F);  // And one right after.
}

TEST(LineFeatureTableTest, CountsUnitsThatEndAlike) {
  const LineFeatureTable table(CutIntoPieces("Anna hat gesagt\nBernd hat gesagt\nDie Stadt schweigt\n"));
  EXPECT_EQ(table.Row(0)[41], 1.0F);
  EXPECT_EQ(table.Row(2)[41], 0.0F);
}

TEST(LineFeatureTableTest, KnowsItemsThatNumberEachOther) {
  const LineFeatureTable table(CutIntoPieces("1) Nets\nAlways wanted\n2) Ropes\n3) Anchors\nBuy now\n"));
  EXPECT_EQ(table.Row(0)[43], 3.0F);
  EXPECT_EQ(table.Row(1)[43], 0.0F);
  EXPECT_EQ(table.Row(3)[43], 3.0F);
}

TEST(LineFeatureTableTest, CountsLinesOfTheSameMould) {
  const LineFeatureTable table(
      CutIntoPieces("England (Group A): tenth\nSpain (Group F): third\nThe fans are glad\nPeru (Group B): first\n"));
  EXPECT_EQ(table.Row(0)[44], 2.0F);
  EXPECT_EQ(table.Row(0)[45], 2.0F);
  EXPECT_EQ(table.Row(2)[44], 0.0F);
}

TEST(LineFeatureTableTest, CapitalsAreUnknownWhereTheScriptHasNone) {
  const LineFeatureTable table(CutIntoPieces("नदी का पुल\nbridge over the river\n12:30\n"));
  EXPECT_EQ(table.Row(0)[9], -1.0F);   // Capitals.
  EXPECT_EQ(table.Row(0)[11], -1.0F);  // Small letters.
  EXPECT_EQ(table.Row(1)[9], 0.0F);
  EXPECT_EQ(table.Row(2)[11], 0.0F);
}

TEST(LineFeatureTableTest, EveryFeatureIsFilled) {
  // The last feature is the share of units with a stamp.
  const LineFeatureTable table(CutIntoPieces("5 Tage\nDas war zu erwarten.\n12 Tage\nDie Stadt schweigt.\n"));
  EXPECT_FLOAT_EQ(table.Row(1)[kFeatureCount - 1], 0.5F);
}

TEST(LineFeatureTableTest, AnEmptyTextHasNoRows) { EXPECT_EQ(LineFeatureTable({}).size(), 0u); }

}  // namespace
}  // namespace polygist::ingest
