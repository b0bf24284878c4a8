#include "ingest_service/extract/dates.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "ingest_service/extract/page_structure.h"

namespace polygist::ingest {
namespace {

std::optional<PublishDate> Find(std::string_view html, std::string_view url = "") {
  const HtmlDocument document = ParseHtml(html);
  const auto blocks = BuildBlocks(document);
  const auto text_begin = std::find_if(blocks.begin(), blocks.end(), IsRunningText) - blocks.begin();
  return FindPublishDate(document, blocks, static_cast<size_t>(text_begin), ReadMetadata(document, blocks), url);
}

std::string Day(const std::optional<PublishDate>& date) {
  return date.has_value() ? absl::FormatTime("%Y-%m-%d", date->time, absl::UTCTimeZone()) : "none";
}

TEST(DatesTest, MarkupIsTrustedBeforeTextAndAddress) {
  const auto date =
      Find("<meta property='article:published_time' content='2024-11-26T10:00:00+01:00'><p>12 May 2020</p>",
           "https://a.example/2019/01/02/x");
  EXPECT_EQ(Day(date), "2024-11-26");
  EXPECT_GE(date->confidence_percent, 90);
}

TEST(DatesTest, TimeElementsCount) {
  EXPECT_EQ(Day(Find("<html lang=fr><body><time>15 février 2024</time><p>Texte.</p></body>")), "2024-02-15");
}

TEST(DatesTest, RdfaCounts) {
  EXPECT_EQ(Day(Find("<body><span property='schema:datePublished' "
                     "content='2024-02-15T08:00:00Z'>heute</span><p>Text.</p></body>")),
            "2024-02-15");
}

TEST(DatesTest, LinesNearTheStartOfTheTextCount) {
  const auto date = Find(
      "<html lang=id><body><p>Selasa (26/11/2024)</p><p>Ratusan warga menanam pohon di tepi sungai pada hari itu, kata "
      "ketua "
      "panitia kepada para wartawan.</p></body></html>");
  EXPECT_EQ(Day(date), "2024-11-26");
  EXPECT_LT(date->confidence_percent, 80);
}

TEST(DatesTest, TheAddressGivesTheYearOfADateline) {
  EXPECT_EQ(Day(Find("<html lang=fr><body><p>Mardi 15 février</p></body>", "https://a.example/2022/x")), "2022-02-15");
}

TEST(DatesTest, NoEvidenceNoDate) { EXPECT_EQ(Day(Find("<p>No date here.</p>")), "none"); }

bool IsDateLineOn(std::string_view html) { return IsDateLine(BuildBlocks(ParseHtml(html)).at(0), "fr"); }

TEST(IsDateLineTest, ADayWithItsYearAndLittleElse) {
  EXPECT_TRUE(IsDateLineOn("<p>Publié le 15 février 2024 à 9h05 | Marie Dupont</p>"));
  EXPECT_FALSE(IsDateLineOn("<p>Le port a fermé le 15 février 2024.</p>"));
  EXPECT_FALSE(IsDateLineOn("<p>Mardi 15 février, 12345 passagers</p>"));
  EXPECT_FALSE(IsDateLineOn("<h2>15 février 2024</h2>"));
}

TEST(DateOfUrlTest, KnowsTheCommonForms) {
  EXPECT_EQ(DateOfUrl("https://a.example/2024/11/26/title").day, 26);
  EXPECT_EQ(DateOfUrl("https://a.example/news/20241126/x").month, 11);
  EXPECT_EQ(DateOfUrl("https://a.example/2024-11-26-title").day, 26);
  EXPECT_EQ(DateOfUrl("https://a.example/2024/11/title").month, 11);
  EXPECT_EQ(DateOfUrl("https://a.example/2024/11/title").day, 0);
  EXPECT_EQ(DateOfUrl("https://a.example/article/12345678").year, 0);
  EXPECT_EQ(DateOfUrl("").year, 0);
}

}  // namespace
}  // namespace polygist::ingest
