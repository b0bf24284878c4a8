#include "ingest_service/decode/plausibility.h"

#include <gtest/gtest.h>

#include <array>

namespace polygist::ingest {
namespace {

double ScoreOf(std::string_view text, std::span<const std::string_view> languages) {
  return JudgeDecoding(text, languages).score;
}

using Languages = std::array<std::string_view, 1>;

TEST(JudgeDecodingTest, PrefersTheLettersOfTheLanguage) {
  const double right = ScoreOf("Zażółć gęślą jaźń, powiedział rzecznik miasta w poniedziałek.", Languages{"pl"});
  const double wrong = ScoreOf("Za¿ó³æ gêœl¹ jaŸñ, powiedzia³ rzecznik miasta w poniedzia³ek.", Languages{"pl"});
  EXPECT_GT(right, wrong + 1.0);
}

TEST(JudgeDecodingTest, PrefersCommonLettersInAScriptOfOneLanguage) {
  // windows-1251 read as windows-1253, against Greek.
  EXPECT_GT(ScoreOf("Το παλιό λιμάνι έμεινε κλειστό τη Δευτέρα.", Languages{"el"}),
            ScoreOf("Οξπς ηΰκπϋς δξ βεχεπΰ, ρξξαωθλ μύπ γξπξδΰ.", Languages{"el"}) + 0.3);
}

TEST(JudgeDecodingTest, PunishesWhatCouldNotBeDecoded) { EXPECT_LT(ScoreOf("a\uFFFDb", {}), -3.0); }

TEST(JudgeDecodingTest, HasNoEvidenceInAscii) { EXPECT_EQ(JudgeDecoding("plain words", {}).evidence, 0); }

}  // namespace
}  // namespace polygist::ingest
