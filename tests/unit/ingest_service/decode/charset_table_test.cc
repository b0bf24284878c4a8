#include "ingest_service/decode/charset_table.h"

#include <gtest/gtest.h>

#include <set>
#include <string>

namespace polygist::ingest {
namespace {

TEST(FindCharsetTest, FollowsAliases) {
  EXPECT_EQ(FindCharset("Latin1")->name, "windows-1252");
  EXPECT_EQ(FindCharset(" UTF8 ")->name, "utf-8");
  EXPECT_EQ(FindCharset("\"x-sjis\"")->name, "shift_jis");
  EXPECT_EQ(FindCharset("ISO-8859-9")->name, "windows-1254");
  EXPECT_EQ(FindCharset("ks_c_5601-1987")->name, "euc-kr");
}

TEST(FindCharsetTest, KnowsNothingOfNonsense) {
  EXPECT_EQ(FindCharset(""), nullptr);
  EXPECT_EQ(FindCharset("klingon"), nullptr);
}

TEST(CharsetsTest, NoLabelHasTwoMeanings) {
  std::set<std::string_view> seen;
  for (const Charset& charset : Charsets()) {
    for (const std::string_view label : charset.labels) EXPECT_TRUE(seen.insert(label).second) << label;
  }
  EXPECT_GT(seen.size(), 200u);
}

TEST(MetaLabelTest, ReadsAllThreeForms) {
  EXPECT_EQ(MetaLabel("<html><meta charset=\"windows-1251\">"), "windows-1251");
  EXPECT_EQ(MetaLabel("<META http-equiv=Content-Type content='text/html; charset=Big5'>"), "Big5");
  EXPECT_EQ(MetaLabel("<?xml version='1.0' encoding='EUC-KR'?><a/>"), "EUC-KR");
}

TEST(MetaLabelTest, IgnoresOtherMetaAndText) {
  EXPECT_EQ(MetaLabel("<meta name=description content=\"charset\">charset=x"), "");
  EXPECT_EQ(MetaLabel(""), "");
}

TEST(MetaLabelTest, Utf16InAReadableDocumentMeansUtf8) { EXPECT_EQ(MetaLabel("<meta charset=utf-16>"), "utf-8"); }

}  // namespace
}  // namespace polygist::ingest
