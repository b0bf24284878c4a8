#include "ingest_service/extract/plain/run_table.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(RunTableTest, TellsRunsOfOneUnitFromThoseOfSeveral) {
  RunTable table(6);
  table.Add(11, 0);
  table.Add(11, 0);
  table.Add(22, 0);
  table.Add(22, 1);
  table.Add(22, 2);
  table.Add(33, 2);
  EXPECT_FALSE(table.InSeveral(11));
  EXPECT_TRUE(table.InSeveral(22));
  EXPECT_FALSE(table.InSeveral(33));
}

TEST(RunTableTest, HoldsAsManyAsItWasMadeFor) {
  constexpr uint64_t kRuns = 10000;
  RunTable table(2 * kRuns);
  // Every other run comes in a second unit; hashes differ in their high bits alone, or in their low ones.
  for (uint64_t i = 0; i < kRuns; ++i) table.Add(i % 3 == 0 ? i << 40 : i, 0);
  for (uint64_t i = 0; i < kRuns; i += 2) table.Add(i % 3 == 0 ? i << 40 : i, 1);
  for (uint64_t i = 0; i < kRuns; ++i) EXPECT_EQ(table.InSeveral(i % 3 == 0 ? i << 40 : i), i % 2 == 0) << i;
}

}  // namespace
}  // namespace polygist::ingest
