#include "ingest_service/identify/evidence.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

struct WordsCase {
  const char* name;
  const char* text;
  const char* words;
};

class EvidenceWordsTest : public testing::TestWithParam<WordsCase> {};

TEST_P(EvidenceWordsTest, KeepsOnlyLowerCaseWords) {
  EXPECT_EQ(CollectEvidence(GetParam().text).words, GetParam().words);
}

INSTANTIATE_TEST_SUITE_P(
    Texts, EvidenceWordsTest,
    testing::Values(WordsCase{"Empty", "", ""}, WordsCase{"NoLetters", "12 + 30 = 42 … !", ""},
                    WordsCase{"Punctuation", "Hello, (big) world!", " hello big world "},
                    WordsCase{"Apostrophe", "l’homme d'État 'so'", " l'homme d'état so "},
                    WordsCase{"WebAddress", "see https://example.com/a-b www.example.com now", " see now "},
                    WordsCase{"MailAndTags", "write to me@example.com @someone #news today", " write to today "},
                    WordsCase{"DigitsSeparate", "2018'de 3rd", " de rd "},
                    WordsCase{"VowelSigns", "हिन्दी में", " हिन्दी में "},
                    WordsCase{"Persian", "می‌شود", " می\u200Cشود "}),
    [](const auto& info) { return std::string(info.param.name); });

struct ScriptCase {
  const char* name;
  const char* text;
  const char* script;
};

class EvidenceScriptTest : public testing::TestWithParam<ScriptCase> {};

TEST_P(EvidenceScriptTest, NamesTheDominantScript) {
  EXPECT_EQ(CollectEvidence(GetParam().text).script, GetParam().script);
}

INSTANTIATE_TEST_SUITE_P(Texts, EvidenceScriptTest,
                         testing::Values(ScriptCase{"None", "123", ""}, ScriptCase{"Latin", "plain words", "Latn"},
                                         ScriptCase{"Cyrillic", "простые слова", "Cyrl"},
                                         ScriptCase{"CyrillicWithLatinName", "компания Microsoft растёт", "Cyrl"},
                                         ScriptCase{"LatinWithCyrillicName", "the daily Правда was read in many towns",
                                                    "Latn"},
                                         ScriptCase{"Japanese", "昨日は雨が降りました。", "Jpan"},
                                         ScriptCase{"Chinese", "昨天下了一场大雨。", "Hani"},
                                         ScriptCase{"Korean", "어제 비가 왔습니다", "Kore"},
                                         ScriptCase{"ThaiWithLatinName", "เมื่อวาน Robertson มา", "Thai"}),
                         [](const auto& info) { return std::string(info.param.name); });

TEST(CollectEvidenceTest, ReadsOnlyASampleOfALongText) {
  std::string text;
  for (int i = 0; i < 100'000; ++i) text += "many words ";
  const Evidence evidence = CollectEvidence(text);
  EXPECT_GT(evidence.words.size(), 1000u);
  EXPECT_LT(evidence.words.size(), 2 * kSampleBytes);
}

TEST(CollectEvidenceTest, SkipsBytesThatAreNotUtf8) {
  EXPECT_EQ(CollectEvidence("good \xFF\xC3 text").words, " good text ");
}

TEST(CollectEvidenceTest, SamplesWithoutSpacesAtCodePoints) {
  std::string text;
  for (int i = 0; i < 10'000; ++i) text += "語";
  const Evidence evidence = CollectEvidence(text);
  EXPECT_EQ(evidence.script, "Hani");
  EXPECT_GT(evidence.letters, 300);
}

}  // namespace
}  // namespace polygist::ingest
