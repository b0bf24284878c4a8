#include "summary_service/merging/rows.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace polygist::summary {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;

template <typename Value>
std::vector<Value> Row(const Rows<Value>& rows, size_t row) {
  return {rows[row].begin(), rows[row].end()};
}

TEST(RowsTest, RowsEndWhereTheyAreSaidTo) {
  const Rows<int> rows({2, 2, 3}, {5, 6, 7});
  EXPECT_EQ(rows.size(), 3u);
  EXPECT_THAT(Row(rows, 0), ElementsAre(5, 6));
  EXPECT_THAT(Row(rows, 1), IsEmpty());
  EXPECT_THAT(Row(rows, 2), ElementsAre(7));
}

TEST(RowFillerTest, ValuesKeepTheOrderOfTheirRow) {
  RowFiller<std::string> filler({1, 0, 2});
  filler.Add(2, "b");
  filler.Add(0, "a");
  filler.Add(2, "c");
  const Rows<std::string> rows = std::move(filler).Finish();
  EXPECT_THAT(Row(rows, 0), ElementsAre("a"));
  EXPECT_THAT(Row(rows, 1), IsEmpty());
  EXPECT_THAT(Row(rows, 2), ElementsAre("b", "c"));
}

TEST(RowFillerTest, NoRows) { EXPECT_EQ(RowFiller<int>({}).Finish().size(), 0u); }

}  // namespace
}  // namespace polygist::summary
