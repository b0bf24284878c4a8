#include "ingest_service/extract/plain/shape.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

TEST(LineShapeOfTest, CountsWordsAndTheirCase) {
  const Shape shape = LineShapeOf("The EU met in Brussels on 3 May.");
  EXPECT_EQ(shape.words, 8);
  EXPECT_EQ(shape.capitalised, 4);
  EXPECT_EQ(shape.all_capitals, 1);
  EXPECT_EQ(shape.lower_words, 3);
  EXPECT_EQ(shape.digits, 1);
  EXPECT_TRUE(shape.cased);
}

TEST(LineShapeOfTest, SeesSentenceEndsBehindQuotes) {
  EXPECT_TRUE(LineShapeOf("He said: \u201CNo.\u201D").ends_sentence);
  EXPECT_TRUE(LineShapeOf("Il a dit \u00AB non ! \u00BB").ends_sentence);
  EXPECT_TRUE(LineShapeOf("他说不。").ends_sentence);
  EXPECT_TRUE(LineShapeOf("वह गया।").ends_sentence);
  EXPECT_FALSE(LineShapeOf("Read more").ends_sentence);
}

TEST(LineShapeOfTest, CountsSentences) {
  EXPECT_EQ(LineShapeOf("One. Two? Three!").sentence_ends, 3);
  EXPECT_EQ(LineShapeOf("It cost 3.50 in all.").sentence_ends, 1);
  EXPECT_EQ(LineShapeOf("他来了。他走了。").sentence_ends, 2);
}

TEST(LineShapeOfTest, SeesOpeningQuotes) {
  EXPECT_TRUE(LineShapeOf("\u201CNo,\u201D he said.").starts_quote);
  EXPECT_TRUE(LineShapeOf("\u00ABNon\u00BB, dit-il.").starts_quote);
  EXPECT_FALSE(LineShapeOf("He said \u201Cno\u201D.").starts_quote);
}

TEST(LineShapeOfTest, CountsTwoIdeographsAsAWord) { EXPECT_EQ(LineShapeOf("東京都は今日").words, 3); }

TEST(LineShapeOfTest, SeesHowALineStartsAndEnds) {
  EXPECT_TRUE(LineShapeOf("| Latest").starts_mark);
  EXPECT_FALSE(LineShapeOf("\"Quoted").starts_mark);
  EXPECT_TRUE(LineShapeOf("lower").starts_lower);
  EXPECT_TRUE(LineShapeOf("and so on...").ends_cut);
  EXPECT_TRUE(LineShapeOf("as follows:").ends_colon);
}

TEST(LineShapeOfTest, CountsMarksOfLinks) {
  EXPECT_EQ(LineShapeOf("Home | News \u00BB Sport").link_marks, 2);
  EXPECT_EQ(LineShapeOf("see https://example.org/a/very/long/path/to/something").long_words, 1);
}

TEST(LineShapeOfTest, ScriptsWithoutCapitalsAreThoseOfMostLetters) {
  EXPECT_FALSE(LineShapeOf("新しい iPhone が発売されて三日で品切れになったと店が発表").cased);
  EXPECT_TRUE(LineShapeOf("The shop in 東京 is closed").cased);
  EXPECT_FALSE(LineShapeOf("12:30").cased);
}

TEST(LineShapeOfTest, ThaiLinesAsLongAsSentencesAreSome) {
  const Shape line = LineShapeOf("น้ำท่วมถนนริมท่าเรือเมื่อเช้าวันจันทร์ รถโดยสารสองสายต้องเปลี่ยนเส้นทาง และตลาดปลาปิดจนถึงวันศุกร์");
  EXPECT_TRUE(line.ends_sentence);
  EXPECT_EQ(line.sentence_ends, 1);
  EXPECT_FALSE(LineShapeOf("ข่าวที่เกี่ยวข้อง").ends_sentence);
  EXPECT_FALSE(
      LineShapeOf("The river rose over the quay on Monday morning and two bus lines took another way to the fish "
                  "market which is closed")
          .ends_sentence);
}

TEST(LineShapeOfTest, SeesCreditsBehindSentences) {
  EXPECT_TRUE(LineShapeOf("The ferry at noon. Photo: Ann Lee").ends_credit);
  EXPECT_TRUE(LineShapeOf("দুপুরে ফেরি। ছবি: আনিসুর রহমান").ends_credit);
  EXPECT_TRUE(LineShapeOf("正午的渡轮。摄影：王小明").ends_credit);
  EXPECT_FALSE(LineShapeOf("The mayor said: the ferry is late.").ends_credit);
  EXPECT_FALSE(LineShapeOf("It left at noon. The stops:").ends_credit);
  EXPECT_FALSE(LineShapeOf("It serves four. Time: 20 minutes").ends_credit);
  EXPECT_FALSE(LineShapeOf("We liked it. Pros: a loud horn").ends_credit);
  EXPECT_FALSE(LineShapeOf("They won at last, photo: Ann Lee").ends_credit);
}

TEST(LineShapeOfTest, LinesOfOneMouldShareIt) {
  const uint64_t mould = LineShapeOf("5 May \u2013 Utrecht (NL)").mould;
  EXPECT_EQ(LineShapeOf("12 June \u2013 St. Gallen (CH)").mould, mould);
  EXPECT_NE(LineShapeOf("June 12 \u2013 Gent").mould, mould);
  EXPECT_EQ(LineShapeOf("Read more").mould, 0u);
}

TEST(LineShapeOfTest, HasNothingToSayAboutNothing) {
  const Shape shape = LineShapeOf("");
  EXPECT_EQ(shape.words, 0);
  EXPECT_FALSE(shape.ends_sentence);
}

}  // namespace
}  // namespace polygist::ingest
