#include "ingest_service/extract/plain/byline.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "ingest_service/extract/author.h"
#include "ingest_service/extract/plain/plain_text.h"

namespace polygist::ingest {
namespace {

using ::testing::Contains;
using ::testing::IsEmpty;
using ::testing::Not;

constexpr char kParagraph[] = "The storm flooded the old harbour late in the evening, and the market stayed shut.\n";

std::vector<std::string> Rules(const Extraction& extraction) {
  std::vector<std::string> rules;
  for (const Removal& removal : extraction.removals) rules.push_back(removal.rule);
  return rules;
}

struct AuthorCase {
  const char* name;
  const char* line;
  const char* author;
};

class AuthorInTest : public ::testing::TestWithParam<AuthorCase> {};

TEST_P(AuthorInTest, ReadsTheName) { EXPECT_EQ(AuthorIn(GetParam().line), GetParam().author); }

INSTANTIATE_TEST_SUITE_P(
    Languages, AuthorInTest,
    ::testing::Values(
        AuthorCase{"English", "By Mary Smith", "Mary Smith"},
        AuthorCase{"WithRole", "By Mary Smith | Harbour correspondent", "Mary Smith"},
        AuthorCase{"French", "Par Jeanne d'Arcy, le 26 novembre 2024", "Jeanne d'Arcy"},
        AuthorCase{"Indonesian", "Oleh: Budi Santoso", "Budi Santoso"},
        AuthorCase{"Dutch", "Door Piet van den Berg", "Piet van den Berg"},
        AuthorCase{"Russian", "Автор: Иван Петров", "Иван Петров"}, AuthorCase{"Chinese", "记者 王小明", "王小明"},
        AuthorCase{"ChineseColon", "记者：王小明", "王小明"}, AuthorCase{"Swedish", "Av Lars Holm", "Lars Holm"},
        AuthorCase{"OneWordIsNoName", "By Monday", ""}, AuthorCase{"SmallWordsAreNoName", "By the old harbour", ""},
        AuthorCase{"NoIntroduction", "Mary Smith", ""}),
    [](const auto& info) { return info.param.name; });

TEST(AuthorInPartsTest, FindsThePartThatNamesTheAuthor) {
  EXPECT_EQ(AuthorInParts("12 марта 2031 в 8:15 МСК | Автор: Иван Лесной"), "Иван Лесной");
  EXPECT_EQ(AuthorInParts("di Giulia Ferri - 12 marzo 2031 alle 8:15"), "Giulia Ferri");
  EXPECT_EQ(AuthorInParts("12 marzo 2031 - Porto chiuso"), "");
}

TEST(BylineTest, AuthorAndDateAreReadAndTheirLinesGo) {
  const Extraction extraction = ExtractPlainText(
      std::string("Old harbour under water\n\nBy Mary Smith\n\nTuesday 26 November 2024 10:30 GMT\n\n") + kParagraph +
          kParagraph,
      {}, {});
  EXPECT_EQ(extraction.byline, "Mary Smith");
  EXPECT_EQ(extraction.publish_time, absl::FromCivil(absl::CivilSecond(2024, 11, 26, 10, 30), absl::UTCTimeZone()));
  EXPECT_EQ(extraction.publish_time_confidence_percent, 75);
  EXPECT_THAT(Rules(extraction), Contains("plain.byline"));
  EXPECT_THAT(Rules(extraction), Contains("plain.date-line"));
}

TEST(BylineTest, ADateInBracketsInRunningTextCountsLittle) {
  const Extraction extraction = ExtractPlainText(
      "- Pasar ikan tetap tutup sampai badai reda, kata petugas setempat.\n"
      "- Warga di tepi pantai diminta mengungsi ke balai desa terdekat.\n"
      "- Kapal nelayan belum boleh berlayar hingga akhir pekan ini.\n"
      "Badai melanda pelabuhan tua pada malam hari dan pasar ikan tetap ditutup oleh petugas setempat sampai hari "
      "ini, Selasa (26/11/2024).\n",
      {}, {});
  EXPECT_EQ(extraction.publish_time, absl::FromCivil(absl::CivilSecond(2024, 11, 26), absl::UTCTimeZone()));
  EXPECT_EQ(extraction.publish_time_confidence_percent, 35);
}

TEST(BylineTest, ADateOfSomethingElseDoesNotCount) {
  const Extraction extraction = ExtractPlainText(
      "The harbour master, who has watched over ships and sailors here for half of his life and more, was born "
      "on 15 February 1961 in a house beside the quay.\n",
      {}, {});
  EXPECT_EQ(extraction.publish_time, std::nullopt);
}

struct DatelineCase {
  const char* name;
  const char* dateline;
  const char* rest;
};

class DatelineTest : public ::testing::TestWithParam<DatelineCase> {};

TEST_P(DatelineTest, GoesWithARecord) {
  const std::string text = std::string(GetParam().dateline) + GetParam().rest + "\n" + kParagraph;
  const Extraction extraction = ExtractPlainText(text, {}, {});
  ASSERT_FALSE(extraction.blocks.empty());
  EXPECT_EQ(extraction.blocks[0].text.text(), GetParam().rest);
  ASSERT_THAT(Rules(extraction), Contains("plain.dateline"));
  EXPECT_EQ(Slice(text, extraction.removals[0].raw), GetParam().dateline);
}

INSTANTIATE_TEST_SUITE_P(
    Languages, DatelineTest,
    ::testing::Values(DatelineCase{"Indonesian", "JAKARTA, BERITA.com – ",
                                   "Badai melanda pelabuhan tua pada Senin malam dan pasar tetap tutup."},
                      DatelineCase{"Site", "Berita6.com, Jakarta - ",
                                   "Badai melanda pelabuhan tua pada Senin malam dan pasar tetap tutup."},
                      DatelineCase{"English", "BRENMOUTH (AGP) — ",
                                   "The storm flooded the old harbour late on Monday, the mayor said."},
                      DatelineCase{"French", "PARIS, 26 nov. (AGP) - ",
                                   "La tempête a noyé le vieux port lundi soir, a annoncé la mairie."},
                      DatelineCase{"Russian", "МОСКВА, 26 ноя — ",
                                   "Буря затопила старую гавань поздно вечером в понедельник, сообщил мэр."}),
    [](const auto& info) { return info.param.name; });

TEST(DatelineTest, AnAsideIsNone) {
  for (const char* text :
       {"NASA — the agency that sent the probe — said on Monday that the probe had landed on the comet.\n",
        "The mayor said the harbour was shut - The market was shut too, and so was the old town hall.\n"}) {
    EXPECT_THAT(Rules(ExtractPlainText(text, {}, {})), Not(Contains("plain.dateline"))) << text;
  }
}

TEST(DatelineTest, CanBeDisabled) {
  NormalizeOptions options;
  options.disabled_rules = {"plain.dateline"};
  const std::string text = std::string("BRENMOUTH (AGP) — ") + kParagraph;
  EXPECT_THAT(ExtractPlainText(text, {}, options).removals, IsEmpty());
}

TEST(CutOpeningTest, ATitleGluedToTheFirstSentenceGoes) {
  const std::string text = std::string("Storm floods the old harbour ") + kParagraph + kParagraph;
  const Extraction extraction = ExtractPlainText(text, {.title = "Storm Floods the Old Harbour"}, {});
  EXPECT_TRUE(extraction.blocks[0].text.text().starts_with("The storm flooded")) << extraction.blocks[0].text.text();
}

TEST(CutOpeningTest, ASentenceThatBeginsLikeTheTitleStays) {
  const std::string text = "Storm floods the old harbour for the second time in a year, and the market stays shut.\n";
  const Extraction extraction = ExtractPlainText(text, {.title = "Storm Floods the Old Harbour"}, {});
  EXPECT_TRUE(extraction.blocks[0].text.text().starts_with("Storm floods")) << extraction.blocks[0].text.text();
}

}  // namespace
}  // namespace polygist::ingest
