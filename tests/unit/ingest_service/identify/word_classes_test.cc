#include "ingest_service/identify/word_classes.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

// Two buckets: the first with a word of class 3, the second with one of class 1 and one of class 63.
std::string Table() { return {1, 3, 0, 0, 0, 1, 2, 0x20, 3, 0x20, 1, 0x30, 63}; }

bool IsTable(std::string bytes) {
  std::string_view view = bytes;
  WordClasses classes;
  return classes.Read(view);
}

TEST(WordClassesTest, TellsTheClassOfAWord) {
  const std::string table = Table();
  std::string_view bytes = table;
  WordClasses classes;
  ASSERT_TRUE(classes.Read(bytes));
  EXPECT_FALSE(classes.empty());
  EXPECT_EQ(classes.ClassOf(0x00000020), 3u);
  EXPECT_EQ(classes.ClassOf(0x80000020), 1u);
  EXPECT_EQ(classes.ClassOf(0xFFFFFF30), 63u);
  EXPECT_EQ(classes.ClassOf(0x00000030), 0u);
}

TEST(WordClassesTest, LeavesWhatComesBehind) {
  const std::string table = Table() + "rest";
  std::string_view bytes = table;
  WordClasses classes;
  ASSERT_TRUE(classes.Read(bytes));
  EXPECT_EQ(bytes, "rest");
}

TEST(WordClassesTest, KnowsNoWordOfAnEmptyTable) {
  const std::string table(7, '\0');
  EXPECT_FALSE(IsTable(table));  // No buckets.
  std::string empty = table;
  empty[0] = 1;
  EXPECT_TRUE(IsTable(empty));
  EXPECT_TRUE(WordClasses().empty());
}

TEST(WordClassesTest, RefusesDamagedTables) {
  for (size_t size = 0; size < Table().size(); ++size) EXPECT_FALSE(IsTable(Table().substr(0, size))) << size;
  std::string wrong_sum = Table();
  wrong_sum[5] = 2;
  EXPECT_FALSE(IsTable(wrong_sum));
  std::string no_such_class = Table();
  no_such_class.back() = WordClasses::kClasses;
  EXPECT_FALSE(IsTable(no_such_class));
  std::string too_many = Table();
  too_many[4] = 0x7F;
  EXPECT_FALSE(IsTable(too_many));
}

}  // namespace
}  // namespace polygist::ingest
