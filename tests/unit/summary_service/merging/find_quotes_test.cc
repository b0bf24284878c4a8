#include "summary_service/merging/find_quotes.h"

#include <gtest/gtest.h>

#include <string>
#include <vector>

#include "summary_service/merging/story.h"
#include "summary_service/merging/term_matches.h"
#include "tests/unit/summary_service/merging/story_builder.h"

namespace polygist::summary {
namespace {

std::vector<Quote> QuotesOf(const std::vector<SourceArticle>& articles) {
  const Story story = ReadStory(articles, nullptr);
  const TermMatches matches = MatchTerms(story);
  return FindQuotes(articles, story, StoryNames(articles, story, matches));
}

// "speaker: words" of each quote.
std::vector<std::string> Said(const std::string& language, const std::vector<std::string>& sentences) {
  const std::vector<SourceArticle> articles = {ArticleOf("a", language, sentences)};
  std::vector<std::string> said;
  for (const Quote& quote : QuotesOf(articles)) {
    said.push_back(quote.speaker + ": " + std::string(Slice(articles[0].text, quote.span)));
  }
  return said;
}

struct Case {
  const char* name;
  const char* language;
  std::vector<std::string> sentences;
  std::vector<std::string> said;
};

class FindQuotesTest : public ::testing::TestWithParam<Case> {};

TEST_P(FindQuotesTest, NamesTheSpeaker) { EXPECT_EQ(Said(GetParam().language, GetParam().sentences), GetParam().said); }

INSTANTIATE_TEST_SUITE_P(
    All, FindQuotesTest,
    ::testing::Values(
        Case{"english_after",
             "en",
             {"“We will rebuild the bridge,” said Ana Ruiz, head of Harbour Watch."},
             {"Ana Ruiz: We will rebuild the bridge,"}},
        Case{"english_before",
             "en",
             {"The engineer Tom Baker said: “The bridge was never safe.”"},
             {"Tom Baker: The bridge was never safe."}},
        Case{"english_apposition",
             "en",
             {"“The bridge was never safe,” Tom Baker, an engineer at Acme Steel, said."},
             {"Tom Baker: The bridge was never safe,"}},
        Case{"english_pronoun",
             "en",
             {"The council met Tom Baker.", "“The bridge was never safe,” he told Radio Coast."},
             {": The bridge was never safe,"}},
        Case{"english_goes_on",
             "en",
             {"“The bridge was never safe,” said Tom Baker. “We told the council so.”"},
             {"Tom Baker: The bridge was never safe,", "Tom Baker: We told the council so."}},
        Case{"dutch_after",
             "nl",
             {"'De brug was nooit veilig', zegt ingenieur Tom Bakker tegen Radio Kust."},
             {"Tom Bakker: De brug was nooit veilig"}},
        Case{"dutch_before",
             "nl",
             {"Volgens Tom Bakker “was de brug nooit echt veilig”."},
             {"Tom Bakker: was de brug nooit echt veilig"}},
        Case{"french",
             "fr",
             {"« Le pont n'a jamais été sûr », a déclaré Anne Ruiz à la radio."},
             {"Anne Ruiz: Le pont n'a jamais été sûr"}},
        Case{"french_inverted",
             "fr",
             {"« Le pont n'a jamais été sûr », a-t-il déclaré à Radio Côte."},
             {": Le pont n'a jamais été sûr"}},
        Case{"german",
             "de",
             {"„Die Brücke war nie wirklich sicher“, sagte Anna Ruiz am Montag."},
             {"Anna Ruiz: Die Brücke war nie wirklich sicher"}},
        Case{"indonesian",
             "id",
             {"\"Jembatan itu tidak pernah aman,\" kata Budi Santosa di pelabuhan."},
             {"Budi Santosa: Jembatan itu tidak pernah aman,"}},
        Case{"spanish",
             "es",
             {"«El puente nunca fue seguro», dijo Ana Ruiz."},
             {"Ana Ruiz: El puente nunca fue seguro"}},
        Case{"russian",
             "ru",
             {"«Мост никогда не был безопасным», — сказала Анна Руис журналистам."},
             {"Анна Руис: Мост никогда не был безопасным"}},
        Case{"polish",
             "pl",
             {"„Most nigdy nie był bezpieczny” – powiedziała Anna Ruiz."},
             {"Anna Ruiz: Most nigdy nie był bezpieczny"}},
        Case{"turkish",
             "tr",
             {"Belediye başkanı Ali Demir, \"Köprü hiçbir zaman güvenli olmadı\" dedi."},
             {"Ali Demir: Köprü hiçbir zaman güvenli olmadı"}},
        Case{"japanese",
             "ja",
             {"田中さんは「橋は一度も安全ではなかった」と述べた。"},
             {"田中: 橋は一度も安全ではなかった"}},
        Case{"chinese", "zh", {"张伟说：“这座桥从来都不安全。”"}, {"张伟: 这座桥从来都不安全。"}},
        Case{"arabic",
             "ar",
             {"وقال كريم حداد: «الجسر لم يكن آمنا في أي وقت»."},
             {"كريم حداد: الجسر لم يكن آمنا في أي وقت"}},
        Case{"korean",
             "ko",
             {"김철수 시장은 \"다리는 한 번도 안전한 적이 없다\"고 말했다."},
             {"김철수: 다리는 한 번도 안전한 적이 없다"}},
        Case{"hindi", "hi", {"राम कुमार ने कहा, \"पुल कभी भी सुरक्षित नहीं था।\""}, {"राम कुमार: पुल कभी भी सुरक्षित नहीं था।"}},
        Case{"origin_is_no_speaker",
             "nl",
             {"'De brug was nooit veilig', zegt een schipper uit Salvo."},
             {": De brug was nooit veilig"}},
        Case{"name_with_particle",
             "nl",
             {"'De brug was nooit veilig', zegt Tom van der Meer."},
             {"Tom van der Meer: De brug was nooit veilig"}},
        Case{
            "pronouns_in_scripts_without_capitals", "zh", {"他说：“这座桥从来都不安全。”"}, {": 这座桥从来都不安全。"}},
        Case{"hindi_pronoun", "hi", {"उन्होंने कहा, \"पुल कभी भी सुरक्षित नहीं था।\""}, {": पुल कभी भी सुरक्षित नहीं था।"}},
        Case{"title_of_a_work", "en", {"The letter “Dear Harbour Masters” was read aloud in the town hall."}, {}},
        Case{"a_title_set_off_by_a_comma",
             "en",
             {"“The Long Way Down River,” Ana Ruiz told us, is her first book."},
             {"Ana Ruiz: The Long Way Down River,"}},
        Case{"verb_on_no_list",
             "en",
             {"“The bridge was never safe,” thundered Tom Baker."},
             {"Tom Baker: The bridge was never safe,"}},
        Case{"title_with_its_author",
             "en",
             {"“Nobody Walks the Bridge Home,” thundering Tom Baker, opens tonight."},
             {}},
        Case{"verb_between_dashes",
             "ru",
             {"«Мост никогда не был безопасным, — написала Анна Руис. — Мы предупреждали»."},
             {"Анна Руис: Мост никогда не был безопасным, — написала Анна Руис. — Мы предупреждали"}},
        Case{"paragraph_with_a_dash",
             "sv",
             {"– Bron var aldrig säker. Vi varnade, säger Anna Ruiz till radion."},
             {"Anna Ruiz: Bron var aldrig säker. Vi varnade"}},
        Case{"dash_without_speech", "sv", {"– Bron, som byggdes 1931, har stängts."}, {}},
        Case{"particle_behind_the_quotation",
             "ja",
             {"田中さんは「橋は一度も安全ではなかった」と嘆いた。"},
             {"田中: 橋は一度も安全ではなかった"}},
        Case{"marks_of_two_locales",
             "hr",
             {"„Most nikad nije bio siguran”, rekla je Ana Ruiz."},
             {"Ana Ruiz: Most nikad nije bio siguran"}},
        Case{"short_speech_goes_on",
             "en",
             {"“The bridge was never safe,” said Tom Baker. “We told them so.”"},
             {"Tom Baker: The bridge was never safe,", "Tom Baker: We told them so."}},
        Case{"role_and_name_before_a_colon",
             "ar",
             {"وأضاف قائد الميناء كريم حداد: «الجسر لم يكن آمنا»."},
             {"قائد الميناء كريم حداد: الجسر لم يكن آمنا"}},
        Case{"title_near_a_verb",
             "en",
             {"In a letter called “Dear Honoured Harbour Masters”, the crews wrote that they were tired."},
             {}},
        Case{"a_word_set_apart", "en", {"The so-called “safe bridge” fell, said Tom Baker."}, {}}),
    [](const auto& info) { return std::string(info.param.name); });

TEST(FindQuotesTest, TheKeyIsTheFullestNameInLatinLetters) {
  const std::vector<Quote> quotes =
      QuotesOf({ArticleOf("a", "id",
                          {"Kepala pelabuhan Budi Santosa datang pada Senin.",
                           "\"Semua penumpang sudah di darat,\" kata Budi."}),
                ArticleOf("b", "ru", {"«Все пассажиры уже на берегу», — сказал Буди Сантоса."})});
  ASSERT_EQ(quotes.size(), 2u);
  EXPECT_EQ(quotes[0].speaker, "Budi");
  EXPECT_EQ(quotes[0].speaker_key, "budi santosa");
  EXPECT_EQ(quotes[1].speaker_key, "budi santosa");
}

// Each quotation is read by its own clauses: reading the sentence for each would take a minute.
TEST(FindQuotesTest, OneSentenceMayHoldThousandsOfQuotations) {
  std::string sentence;
  for (int i = 0; i < 12000; ++i) sentence += "“the bridge was never safe,” said Tom Baker, and ";
  EXPECT_EQ(QuotesOf({ArticleOf("a", "en", {sentence + "then he left."})}).size(), 12000u);
}

TEST(FindQuotesTest, TitlesAreNoPartOfTheKey) {
  const std::vector<Quote> quotes =
      QuotesOf({ArticleOf("a", "en", {"“The bridge was never safe,” said Minister Ana Ruiz."})});
  ASSERT_EQ(quotes.size(), 1u);
  EXPECT_EQ(quotes[0].speaker, "Minister Ana Ruiz");
  EXPECT_EQ(quotes[0].speaker_key, "ana ruiz");
}

}  // namespace
}  // namespace polygist::summary
