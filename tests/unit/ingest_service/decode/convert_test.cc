#include "ingest_service/decode/convert.h"

#include <gtest/gtest.h>

#include <string>

namespace polygist::ingest {
namespace {

Converted ConvertFrom(std::string_view charset, std::string_view bytes) {
  return Convert(bytes, *FindCharset(charset));
}

struct Case {
  std::string charset;
  std::string bytes;
  std::string text;
};

class ConvertTableTest : public ::testing::TestWithParam<Case> {};

TEST_P(ConvertTableTest, Decodes) {
  const Converted converted = ConvertFrom(GetParam().charset, GetParam().bytes);
  EXPECT_EQ(converted.text.text(), GetParam().text);
  EXPECT_EQ(converted.invalid, 0);
}

INSTANTIATE_TEST_SUITE_P(
    Table, ConvertTableTest,
    ::testing::Values(Case{"windows-1252", "caf\xE9 \x80", "café €"}, Case{"windows-1251", "\xCC\xE8\xF0", "Мир"},
                      Case{"koi8-r", "\xED\xC9\xD2", "Мир"}, Case{"iso-8859-2", "\xB1\xE6\xEA", "ąćę"},
                      Case{"iso-8859-16", "\xBA\xFE", "șț"}, Case{"viscii", "\x02\xD5n", "Ẳạn"},
                      Case{"tcvn5712", "\xA7\xB9n", "Đạn"}, Case{"shift_jis", "\x93\x8C\x8B\x9E", "東京"},
                      Case{"euc-jp", "\xC5\xEC\xB5\xFE", "東京"}, Case{"gbk", "\xB6\xAB\xBE\xA9", "东京"},
                      Case{"big5", "\xAA\x46\xA8\xCA", "東京"}, Case{"euc-kr", "\xBC\xAD\xBF\xEF", "서울"},
                      Case{"iso-2022-jp", "\x1B$BEl5~\x1B(B", "東京"},
                      Case{"utf-16le", std::string("a\0\x71\x67", 4), "a東"},
                      Case{"utf-16be", std::string("\0a\x67\x71", 4), "a東"},
                      Case{"gb18030", "\x95\x32\x82\x36", "\U00020000"}),
    [](const auto& info) {
      std::string name;
      for (const char c : info.param.charset) name += c == '-' || c == '_' ? std::string() : std::string(1, c);
      return name;
    });

TEST(ConvertTest, EveryCharsetOfTheTableOpens) {
  for (const Charset& charset : Charsets()) {
    EXPECT_FALSE(Convert("aaaaaaaa", charset).text.empty()) << charset.name;
  }
}

TEST(ConvertTest, InvalidBytesLoseNothingElse) {
  const Converted converted = ConvertFrom("utf-8", "abc\xFF\xFE def \xE6\x9D ghi");
  EXPECT_EQ(converted.text.text(), "abc\uFFFD\uFFFD def \uFFFD ghi");
  EXPECT_EQ(converted.invalid, 3);
  EXPECT_EQ(converted.text.ToSource({9, 13}), (ByteSpan{5, 9}));
}

TEST(ConvertTest, MapsWordsToTheirBytes) {
  const Converted converted = ConvertFrom("windows-1251", "\xCC\xE8\xF0, \xCC\xE8\xF0!");
  EXPECT_EQ(converted.text.text(), "Мир, Мир!");
  EXPECT_EQ(converted.text.ToSource({8, 14}), (ByteSpan{5, 8}));
  EXPECT_EQ(converted.text.ToSource({6, 7}), (ByteSpan{3, 4}));
}

TEST(ConvertTest, MapsStayRightAcrossChunks) {
  std::string bytes;
  for (int i = 0; i < 40000; ++i) bytes += i % 7 == 0 ? "\xB6\xAB" : "a";
  const Converted converted = ConvertFrom("gbk", bytes);
  size_t offset = 0;
  for (int i = 0; i < 40000; ++i) {
    const int64_t length = i % 7 == 0 ? 3 : 1;
    const auto begin = static_cast<int64_t>(offset);
    const ByteSpan source = converted.text.ToSource({begin, begin + length});
    ASSERT_EQ(source.size(), i % 7 == 0 ? 2 : 1) << i;
    offset += static_cast<size_t>(length);
  }
}

TEST(ConvertTest, UnpairedSurrogatesAreReplaced) {
  EXPECT_EQ(ConvertFrom("utf-16le", std::string("a\0\x00\xD8"
                                                "b\0",
                                                6))
                .text.text(),
            "a\uFFFDb");
}

}  // namespace
}  // namespace polygist::ingest
