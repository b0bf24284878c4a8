#include "ingest_service/extract/plain/plain_text.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

// An invented report as a crude extractor leaves it.
constexpr char kReport[] =
    "Regional\n\n"
    "Ferry runs aground off Brenmouth\n\n"
    "Ferry runs aground off Brenmouth\n\n"
    "A ferry with 212 people on board ran aground off Brenmouth on Monday morning, the coast guard "
    "said.\n\n"
    "What is known so far\n\n"
    "Nobody was hurt. Tugs will try to pull the ship free at high tide, according to the port "
    "authority.\n\n"
    "- The ship left at six in the morning.\n"
    "- It carried 40 cars and 12 lorries.\n\n"
    "\"We felt a bump, and then the engines stopped,\" a passenger told reporters at the quay.\n\n"
    "Exit mobile version\n";

std::vector<std::string> Bodies(const Extraction& extraction) {
  std::vector<std::string> bodies;
  for (const ExtractedBlock& block : extraction.blocks) bodies.push_back(block.text.text());
  return bodies;
}

std::vector<std::string> Rules(const Extraction& extraction) {
  std::vector<std::string> rules;
  for (const Removal& removal : extraction.removals) rules.push_back(removal.rule);
  return rules;
}

TEST(ExtractPlainTextTest, KeepsTheArticleAndNamesItsParts) {
  const Extraction extraction = ExtractPlainText(kReport, {}, {});
  EXPECT_EQ(extraction.title, "Ferry runs aground off Brenmouth");
  ASSERT_EQ(extraction.blocks.size(), 6u);
  EXPECT_EQ(extraction.blocks[1].kind, BlockKind::kHeading);
  EXPECT_EQ(extraction.blocks[3].kind, BlockKind::kListItem);
  EXPECT_EQ(extraction.blocks[3].text.text(), "The ship left at six in the morning.");
}

TEST(ExtractPlainTextTest, RecordsEveryRemovalWithItsSpan) {
  const std::string text = kReport;
  const Extraction extraction = ExtractPlainText(text, {}, {});
  EXPECT_THAT(Rules(extraction), ElementsAre("plain.label", "plain.title", "plain.repeated-title", "plain.list-marker",
                                             "plain.list-marker", "plain.label"));
  EXPECT_EQ(Slice(text, extraction.removals[0].raw), "Regional");
  EXPECT_EQ(Slice(text, extraction.removals[3].raw), "- ");
  EXPECT_EQ(Slice(text, extraction.removals[5].raw), "Exit mobile version");
}

TEST(ExtractPlainTextTest, KeepAllRemovesNothing) {
  NormalizeOptions options;
  options.keep_all = true;
  const Extraction extraction = ExtractPlainText(kReport, {}, options);
  EXPECT_THAT(extraction.removals, IsEmpty());
  EXPECT_EQ(extraction.blocks.size(), 10u);
}

TEST(ExtractPlainTextTest, KeepAllKeepsListMarkersToo) {
  NormalizeOptions options;
  options.keep_all = true;
  const Extraction extraction = ExtractPlainText("Belanja\n- beras\n- Kapan? - Besok.\n", {}, options);
  ASSERT_EQ(extraction.blocks.size(), 3u);
  EXPECT_EQ(extraction.blocks[1].text.text(), "- beras");
  EXPECT_EQ(extraction.blocks[2].text.text(), "- Kapan? - Besok.");
}

TEST(ExtractPlainTextTest, ADashInsideALineIsNoListMarker) {
  const std::string line =
      "\u2013 Kiedy to si\u0119 sko\u0144czy? \u2013 zapyta\u0142a. \u2013 Jutro, odpowiedzia\u0142 kapitan i "
      "wr\u00F3ci\u0142 na mostek.";
  const std::string text = line + " " + line + " " + line + " " + line + " " + line;
  std::string kept;
  for (const ExtractedBlock& block : ExtractPlainText(text, {}, {}).blocks) kept += block.text.text() + " ";
  EXPECT_NE(kept.find("\u2013 zapyta\u0142a. \u2013 Jutro"), std::string::npos) << kept;
}

TEST(ExtractPlainTextTest, ACreditedCaptionGoesToTheCaptions) {
  const Extraction extraction = ExtractPlainText(
      "Een sleepboot nadert de veerboot bij het rif. (Foto: kustwacht)\n\nDe veerboot liep maandag vroeg op een rif in "
      "de zeestraat, zei de kustwacht.\n\nNiemand raakte gewond, en de lading bleef volgens de reder droog.\n",
      {}, {});
  ASSERT_EQ(extraction.captions.size(), 1u);
  EXPECT_EQ(extraction.blocks.size(), 2u);
}

TEST(ExtractPlainTextTest, AQuotationWithItsSourceIsNoCaption) {
  const Extraction extraction = ExtractPlainText(
      "Der Chor der Stadt sang am Sonntag in der alten Werft, und viele sangen mit.\n\n\u201EWer singt, der "
      "f\u00FCrchtet "
      "weder Sturm noch Flut.\u201C (Lied der Schiffer)\n\nDie Einnahmen gehen an die Seenotretter, sagte der Leiter "
      "am "
      "Abend.\n",
      {}, {});
  EXPECT_TRUE(extraction.captions.empty());
  EXPECT_EQ(extraction.blocks.size(), 3u);
}

TEST(ExtractPlainTextTest, ADisabledRuleDoesNotFire) {
  NormalizeOptions options;
  options.disabled_rules = {"plain.label", "plain.list-marker"};
  EXPECT_THAT(Rules(ExtractPlainText(kReport, {}, options)), ElementsAre("plain.title", "plain.repeated-title"));
}

TEST(ExtractPlainTextTest, NeverComesBackEmpty) {
  for (const char* text : {"Home", "Home\nNews\nSport\nWeather", "x", "| |", "Title\nTitle"}) {
    EXPECT_FALSE(ExtractPlainText(text, {}, {}).blocks.empty()) << text;
    PlainTextHints hints;
    hints.title = text;
    EXPECT_FALSE(ExtractPlainText(text, hints, {}).blocks.empty()) << text;
  }
}

// Invented, with short lines between the paragraphs, as guides have them.
constexpr char kJapanese[] =
    "港の渡し船に乗るとき、多くの人は駅の窓口で切符を買いますが、実は船の中でも買うことができます。\n\n"
    "これがとても便利です。\n\n"
    "先週の土曜日、私は初めてこの方法を試しました。列に並ぶ時間がなくなり、出発の五分前に着いても十分に間に合いました。"
    "\n\n"
    "まず乗り場で係の人に行き先を伝えます。\n\n"
    "次に船室の奥にある機械で、島の名前を選んで料金を入れます。\n\n"
    "小さな紙が出てきたら完了\n\n"
    "この紙は帰りにも使うので、なくさないように財布に入れておくことをおすすめします。雨の日は窓側の席が濡れることもあり"
    "ます。\n";
constexpr char kHindi[] =
    "नदी के किनारे बसे इस गाँव में पिछले हफ़्ते नया पुल खुल गया और बच्चों को अब नाव से स्कूल नहीं जाना पड़ता।\n\n"
    "पुल बनाने में तीन साल लगे।\n\n"
    "गाँव की मुखिया ने बताया कि पहले बारिश के महीनों में रास्ता पूरी तरह बंद हो जाता था और बीमार लोग अस्पताल तक नहीं पहुँच पाते थे।\n\n"
    "किसानों को भी राहत\n\n"
    "अब सब्ज़ी लेकर जाने वाली गाड़ियाँ आधे घंटे में बाज़ार पहुँच जाती हैं, जबकि पहले पूरा दिन लग जाता था।\n";
constexpr char kArabic[] =
    "افتتح أهالي القرية صباح الأحد مكتبة صغيرة في المبنى القديم للمدرسة بعد أن جمعوا الكتب من البيوت طوال الشتاء.\n\n"
    "تفتح المكتبة أبوابها كل مساء.\n\n"
    "وقالت المعلمة التي بدأت الفكرة إن الأطفال كانوا يقطعون مسافة طويلة إلى المدينة كي يستعيروا كتابا واحدا في "
    "الشهر.\n\n"
    "كتب بلغات كثيرة\n\n"
    "وتضم الرفوف الآن أكثر من ألفي كتاب، بينها قصص للصغار وكتب في الزراعة يطلبها المزارعون كثيرا.\n";

TEST(ExtractPlainTextTest, KeepsArticlesInScriptsWithoutCapitals) {
  for (const char* article : {kJapanese, kHindi, kArabic}) {
    EXPECT_THAT(Rules(ExtractPlainText(article, {}, {})), IsEmpty()) << article;
  }
}

TEST(ExtractPlainTextTest, HasNoBlocksForWhiteSpace) {
  EXPECT_THAT(Bodies(ExtractPlainText(" \n\t\n", {}, {})), IsEmpty());
}

TEST(ExtractPlainTextTest, KeepsOneSentencePerLineWhole) {
  const std::string text =
      "a ferry ran aground off brenmouth on monday .\n"
      "nobody was hurt .\n"
      "tugs will try to pull it free , the port said .\n"
      "`` we felt a bump , '' a passenger said .\n";
  const Extraction extraction = ExtractPlainText(text, {}, {});
  EXPECT_EQ(extraction.blocks.size(), 4u);
  EXPECT_THAT(extraction.removals, IsEmpty());
}

TEST(ExtractPlainTextTest, BlocksMapToTheirLines) {
  const std::string text = kReport;
  for (const ExtractedBlock& block : ExtractPlainText(text, {}, {}).blocks) {
    const ByteSpan all = block.text.ToSource({0, static_cast<int64_t>(block.text.text().size())});
    EXPECT_EQ(Slice(text, all), block.text.text());
  }
}

}  // namespace
}  // namespace polygist::ingest
