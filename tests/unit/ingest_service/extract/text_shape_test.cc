#include "ingest_service/extract/text_shape.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(TextShapeTest, CountsWordsSentencesAndCommas) {
  const TextShape shape = ShapeOf("Ann left, said Bob. \"Really?\" In 2024 she paid 3.50.");
  EXPECT_EQ(shape.words, 10);
  EXPECT_EQ(shape.sentence_ends, 3);
  EXPECT_EQ(shape.commas, 1);
  EXPECT_EQ(shape.digit_groups, 2);
  EXPECT_TRUE(shape.ends_sentence);
  EXPECT_TRUE(shape.starts_upper);
}

TEST(TextShapeTest, ScriptsWithoutSpacesStillHaveWordsAndSentences) {
  const TextShape chinese = ShapeOf("今天下午市政府宣布新的计划。居民表示欢迎。");
  EXPECT_EQ(chinese.sentence_ends, 2);
  EXPECT_EQ(chinese.dense_letters, 19);
  EXPECT_GE(chinese.words, 9);
  EXPECT_GT(chinese.Weight(), 45);
}

TEST(TextShapeTest, SentenceMarksOfOtherScriptsCount) {
  EXPECT_TRUE(ShapeOf("यह एक वाक्य है।").ends_sentence);
  EXPECT_TRUE(ShapeOf("هل هذا سؤال؟").ends_sentence);
  EXPECT_TRUE(ShapeOf("これは文です。」").ends_sentence);
}

TEST(TextShapeTest, ClosingQuotesDoNotHideTheEnd) { EXPECT_TRUE(ShapeOf("„Das ist wahr.“").ends_sentence); }

TEST(TextShapeTest, AnyBytesAreSafe) {
  EXPECT_EQ(ShapeOf(std::string_view("\xFF\xC0\x80", 3)).letters, 0);
  EXPECT_EQ(ShapeOf("").characters, 0);
}

}  // namespace
}  // namespace polygist::ingest
