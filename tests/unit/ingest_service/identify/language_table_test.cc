#include "ingest_service/identify/language_table.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(LanguageTableTest, AnswersByScript) {
  const LanguageTable table = LanguageTable::Parse("# comment\nsr\tCyrl Latn\nel\tGrek\nhr\tLatn\n");
  EXPECT_EQ(table.OnlyLanguageOf("Grek"), "el");
  EXPECT_EQ(table.OnlyLanguageOf("Latn"), "");
  EXPECT_EQ(table.OnlyLanguageOf("Thai"), "");
  EXPECT_TRUE(table.IsWrittenIn("sr", "Latn"));
  EXPECT_FALSE(table.IsWrittenIn("hr", "Cyrl"));
  EXPECT_FALSE(table.IsWrittenIn("xx", "Latn"));
}

TEST(LanguageTableTest, LeavesOutLinesOfAnotherForm) {
  EXPECT_TRUE(LanguageTable::Parse("\nonly-a-tag\na\tb\tc\n").scripts().empty());
}

}  // namespace
}  // namespace polygist::ingest
