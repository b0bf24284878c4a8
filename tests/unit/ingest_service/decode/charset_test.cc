#include "ingest_service/decode/charset.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::vector<std::string> Codes(const DecodedText& decoded) {
  std::vector<std::string> codes;
  for (const Warning& warning : decoded.warnings) codes.push_back(warning.code);
  return codes;
}

TEST(DecodeBytesTest, TakesUtf8Unchanged) {
  const DecodedText decoded = DecodeBytes("naïve 東京", "", "text/plain");
  EXPECT_EQ(decoded.text.text(), "naïve 東京");
  EXPECT_EQ(decoded.charset, "utf-8");
  EXPECT_EQ(decoded.text.runs().size(), 1u);
  EXPECT_THAT(decoded.warnings, IsEmpty());
}

TEST(DecodeBytesTest, LeavesTheByteOrderMarkOut) {
  const DecodedText decoded = DecodeBytes(
      "\xEF\xBB\xBF"
      "abc",
      "", "");
  EXPECT_EQ(decoded.text.text(), "abc");
  EXPECT_EQ(decoded.text.ToSource({0, 1}), (ByteSpan{3, 4}));
}

TEST(DecodeBytesTest, FollowsAByteOrderMarkAgainstALabel) {
  const DecodedText decoded = DecodeBytes(std::string("\xFF\xFE\x71\x67", 4), "iso-8859-1", "");
  EXPECT_EQ(decoded.text.text(), "東");
  EXPECT_EQ(decoded.charset, "utf-16le");
  EXPECT_THAT(Codes(decoded), ElementsAre("CHARSET_LABEL_WRONG"));
}

TEST(DecodeBytesTest, FollowsARightLabel) {
  const DecodedText decoded = DecodeBytes("caf\xE9", "latin1", "text/plain");
  EXPECT_EQ(decoded.text.text(), "café");
  EXPECT_EQ(decoded.charset, "windows-1252");
  EXPECT_THAT(decoded.warnings, IsEmpty());
}

TEST(DecodeBytesTest, OverrulesALabelThatValidUtf8Contradicts) {
  const DecodedText decoded = DecodeBytes("café crème", "iso-8859-1", "text/plain");
  EXPECT_EQ(decoded.text.text(), "café crème");
  EXPECT_THAT(Codes(decoded), ElementsAre("CHARSET_LABEL_WRONG"));
}

TEST(DecodeBytesTest, OverrulesALatinLabelOnCyrillicBytes) {
  const DecodedText decoded = DecodeBytes(
      "\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xE4\xEE \xE2\xE5\xF7\xE5\xF0\xE0.", "iso-8859-1", "text/plain");
  EXPECT_EQ(decoded.text.text(), "Порт закрыт до вечера.");
  EXPECT_THAT(Codes(decoded), ElementsAre("CHARSET_LABEL_WRONG"));
}

TEST(DecodeBytesTest, AsciiFitsMostLabels) {
  EXPECT_THAT(DecodeBytes("plain", "windows-1251", "text/plain").warnings, IsEmpty());
}

TEST(DecodeBytesTest, WarnsOfAnUnknownLabel) {
  EXPECT_THAT(Codes(DecodeBytes("plain", "klingon", "text/plain")), ElementsAre("CHARSET_LABEL_UNKNOWN"));
}

TEST(DecodeBytesTest, ReadsTheLabelInsideHtmlOnly) {
  const std::string page = "<meta charset=iso-8859-2><p>\xB1\xE6\xEA";
  EXPECT_EQ(DecodeBytes(page, "", "text/html").charset, "iso-8859-2");
  EXPECT_EQ(DecodeBytes(page, "", "").charset, "iso-8859-2");
}

TEST(DecodeBytesTest, DamagedUtf8StaysUtf8) {
  const DecodedText decoded = DecodeBytes("Zürich, Genève, Neuchâtel, Bözberg \xC3 und Tösstal", "", "text/plain");
  EXPECT_EQ(decoded.text.text(), "Zürich, Genève, Neuchâtel, Bözberg \uFFFD und Tösstal");
  EXPECT_THAT(Codes(decoded), ElementsAre("INVALID_BYTES"));
}

TEST(DecodeBytesTest, RepairsMojibakeAndSaysSo) {
  const DecodedText decoded = DecodeBytes("Le marchÃ© est fermÃ©.", "", "text/plain");
  EXPECT_EQ(decoded.text.text(), "Le marché est fermé.");
  EXPECT_THAT(Codes(decoded), ElementsAre("MOJIBAKE_REPAIRED"));
}

TEST(DecodeBytesTest, NothingIsNothing) {
  EXPECT_TRUE(DecodeBytes("", "", "").text.empty());
  EXPECT_THAT(DecodeBytes("", "utf-8", "text/html").warnings, IsEmpty());
}

// A sentence in UTF-16 without a mark; none of these scripts has zero bytes there.
std::string Utf16(std::u16string_view text, bool little_endian) {
  std::string bytes;
  for (const char16_t unit : text) {
    const char high = static_cast<char>(unit >> 8);
    const char low = static_cast<char>(unit & 0xFF);
    bytes += little_endian ? low : high;
    bytes += little_endian ? high : low;
  }
  return bytes;
}

TEST(DecodeBytesTest, FindsUtf16WithoutMarkOrZeroBytes) {
  for (const std::u16string_view text :
       {u"当局已经关闭港口，渔船在星期日以前不得出海。", u"嵐のあと、海岸の近くにはまだコンテナが漂っている。",
        u"당국은 일요일까지 어선이 항구에 들어오지 못하도록 했다.", u"เจ้าหน้าที่ปิดท่าเรือจนถึงวันอาทิตย์"}) {
    EXPECT_EQ(DecodeBytes(Utf16(text, true), "", "").charset, "utf-16le");
    EXPECT_EQ(DecodeBytes(Utf16(text, false), "", "").charset, "utf-16be");
  }
}

TEST(DecodeBytesTest, ControlCharactersAloneAreNoUtf16) {
  EXPECT_EQ(DecodeBytes("The ferry\x01 ran aground\x02 off the coast on Monday.", "", "").charset, "utf-8");
}

TEST(DecodeBytesTest, ReadsLinesOfTwoEncodings) {
  const std::string utf8 = "La préfète a décidé de fermer le marché.\n";
  const std::string latin =
      "Le b\xE2teau est \xE9"
      "chou\xE9 pr\xE8s de l\x92\xEEle.\n";
  const DecodedText decoded = DecodeBytes(utf8 + latin + utf8, "", "text/plain");
  EXPECT_EQ(decoded.text.text(), utf8 + "Le bâteau est échoué près de l’île.\n" + utf8);
  EXPECT_THAT(Codes(decoded), ElementsAre("CHARSET_MIXED"));
  const auto begin = static_cast<int64_t>(utf8.size());
  EXPECT_EQ(decoded.text.ToSource({begin, begin + 2}), (ByteSpan{begin, begin + 2}));
}

TEST(DecodeBytesTest, ReadsCyrillicLinesAfterUtf8) {
  const std::string utf8 = "Власти закрыли порт.\n";
  const DecodedText decoded = DecodeBytes(
      utf8 + "\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xE4\xEE \xE2\xE5\xF7\xE5\xF0\xE0.", "", "text/plain");
  EXPECT_EQ(decoded.text.text(), utf8 + "Порт закрыт до вечера.");
}

TEST(DecodeBytesTest, ReadsCyrillicThatWasTakenForLatin) {
  const std::string text = "Âëàñòè çàêðûëè ïîðò äëÿ ðûáîëîâíûõ ñóäîâ äî âîñêðåñåíüÿ.";
  const DecodedText decoded = DecodeBytes(text, "", "text/plain");
  EXPECT_EQ(decoded.text.text(), "Власти закрыли порт для рыболовных судов до воскресенья.");
  EXPECT_THAT(Codes(decoded), ElementsAre("MOJIBAKE_REPAIRED"));
  EXPECT_EQ(decoded.text.ToSource({0, static_cast<int64_t>(decoded.text.text().size())}),
            (ByteSpan{0, static_cast<int64_t>(text.size())}));
}

}  // namespace
}  // namespace polygist::ingest
