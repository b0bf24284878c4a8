#include "ingest_service/identify/language.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace polygist::ingest {
namespace {

using testing::ElementsAre;
using testing::IsEmpty;
using testing::SizeIs;
using testing::StartsWith;

class LanguageTest : public testing::Test {
 protected:
  Language Identify(std::string_view text, std::string declared = "") {
    return IdentifyLanguage(text, {.declared = std::move(declared)}, models_);
  }
  const LanguageModels models_ = LanguageModels::Load();
};

struct TextCase {
  const char* tag;
  const char* script;
  const char* text;
};

class LanguageOfTextTest : public LanguageTest, public testing::WithParamInterface<TextCase> {};

TEST_P(LanguageOfTextTest, IsIdentified) {
  const Language language = Identify(GetParam().text);
  EXPECT_EQ(language.tag, GetParam().tag);
  EXPECT_EQ(language.script, GetParam().script);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, LanguageOfTextTest,
    testing::Values(
        TextCase{"en", "Latn",
                 "The council decided on Tuesday to close the old bridge until the repairs are finished."},
        TextCase{"id", "Latn",
                 "Dewan kota memutuskan pada hari Selasa untuk menutup jembatan tua itu karena perbaikannya "
                 "belum selesai dan uang yang tersedia tidak cukup."},
        TextCase{"fr", "Latn", "Le conseil a décidé mardi de fermer le vieux pont jusqu'à la fin des travaux."},
        TextCase{"nb", "Latn", "Kommunestyret vedtok tirsdag å stenge den gamle broen inntil arbeidet er ferdig."},
        TextCase{"nn", "Latn",
                 "Kommunestyret vedtok tysdag å stengje den gamle brua til arbeidet er ferdig, og ikkje "
                 "berre for dei som køyrer."},
        TextCase{"zh-Hans", "Hans", "市议会星期二决定关闭这座旧桥，直到维修工程结束为止。"},
        TextCase{"zh-Hant", "Hant", "市議會星期二決定關閉這座舊橋，直到維修工程結束為止。"},
        TextCase{"ja", "Jpan", "市議会は火曜日、修理が終わるまで古い橋を閉鎖することを決めた。"},
        TextCase{"ko", "Kore", "시의회는 화요일에 수리가 끝날 때까지 오래된 다리를 폐쇄하기로 결정했다."},
        TextCase{"ru", "Cyrl", "Городской совет решил во вторник закрыть старый мост до окончания ремонта."},
        TextCase{"sr-Cyrl", "Cyrl", "Градско веће је у уторак одлучило да затвори стари мост док се радови не заврше."},
        TextCase{"sr-Latn", "Latn",
                 "Gradsko veće je u utorak odlučilo da zatvori stari most dok se radovi ne završe, jer "
                 "stručnjaci smatraju da ceo stub treba zameniti pre početka zime."},
        TextCase{"hr", "Latn",
                 "Gradsko vijeće odlučilo je u utorak zatvoriti stari most tijekom siječnja, jer tko god ga prijeđe "
                 "ugrožava vlastitu sigurnost, priopćilo je ministarstvo unutarnjih poslova."},
        TextCase{"bs", "Latn",
                 "Gradsko vijeće je u utorak odlučilo da zatvori stari most tokom januara, jer stručnjaci kažu da bi "
                 "prelazak mogao biti opasan za hiljade ljudi, saopćeno je iz općine sljedeće sedmice."},
        TextCase{"ar", "Arab", "قرر مجلس المدينة يوم الثلاثاء إغلاق الجسر القديم حتى انتهاء أعمال الترميم."},
        TextCase{"th", "Thai", "สภาเมืองมีมติเมื่อวันอังคารให้ปิดสะพานเก่าจนกว่าการซ่อมแซมจะเสร็จสิ้น"},
        TextCase{"el", "Grek", "Το δημοτικό συμβούλιο αποφάσισε την Τρίτη να κλείσει την παλιά γέφυρα."}),
    [](const auto& info) {
      std::string name = info.param.tag;
      std::replace(name.begin(), name.end(), '-', '_');
      return name;
    });

TEST_F(LanguageTest, UndeterminedWithoutLetters) {
  EXPECT_EQ(Identify("12.5 % -- 2026 !!!"), Language{});
  EXPECT_EQ(Identify(""), Language{});
}

TEST_F(LanguageTest, UndeterminedWhenTheTextSaysTooLittle) {
  EXPECT_EQ(Identify("ok").tag, "und");
  EXPECT_EQ(Identify("ok").script, "Latn");
}

TEST_F(LanguageTest, CapitalsDoNotMatter) {
  EXPECT_EQ(Identify("LE CONSEIL A DÉCIDÉ MARDI DE FERMER LE VIEUX PONT JUSQU'À LA FIN DES TRAVAUX").tag, "fr");
}

TEST_F(LanguageTest, MoreTextIsMoreConfidence) {
  const std::string sentence = "Le conseil a décidé mardi de fermer le vieux pont jusqu'à la fin des travaux. ";
  EXPECT_GE(Identify(sentence + sentence + sentence).confidence_permille,
            Identify("le vieux pont").confidence_permille);
}

TEST_F(LanguageTest, ScriptAloneForTextsOfKnownLanguage) {
  EXPECT_EQ(IdentifyScript("Ovo je tekst"), "Latn");
  EXPECT_EQ(IdentifyScript("Ово је текст"), "Cyrl");
  EXPECT_EQ(IdentifyScript("..."), "");
}

TEST_F(LanguageTest, SupportedLanguagesAreAscendingAndHaveScripts) {
  const std::vector<SupportedLanguage> languages = SupportedLanguages(models_);
  EXPECT_GT(languages.size(), 150u);
  EXPECT_TRUE(
      std::is_sorted(languages.begin(), languages.end(), [](const auto& a, const auto& b) { return a.tag < b.tag; }));
  for (const SupportedLanguage& language : languages) EXPECT_THAT(language.scripts, Not(IsEmpty()));
}

TEST_F(LanguageTest, ModelsSayWhatTheyAre) {
  EXPECT_THAT(models_.Describe(), ElementsAre("cld2 full tables", StartsWith("second judge ")));
}

TEST_F(LanguageTest, WorksWithoutTheSecondJudgeAndSaysSo) {
  const LanguageModels models = LanguageModels::Load("");
  EXPECT_THAT(models.Describe(), ElementsAre("cld2 full tables", StartsWith("no second judge")));
  EXPECT_EQ(
      IdentifyLanguage("Le conseil a décidé mardi de fermer le vieux pont jusqu'à la fin des travaux.", {}, models).tag,
      "fr");
}

TEST_F(LanguageTest, LettersWithoutALanguageAreNotNamedWithConfidence) {
  for (const char* text :
       {"xqzt vbnm wpl kjrt zzxc qwpo mnbv lkjh trew yuio pqal zmxn skdj fhgy tueo wiqp alsk djfh gmnb vcxz",
        "tiru mopa kelu sabo nile rupo daki meso tuva lepi roba sanu kido pema luti savo neki ruda pomi letu",
        "жщфц вбнм зпл крт щзхц йшпо мнбв лжх трев юио пкал змхн скдж фхгы туео виюп алск джфх гмнб вцхз"}) {
    std::string longer;
    while (longer.size() < 1500) longer += std::string(text) + ' ';
    EXPECT_LT(Identify(text).confidence_permille, 900) << text << ": " << Identify(text).tag;
    EXPECT_LT(Identify(longer).confidence_permille, 700) << text << ": " << Identify(longer).tag;
  }
}

TEST_F(LanguageTest, ADeclaredLanguageNeverOutweighsAClearText) {
  const std::string text = "Le conseil a décidé mardi de fermer le vieux pont jusqu'à la fin des travaux.";
  EXPECT_EQ(Identify(text, "en").tag, "fr");
  EXPECT_EQ(Identify(text, "not a tag").tag, "fr");
  EXPECT_GE(Identify(text, "fr-CA").confidence_permille, Identify(text).confidence_permille);
}

class IdentifyBlocksTest : public LanguageTest {
 protected:
  void AddBlock(std::string_view block) {
    if (!text_.empty()) text_ += "\n\n";
    const auto begin = static_cast<int64_t>(text_.size());
    text_ += block;
    Block added;
    added.span = {begin, static_cast<int64_t>(text_.size())};
    blocks_.push_back(added);
  }
  std::vector<BlockLanguage> Identify() {
    return IdentifyBlocks(text_, blocks_, {.tag = "fr", .confidence_permille = 990, .script = "Latn"}, models_);
  }
  std::string text_;
  std::vector<Block> blocks_;
};

TEST_F(IdentifyBlocksTest, FindsAnEnglishLetterInAFrenchArticle) {
  AddBlock("Le ministre a publié mardi la lettre qu'il avait reçue de son collègue britannique.");
  AddBlock(
      "I am writing to let you know that we have decided to keep the tunnel open during the summer, and that "
      "our engineers will finish their work at night.");
  AddBlock("La lettre a été signée par six membres du gouvernement, qui n'ont pas souhaité commenter.");
  const std::vector<BlockLanguage> different = Identify();
  ASSERT_THAT(different, SizeIs(1));
  EXPECT_EQ(different[0].block, 1);
  EXPECT_EQ(different[0].language.tag, "en");
}

TEST_F(IdentifyBlocksTest, ShortBlocksAreTheArticles) {
  AddBlock("The Guardian");
  AddBlock("New York Times");
  EXPECT_THAT(Identify(), IsEmpty());
}

}  // namespace
}  // namespace polygist::ingest
