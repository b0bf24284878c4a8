#include "ingest_service/extract/plain/lines.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::SizeIs;

std::vector<std::string> UnitsOf(const std::string& text) {
  std::vector<std::string> units;
  for (const Unit& unit : JoinWrappedLines(text, SplitLines(text))) units.push_back(TextOfUnit(text, unit).text());
  return units;
}

TEST(SplitLinesTest, KnowsEveryLineBreak) { EXPECT_THAT(SplitLines("a\nb\r\nc\rd\u2028e\u0085f"), SizeIs(6)); }

TEST(SplitLinesTest, DropsBlankLinesAndNotesThem) {
  const std::vector<Line> lines = SplitLines("\n a \n\u200B\n\nb\nc");
  ASSERT_THAT(lines, SizeIs(3));
  EXPECT_EQ(lines[0].span, (ByteSpan{2, 3}));
  EXPECT_TRUE(lines[0].after_blank);
  EXPECT_TRUE(lines[1].after_blank);
  EXPECT_FALSE(lines[2].after_blank);
}

TEST(SplitLinesTest, FindsNothingInWhiteSpace) { EXPECT_THAT(SplitLines(" \n\u00A0\n\t"), IsEmpty()); }

TEST(SplitLinesTest, TakesAFloodOfLinesInRuns) {
  std::string text;
  for (size_t i = 0; i < 10 * kMaxLines; ++i) text += "word\n";
  const std::vector<Line> lines = SplitLines(text);
  EXPECT_LT(lines.size(), kMaxLines + text.size() / 1024);
  EXPECT_EQ(lines[kMaxLines - 1].span.size(), 4 + 1020);
  EXPECT_EQ(lines.back().span.end, static_cast<int64_t>(text.size()) - 1);
}

constexpr char kWrapped[] =
    "The harbour master said on Tuesday that the new breakwater\n"
    "would be finished before the winter storms, although two of\n"
    "the four cranes are still waiting for spare parts. The city\n"
    "council had asked for a report in the spring, which it got\n"
    "in the autumn, together with an invoice for the additional\n"
    "work that nobody had expected.\n"
    "\n"
    "Fishermen were less sure. Some of them have moved their\n"
    "boats to the next town.\n";

TEST(JoinWrappedLinesTest, RejoinsHardWrappedParagraphs) {
  const std::vector<std::string> units = UnitsOf(kWrapped);
  ASSERT_THAT(units, SizeIs(2));
  EXPECT_TRUE(
      units[0].starts_with("The harbour master said on Tuesday that the new breakwater would be finished before"));
  EXPECT_TRUE(units[0].ends_with("had expected."));
  EXPECT_TRUE(units[1].ends_with("boats to the next town."));
}

// Headings and short items among wrapped paragraphs: no line is wider than the column.
TEST(JoinWrappedLinesTest, RejoinsParagraphsBetweenLists) {
  const std::vector<std::string> units = UnitsOf(
      "Boats\n"
      "Three for rent\n"
      "\n"
      "The harbour master said on Tuesday that the new breakwater\n"
      "would be finished before the winter storms, although two of\n"
      "the four cranes are still waiting for spare parts. The city\n"
      "council had asked for a report.\n"
      "\n"
      "Nets\n"
      "Two for sale\n"
      "\n"
      "Fishermen were less sure. Some of them have moved the boats\n"
      "they own to the next town.\n");
  ASSERT_THAT(units, SizeIs(6));
  EXPECT_EQ(units[1], "Three for rent");
  EXPECT_TRUE(units[2].ends_with("report."));
  EXPECT_TRUE(units[5].ends_with("next town."));
}

TEST(JoinWrappedLinesTest, LeavesHeadlinesOfIdeographsAlone) {
  EXPECT_THAT(UnitsOf("港の渡し船が四日ぶりに運航を再開、島の住民は買い物や通院の足が戻ったと喜びの声を上げる\n"
                      "市役所が新しい図書館の計画を発表、来年の春から工事\n"
                      "漁師たちが保険会社に早い支援を求める、補償の金額は来週の会議で\n"
                      "学校が月曜日の朝に再び開く、先生たちは週末に教室の掃除と机の運び込みを終えた\n"
                      "嵐で壊れた橋の修理が終わる\n"
                      "灯台の光が三十年ぶりに新しくなる、遠くの船からも見えるように\n"),
              SizeIs(6));
}

TEST(JoinWrappedLinesTest, AnAddressBeginsALineForItself) {
  const std::vector<std::string> units = UnitsOf(
      "The harbour board said on Tuesday that the new breakwater is ready for the\n"
      "winter, although two of the four cranes still wait for a part from the\n"
      "maker in Bergen. What visitors may like about it, in the order of their\n"
      "votes:\n"
      "\n"
      "1) A walk to the lighthouse\n"
      "https://harbour.example/walks/lighthouse\n"
      "2) The museum of knots and nets in the old ropery behind the fish market hall\n"
      "https://harbour.example/museum\n");
  ASSERT_THAT(units, SizeIs(5));
  EXPECT_EQ(units[1], "1) A walk to the lighthouse");
}

TEST(JoinWrappedLinesTest, LeavesOneSentencePerLineAlone) {
  const std::string text =
      "the mayor opened the new library on friday .\n"
      "it holds forty thousand books and has a reading room for children , the city said .\n"
      "the building cost nine million .\n"
      "critics say that the money should have gone to schools in the north .\n"
      "the mayor disagrees .\n";
  EXPECT_THAT(UnitsOf(text), SizeIs(5));
}

TEST(JoinWrappedLinesTest, LeavesPoemsAlone) {
  const std::string text =
      "The fog came in\nWithout a sound\nAnd left the town\nAs it was found\nBefore the sun\nWent "
      "round.";
  EXPECT_THAT(UnitsOf(text), SizeIs(6));
}

TEST(JoinWrappedLinesTest, RejoinsSentencesBrokenAtAnyWidth) {
  EXPECT_THAT(
      UnitsOf("The ferry left at noon,\nthe owner said, with lorries and a\nbus on board.\nNobody was hurt."),
      ElementsAre("The ferry left at noon, the owner said, with lorries and a bus on board.", "Nobody was hurt."));
  EXPECT_THAT(UnitsOf("Паром вышел в море\nв полдень и пришёл\nчерез час.\nНикто не пострадал."),
              ElementsAre("Паром вышел в море в полдень и пришёл через час.", "Никто не пострадал."));
  EXPECT_THAT(UnitsOf("«Το πλοίο έφυγε\nτο μεσημέρι.»"), ElementsAre("«Το πλοίο έφυγε το μεσημέρι.»"));
  EXPECT_THAT(UnitsOf("Լաստանավը մեկնեց\nկեսօրին։"), ElementsAre("Լաստանավը մեկնեց կեսօրին։"));
}

TEST(JoinWrappedLinesTest, RejoinsLinesOfProportionalLetters) {
  const std::vector<std::string> units = UnitsOf(
      "De havenmeester zei dinsdag dat de nieuwe golfbreker klaar is voor de winter,\n"
      "hoewel twee van de vier kranen nog altijd wachten op een as uit\n"
      "Bergen en een wiel. In het voorjaar had de raad om een verslag gevraagd,\n"
      "dat hij in de herfst ook kreeg, samen met een rekening voor het\n"
      "extra werk dat niemand had verwacht.\n"
      "De vissers zijn minder zeker. Sommigen van hen hebben hun boten naar\n"
      "Haren gebracht, anderen wachten af wat de winter hun nog zal\n"
      "brengen en of de golfbreker houdt.\n");
  ASSERT_THAT(units, SizeIs(2));
  EXPECT_TRUE(units[0].ends_with("voor het extra werk dat niemand had verwacht."));
  EXPECT_TRUE(units[1].starts_with("De vissers zijn minder zeker."));
}

TEST(JoinWrappedLinesTest, LinesWithoutAnEndAreNoSentence) {
  EXPECT_THAT(UnitsOf("News\nabout us\ncontact\n"), SizeIs(3));
  EXPECT_THAT(UnitsOf("By Anna Berg\nstaff writer\n\nThe ferry left."), SizeIs(3));
  EXPECT_THAT(UnitsOf("home\nthe ferry left at noon."), SizeIs(2));  // Nothing opens the sentence.
  EXPECT_THAT(UnitsOf("Choose one\na) by ferry\nb) by bus."), SizeIs(3));
  EXPECT_THAT(UnitsOf("Shopping\n- rice\n- tea."), SizeIs(3));
  EXPECT_THAT(UnitsOf("What to buy\nrice\ntea\nsalt and pepper."), SizeIs(4));
  EXPECT_THAT(UnitsOf("About the maker\neBoats builds ferries."), SizeIs(2));
  EXPECT_THAT(UnitsOf("The ferry left\n\nat noon."), SizeIs(2));
}

TEST(JoinWrappedLinesTest, AFloodOfLinesIsReadOnce) {
  std::string text = "The end\n";
  for (size_t i = 0; i < kMaxLines / 2; ++i) text += "of it\n";
  EXPECT_THAT(UnitsOf(text), SizeIs(kMaxLines / 2 + 1));
}

TEST(JoinWrappedLinesTest, WhereThereAreNoCapitalsTheEndOfASentenceTells) {
  EXPECT_THAT(UnitsOf("قالت إدارة الميناء إن العبارة غادرت عند الظهر إلى الجزر\n"
                      "الشمالية والجنوبية. ولم يصب أحد بأذى في الحادث."),
              SizeIs(1));
  EXPECT_THAT(UnitsOf("बंदरगाह प्रशासन ने कहा कि नाव दोपहर में उत्तर के\nद्वीपों गई। किसी को चोट नहीं आई।"), SizeIs(1));
  // An abbreviation, a headline, and a whole sentence.
  EXPECT_THAT(UnitsOf("إدارة الميناء تعلن أن العبارة ستغادر عند الظهر إلى الجزر\nد. أحمد يزور الميناء غدا. وقال"),
              SizeIs(2));
  EXPECT_THAT(UnitsOf("เรือข้ามฟากกลับมาให้บริการอีกครั้งหลังพายุ ผู้โดยสารเต็มทุกเที่ยว\nเผยแพร่: 12 มี.ค. 2574 09:40"), SizeIs(2));
  EXPECT_THAT(UnitsOf("العبارة تعود إلى العمل\nلم يصب أحد. غادرت العبارة"), SizeIs(2));
  EXPECT_THAT(
      UnitsOf(
          "إدارة الميناء تعلن أن العبارة ستغادر عند الظهر إلى الجزر\nغادرت العبارة عند الظهر إلى الجزر. ولم يصب أحد."),
      SizeIs(2));
}

TEST(JoinWrappedLinesTest, WhereThereAreNoCapitalsLinesStay) {
  EXPECT_THAT(UnitsOf("გემი გავიდა\nშუადღისას."), SizeIs(2));
  EXPECT_THAT(UnitsOf("العبارة غادرت\nعند الظهر."), SizeIs(2));
}

TEST(TextOfUnitTest, MendsHyphenatedWordsAndMapsBack) {
  const std::string text = "the addi-\ntional work";
  const text::MappedText joined = TextOfUnit(text, {{{0, 9}, {10, 21}}});
  EXPECT_EQ(joined.text(), "the additional work");
  EXPECT_EQ(joined.ToSource({8, 14}), (ByteSpan{10, 16}));
}

TEST(TextOfUnitTest, KeepsTheHyphenOfCapitals) {
  const std::string text = "in Bosnia-\nHerzegovina";
  EXPECT_EQ(TextOfUnit(text, {{{0, 10}, {11, 22}}}).text(), "in Bosnia-Herzegovina");
}

TEST(TextOfUnitTest, PutsNoSpaceBetweenIdeographs) {
  const std::string text = "東京\n都";
  EXPECT_EQ(TextOfUnit(text, {{{0, 6}, {7, 10}}}).text(), "東京都");
}

}  // namespace
}  // namespace polygist::ingest
