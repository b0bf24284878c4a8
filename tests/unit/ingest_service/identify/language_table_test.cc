#include "ingest_service/identify/language_table.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

using testing::ElementsAre;

TEST(LanguageTableTest, AnswersByScript) {
  const LanguageTable table = LanguageTable::Parse("# comment\nsr\tCyrl Latn\nel\tGrek\nhr\tLatn\n");
  EXPECT_THAT(table.WrittenIn("Latn"), ElementsAre("hr", "sr"));
  EXPECT_THAT(table.WrittenIn("Grek"), ElementsAre("el"));
  EXPECT_THAT(table.WrittenIn("Thai"), ElementsAre());
  EXPECT_TRUE(table.IsWrittenIn("sr", "Latn"));
  EXPECT_FALSE(table.IsWrittenIn("hr", "Cyrl"));
  EXPECT_FALSE(table.IsWrittenIn("xx", "Latn"));
}

TEST(LanguageTableTest, LeavesOutLinesOfAnotherForm) {
  EXPECT_TRUE(LanguageTable::Parse("\nonly-a-tag\na\tb\tc\n").scripts().empty());
}

}  // namespace
}  // namespace polygist::ingest
