#include "ingest_service/extract/table_rows.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(TableRowsTest, CellsShareTheirRow) {
  const HtmlDocument document =
      ParseHtml("<table><tr><td>Jahr</td><td>Tore</td></tr><tr><td>2024</td><td>3</td></tr></table>");
  const auto rows = FindRows(document, BuildBlocks(document));
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0], rows[1]);
  EXPECT_EQ(rows[2], rows[3]);
  EXPECT_NE(rows[0], rows[2]);
}

TEST(TableRowsTest, LayoutTablesHaveNoRows) {
  const HtmlDocument document =
      ParseHtml("<table><tr><td>one<br><br>two</td><td>three</td></tr><tr><td>alone</td></tr></table>");
  const auto rows = FindRows(document, BuildBlocks(document));
  ASSERT_EQ(rows.size(), 4u);
  EXPECT_EQ(rows[0], -1);
  EXPECT_EQ(rows[1], -1);
  EXPECT_EQ(rows[3], -1);
}

}  // namespace
}  // namespace polygist::ingest
