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
  const DecodedText decoded =
      DecodeBytes("\xCF\xEE\xF0\xF2 \xE7\xE0\xEA\xF0\xFB\xF2 \xE4\xEE \xE2\xE5\xF7\xE5\xF0\xE0.",
                  "iso-8859-1", "text/plain");
  EXPECT_EQ(decoded.text.text(), "Порт закрыт до вечера.");
  EXPECT_THAT(Codes(decoded), ElementsAre("CHARSET_LABEL_WRONG"));
}

TEST(DecodeBytesTest, AsciiFitsMostLabels) {
  EXPECT_THAT(DecodeBytes("plain", "windows-1251", "text/plain").warnings, IsEmpty());
}

TEST(DecodeBytesTest, WarnsOfAnUnknownLabel) {
  EXPECT_THAT(Codes(DecodeBytes("plain", "klingon", "text/plain")),
              ElementsAre("CHARSET_LABEL_UNKNOWN"));
}

TEST(DecodeBytesTest, ReadsTheLabelInsideHtmlOnly) {
  const std::string page = "<meta charset=iso-8859-2><p>\xB1\xE6\xEA";
  EXPECT_EQ(DecodeBytes(page, "", "text/html").charset, "iso-8859-2");
  EXPECT_EQ(DecodeBytes(page, "", "").charset, "iso-8859-2");
}

TEST(DecodeBytesTest, DamagedUtf8StaysUtf8) {
  const DecodedText decoded =
      DecodeBytes("Zürich, Genève, Neuchâtel, Bözberg \xC3 und Tösstal", "", "text/plain");
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

}  // namespace
}  // namespace polygist::ingest
