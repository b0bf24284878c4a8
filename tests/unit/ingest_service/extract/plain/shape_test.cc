#include "ingest_service/extract/plain/shape.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(ShapeOfTest, CountsWordsAndTheirCase) {
  const Shape shape = ShapeOf("The EU met in Brussels on 3 May.");
  EXPECT_EQ(shape.words, 8);
  EXPECT_EQ(shape.capitalised, 4);
  EXPECT_EQ(shape.all_capitals, 1);
  EXPECT_EQ(shape.lower_words, 3);
  EXPECT_EQ(shape.digits, 1);
  EXPECT_TRUE(shape.cased);
}

TEST(ShapeOfTest, SeesSentenceEndsBehindQuotes) {
  EXPECT_TRUE(ShapeOf("He said: \u201CNo.\u201D").ends_sentence);
  EXPECT_TRUE(ShapeOf("Il a dit \u00AB non ! \u00BB").ends_sentence);
  EXPECT_TRUE(ShapeOf("他说不。").ends_sentence);
  EXPECT_TRUE(ShapeOf("वह गया।").ends_sentence);
  EXPECT_FALSE(ShapeOf("Read more").ends_sentence);
}

TEST(ShapeOfTest, CountsSentences) {
  EXPECT_EQ(ShapeOf("One. Two? Three!").sentence_ends, 3);
  EXPECT_EQ(ShapeOf("It cost 3.50 in all.").sentence_ends, 1);
  EXPECT_EQ(ShapeOf("他来了。他走了。").sentence_ends, 2);
}

TEST(ShapeOfTest, CountsTwoIdeographsAsAWord) { EXPECT_EQ(ShapeOf("東京都は今日").words, 3); }

TEST(ShapeOfTest, SeesHowALineStartsAndEnds) {
  EXPECT_TRUE(ShapeOf("| Latest").starts_mark);
  EXPECT_FALSE(ShapeOf("\"Quoted").starts_mark);
  EXPECT_TRUE(ShapeOf("lower").starts_lower);
  EXPECT_TRUE(ShapeOf("and so on...").ends_cut);
  EXPECT_TRUE(ShapeOf("as follows:").ends_colon);
}

TEST(ShapeOfTest, CountsMarksOfLinks) {
  EXPECT_EQ(ShapeOf("Home | News \u00BB Sport").link_marks, 2);
  EXPECT_EQ(ShapeOf("see https://example.org/a/very/long/path/to/something").long_words, 1);
}

TEST(ShapeOfTest, HasNothingToSayAboutNothing) {
  const Shape shape = ShapeOf("");
  EXPECT_EQ(shape.words, 0);
  EXPECT_FALSE(shape.ends_sentence);
}

}  // namespace
}  // namespace polygist::ingest
