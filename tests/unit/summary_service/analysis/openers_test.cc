#include "summary_service/analysis/openers.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::summary {
namespace {

struct Case {
  std::string name, language, sentence;
  Opener opener;
};

class OpenerOfTest : public testing::TestWithParam<Case> {};

TEST_P(OpenerOfTest, Tells) { EXPECT_EQ(OpenerOf(GetParam().sentence, GetParam().language), GetParam().opener); }

INSTANTIATE_TEST_SUITE_P(
    Languages, OpenerOfTest,
    testing::Values(Case{"en_pronoun", "en", "They left early.", Opener::kPronoun},
                    Case{"en_quoted", "en", "“But nobody came,” she said.", Opener::kConnective},
                    Case{"en_longer_word", "en", "Andes roads froze.", Opener::kNone},
                    Case{"en_noun", "en", "Theory is grey.", Opener::kNone},
                    Case{"en_phrase", "en", "On the other hand, rain fell.", Opener::kConnective},
                    Case{"id_connective", "id", "Namun, jembatan itu runtuh.", Opener::kConnective},
                    Case{"id_phrase", "id", "Oleh karena itu jalan ditutup.", Opener::kConnective},
                    Case{"fr_impersonal", "fr", "Il y a trois ponts.", Opener::kNone},
                    Case{"fr_pronoun", "fr", "Elle a parlé.", Opener::kPronoun},
                    Case{"fr_elided", "fr", "C'est fini.", Opener::kDemonstrative},
                    Case{"ru_connective", "ru", "Однако мост упал.", Opener::kConnective},
                    Case{"zh_connective", "zh", "但是大桥倒塌了。", Opener::kConnective},
                    Case{"ja_pronoun", "ja", "彼は市長だ。", Opener::kPronoun},
                    Case{"ar_connective", "ar", "ولكن الجسر سقط.", Opener::kConnective},
                    Case{"en_after_preposition", "en", "In that case nobody pays.", Opener::kDemonstrative},
                    Case{"en_preposition_alone", "en", "In the case of fire nobody pays.", Opener::kNone},
                    Case{"en_time", "en", "This week the bridge fell.", Opener::kNone},
                    Case{"de_time_after_preposition", "de", "In diesem Jahr fiel die Brücke.", Opener::kNone},
                    Case{"es_after_preposition", "es", "En ese marco, nadie paga.", Opener::kDemonstrative},
                    Case{"fr_after_elision", "fr", "D'après cette étude, personne ne paie.", Opener::kDemonstrative},
                    Case{"fr_who", "fr", "Ceux qui restent paient.", Opener::kNone},
                    Case{"id_reason", "id", "Alasannya, jembatan itu runtuh.", Opener::kDemonstrative},
                    Case{"ja_so_far", "ja", "これまで橋は無事だった。", Opener::kNone},
                    Case{"ru_time_after_preposition", "ru", "В этом году мост упал.", Opener::kNone},
                    Case{"ru_after_preposition", "ru", "После этого мост упал.", Opener::kDemonstrative},
                    Case{"unknown_language", "xx", "But then.", Opener::kNone}, Case{"empty", "en", "", Opener::kNone}),
    [](const testing::TestParamInfo<Case>& info) { return info.param.name; });

TEST(HasOpenersTest, FifteenLanguages) {
  for (const char* language :
       {"id", "ms", "nl", "en", "fr", "de", "es", "pt", "it", "ru", "ar", "zh", "ja", "tr", "pl"}) {
    EXPECT_TRUE(HasOpeners(language)) << language;
  }
}

}  // namespace
}  // namespace polygist::summary
