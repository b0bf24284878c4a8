#include "summary_service/lexicon/transliteration.h"

#include <gtest/gtest.h>
#include <unicode/locid.h>
#include <unicode/uscript.h>

#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "common/text/words.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

double ScoreOf(std::string_view a, std::string_view b) {
  return TransliterationScore(FormsOf(a).latin, FormsOf(b).latin, LetterScoresOf(ScriptOf(a), ScriptOf(b)));
}

TEST(TransliterationScoreTest, NamesOfPeopleMeetOverScripts) {
  EXPECT_GT(ScoreOf("فابيان", "Fabian"), 4);
  EXPECT_GT(ScoreOf("Анатолий", "אנטולי"), 4);
  EXPECT_GT(ScoreOf("रोनाल्डो", "Роналду"), 6);
  EXPECT_GT(ScoreOf("クリスティーナ", "크리스티나"), 6);
  EXPECT_GT(ScoreOf("Παπαδόπουλος", "Papadopoulos"), 9);
  EXPECT_GT(ScoreOf("ศรีสมบูรณ์", "Srisomboon"), 4);
}

TEST(TransliterationScoreTest, ParticlesAndEndingsCostLittle) {
  EXPECT_GT(ScoreOf("Амстердамского", "Amsterdam"), 9);
  EXPECT_NEAR(ScoreOf("Амстердамского", "Amsterdam"), ScoreOf("Амстердам", "Amsterdam"), 4.01);
  EXPECT_NEAR(ScoreOf("ובאמסטרדם", "Amsterdam"), ScoreOf("אמסטרדם", "Amsterdam"), 2.01);
}

TEST(TransliterationScoreTest, OtherNamesDoNot) {
  EXPECT_LT(ScoreOf("فابيان", "Martin"), 0);
  EXPECT_LT(ScoreOf("Анатолий", "नरेंद्र"), 0);
  EXPECT_LT(ScoreOf("クリスティーナ", "Alexander"), 0);
}

TEST(TransliterationScoreTest, BothWaysAreOne) {
  for (const auto& [a, b] : {std::pair("אמסטרדם", "Amsterdam"), std::pair("Москва", "मॉस्को")}) {
    EXPECT_NEAR(ScoreOf(a, b), ScoreOf(b, a), 1e-4);
  }
}

// Tibetan has no cities' names in CLDR: what scripts have in common still tells a name from another.
TEST(TransliterationScoreTest, AnUnknownScriptGetsWhatAllHaveInCommon) {
  const LetterScores scores = LetterScoresOf(USCRIPT_TIBETAN, USCRIPT_LATIN);
  EXPECT_GT(TransliterationScore("amsterdam", "amsterdam", scores), 9);
  EXPECT_LT(TransliterationScore("amsterdam", "kopenhagen", scores), 0);
}

TEST(ConsonantTriplesTest, NamesThatAreOneShareSome) {
  const auto dice = [](std::string_view a, std::string_view b) {
    return Dice(ConsonantTriples(FormsOf(a).latin), ConsonantTriples(FormsOf(b).latin));
  };
  EXPECT_GT(dice("क्रिस्टीना", "Cristina"), 0.5);  // c is k or s.
  EXPECT_GT(dice("وارسو", "Warszawa"), 0.2);     // w and j come and go.
  EXPECT_EQ(dice("मॉस्को", "Berlin"), 0);
  EXPECT_EQ(ConsonantTriples("ou").size(), 0);
}

struct Name {
  std::string country, latin;
  std::vector<uint32_t> consonants;
};

struct Names {
  int script = 0;
  std::vector<Name> names;
};

// What a language calls countries in one word.
Names CountriesIn(const char* language) {
  Names names;
  for (const char* const* country = icu::Locale::getISOCountries(); *country != nullptr; ++country) {
    icu::UnicodeString display;
    std::string name;
    icu::Locale("", *country).getDisplayCountry(icu::Locale(language), display).toUTF8String(name);
    const std::string folded = text::FoldForMatching(name), latin = LatinOf(folded);
    if (!IsRomanisedName(latin) || latin.size() < 4 || folded.find_first_of(" -") != std::string::npos) continue;
    names.script = ScriptOf(folded);
    names.names.push_back({*country, latin, ConsonantTriples(latin)});
  }
  return names;
}

// The data was learned from cities, so countries are new to it. Some are translated or have several names ("Greece",
// "Ελλάδα"), so not all are to be found, and some sound alike ("Niger", "Nigeria").
TEST(TransliterationScoreTest, FindsCountriesItHasNotSeen) {
  struct Case {
    const char *a, *b;
    double least_found;
  };
  for (const Case& c : {Case{"en", "ru", .87}, Case{"en", "ar", .84}, Case{"en", "he", .88}, Case{"en", "hi", .93},
                        Case{"en", "th", .85}, Case{"en", "ko", .89}, Case{"en", "el", .86}, Case{"ru", "ja", .77},
                        Case{"ar", "hi", .85}, Case{"he", "ka", .79}}) {
    const Names of_a = CountriesIn(c.a), of_b = CountriesIn(c.b);
    const LetterScores scores = LetterScoresOf(of_a.script, of_b.script);
    int there = 0, found = 0, strangers = 0, taken = 0;
    for (const Name& a : of_a.names) {
      for (const Name& b : of_b.names) {
        const bool one = Dice(a.consonants, b.consonants) >= .2 && TransliterationScore(a.latin, b.latin, scores) >= 4;
        (a.country == b.country ? there : strangers) += 1;
        (a.country == b.country ? found : taken) += one;
      }
    }
    EXPECT_GE(found, c.least_found * there) << c.a << ' ' << c.b << ": " << found << " of " << there;
    EXPECT_LE(taken, strangers / 300) << c.a << ' ' << c.b << ": " << taken << " of " << strangers;
  }
}

}  // namespace
}  // namespace polygist::summary
