#include "summary_service/analysis/attributions.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::summary {
namespace {

struct Case {
  std::string name, language, sentence;
  bool lacks;
};

class LacksSpeakerTest : public testing::TestWithParam<Case> {};

TEST_P(LacksSpeakerTest, Tells) {
  EXPECT_EQ(LacksSpeaker(GetParam().sentence, GetParam().language), GetParam().lacks) << GetParam().sentence;
}

INSTANTIATE_TEST_SUITE_P(
    Languages, LacksSpeakerTest,
    testing::Values(
        Case{"en_after_a_quotation", "en", "“The dam will hold,” he said.", true},
        Case{"en_after_a_straight_quotation", "en", "\"The dam will hold,\" she told reporters on Monday.", true},
        Case{"en_after_a_reported_clause", "en", "The dam will hold, they said.", true},
        Case{"en_named", "en", "“The dam will hold,” said the mayor.", false},
        Case{"en_named_before_the_quotation", "en", "The mayor was calm: “The dam will hold,” he said.", false},
        Case{"en_longer_word", "en", "“It is over,” he saidst.", false},
        Case{"en_no_mark_before", "en", "The dam where he said the words.", false},
        Case{"id_suffix", "id", "\"Semua penumpang selamat,\" ujarnya.", true},
        Case{"id_pronoun", "id", "\"Semua penumpang selamat,\" kata dia, Rabu.", true},
        Case{"id_named", "id", "\"Semua penumpang selamat,\" kata Kepala Basarnas.", false},
        Case{"ms_title", "ms", "\"Semua penumpang selamat,\" kata beliau.", true},
        Case{"nl_pronoun", "nl", "‘De dijk houdt stand’, zei hij.", true},
        Case{"nl_named", "nl", "‘De dijk houdt stand’, zei de burgemeester.", false},
        Case{"de_low_marks", "de", "„Der Damm hält“, sagte sie.", true},
        Case{"de_named", "de", "„Der Damm hält“, sagte die Bürgermeisterin.", false},
        Case{"fr_inversion", "fr", "« Le barrage tient », a-t-elle ajouté.", true},
        Case{"fr_named", "fr", "« Le barrage tient », a ajouté la maire.", false},
        Case{"es_no_subject", "es", "“La presa resiste”, añadió.", true},
        Case{"es_subject_follows", "es", "“La presa resiste”, añadió la alcaldesa.", false},
        Case{"pt_no_subject", "pt", "“A barragem aguenta”, disse.", true},
        Case{"it_no_subject", "it", "«La diga tiene», ha aggiunto.", true},
        Case{"it_subject_follows", "it", "«La diga tiene», ha aggiunto il sindaco.", false},
        Case{"ru_pronoun", "ru", "«Плотина выдержит», — сказал он.", true},
        Case{"ru_named", "ru", "«Плотина выдержит», — сказал мэр.", false},
        Case{"pl_no_subject", "pl", "– Tama wytrzyma – powiedziała.", true},
        Case{"pl_named", "pl", "– Tama wytrzyma – powiedziała burmistrzyni.", false},
        Case{"tr_no_subject", "tr", "“Baraj dayanacak” dedi.", true},
        Case{"tr_subject_first", "tr", "Belediye başkanı, “Baraj dayanacak” dedi.", false},
        Case{"ar_no_subject", "ar", "«السد صامد»، أضاف.", true},
        Case{"zh_pronoun", "zh", "“大坝会挺住的，”他说。", true},
        Case{"zh_named", "zh", "“大坝会挺住的，”市长说。", false},
        Case{"ja_no_subject", "ja", "「ダムは持ちこたえる」と述べた。", true},
        Case{"ja_subject_first", "ja", "市長は「ダムは持ちこたえる」と述べた。", false},
        Case{"unknown_language", "xx", "“The dam will hold,” he said.", false}, Case{"empty", "en", "", false}),
    [](const testing::TestParamInfo<Case>& info) { return info.param.name; });

TEST(HasAttributionsTest, FifteenLanguages) {
  for (const char* language :
       {"id", "ms", "nl", "en", "fr", "de", "es", "pt", "it", "ru", "ar", "zh", "ja", "tr", "pl"}) {
    EXPECT_TRUE(HasAttributions(language)) << language;
  }
}

}  // namespace
}  // namespace polygist::summary
