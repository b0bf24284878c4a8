#include "ingest_service/decode/detect.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

std::string Encode16(std::u16string_view text, bool little) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char low = static_cast<char>(unit & 0xFF);
    const char high = static_cast<char>(unit >> 8);
    bytes += little ? low : high;
    bytes += little ? high : low;
  }
  return bytes;
}

TEST(DetectWideUnitsTest, TellsByteOrderByZeroBytes) {
  constexpr std::u16string_view kText = u"Порт закрыт до вечера, сообщил мэр города в понедельник, 5 мая.";
  EXPECT_EQ(DetectWideUnits(Encode16(kText, true))->name, "utf-16le");
  EXPECT_EQ(DetectWideUnits(Encode16(kText, false))->name, "utf-16be");
}

TEST(DetectWideUnitsTest, AFewZeroBytesAreNotUtf16) {
  EXPECT_EQ(DetectWideUnits(std::string("abc\0defgh\0ijklmnop\0qrstuvwxyz0123456789", 40)), nullptr);
  EXPECT_EQ(DetectWideUnits("abc"), nullptr);
}

TEST(DetectEscapesTest, KnowsSevenBitEncodings) {
  EXPECT_EQ(DetectEscapes("\x1B$BEl5~\x1B(B")->name, "iso-2022-jp");
  EXPECT_EQ(DetectEscapes("~{<:Ky2;VF~}")->name, "hz-gb-2312");
  EXPECT_EQ(DetectEscapes("plain ~{ text"), nullptr);
}

struct Case {
  std::string name;
  std::string bytes;
};

class DetectLegacyTest : public ::testing::TestWithParam<Case> {};

TEST_P(DetectLegacyTest, FindsTheEncoding) { EXPECT_EQ(DetectLegacy(GetParam().bytes).charset->name, GetParam().name); }

INSTANTIATE_TEST_SUITE_P(
    Table, DetectLegacyTest,
    ::testing::Values(Case{"windows-1251",
                           "\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xE4\xEE \xE2\xE5\xF7\xE5\xF0\xE0, "
                           "\xF1\xEE\xEE\xE1\xF9\xE8\xEB \xEC\xFD\xF0 \xE3\xEE\xF0\xEE\xE4\xE0."},
                      Case{"koi8-r",
                           "\xF0\xCF\xD2\xD4 \xDA\xC1\xCB\xD2\xD9\xD4 \xC4\xCF \xD7\xC5\xDE\xC5\xD2\xC1, "
                           "\xD3\xCF\xCF\xC2\xDD\xC9\xCC \xCD\xDC\xD2 \xC7\xCF\xD2\xCF\xC4\xC1."},
                      Case{"windows-1252",
                           "Le march\xE9 du vieux port reste ferm\xE9 jusqu'\xE0 la fin de la semaine, a "
                           "annonc\xE9 la mairie lundi."},
                      Case{"windows-1250",
                           "Za\xBF\xF3\xB3\xE6 g\xEA\x9Cl\xB9 ja\x9F\xF1, powiedzia\xB3 rzecznik miasta w "
                           "poniedzia\xB3"
                           "ek po po\xB3udniu."}),
    [](const auto& info) {
      std::string name = info.param.name;
      std::erase(name, '-');
      return name;
    });

}  // namespace
}  // namespace polygist::ingest
