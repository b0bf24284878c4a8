#include "ingest_service/extract/metadata.h"

#include <gtest/gtest.h>

namespace polygist::ingest {
namespace {

PageMetadata Read(std::string_view html) {
  const HtmlDocument document = ParseHtml(html);
  return ReadMetadata(document, BuildBlocks(document));
}

TEST(MetadataTest, ReadsOpenGraphAndMeta) {
  const PageMetadata page = Read(
      "<html lang='nl-NL'><head><meta property='og:title' content='Kop'><meta property='og:site_name' content='Krant'>"
      "<meta name=author content='Jan Jansen'><link rel=canonical href='https://krant.example/kop'></head></html>");
  EXPECT_EQ(page.title, "Kop");
  EXPECT_EQ(page.site_name, "Krant");
  EXPECT_EQ(page.byline, "Jan Jansen");
  EXPECT_EQ(page.canonical_url, "https://krant.example/kop");
  EXPECT_EQ(page.language_hint, "nl-NL");
}

TEST(MetadataTest, TheTitleLosesItsSiteNameOnlyWhenConfirmed) {
  EXPECT_EQ(StripSiteName("Judul berita - Antara", "Antara", {}), "Judul berita");
  EXPECT_EQ(StripSiteName("Antara: Judul berita", "", {"Judul berita"}), "Judul berita");
  EXPECT_EQ(StripSiteName("Bayern - Dortmund 2:1", "Kicker", {}), "Bayern - Dortmund 2:1");
}

TEST(MetadataTest, TheVisibleHeadingIsPreferredWhenATitleConfirmsIt) {
  EXPECT_EQ(Read("<title>Das Wetter wird besser | Bote</title><h1>Bote</h1><h1>Das Wetter wird besser</h1>").title,
            "Das Wetter wird besser");
  EXPECT_EQ(Read("<meta property='og:title' content='Cuaca membaik, kata badan'><h1>Cuaca membaik</h1>").title,
            "Cuaca membaik");
}

TEST(MetadataTest, AHeadingThatNamesTheSiteIsNoTitle) {
  EXPECT_EQ(
      Read("<title>Le temps s’améliore</title><meta property='og:site_name' content='Le Courrier'><h1>Le Courrier</h1>")
          .title,
      "Le temps s’améliore");
  EXPECT_EQ(
      Read("<title>Le temps s’améliore</title><h1><a href='https://courrier.example/'>Le Courrier</a></h1>").title,
      "Le temps s’améliore");
  const PageMetadata page =
      Read("<title>Le Courrier » Le temps s’améliore</title><h1><a href='/'>Le Courrier</a></h1>");
  EXPECT_EQ(page.site_name, "Le Courrier");
  EXPECT_EQ(page.title, "Le temps s’améliore");
  EXPECT_EQ(Read("<title>Pogoda | Goniec</title><h1><a href='/2024/pogoda'>Pogoda</a></h1>").title, "Pogoda");
}

TEST(MetadataTest, MicrodataNamesTheAuthorWithoutTheWordsAroundTheName) {
  EXPECT_EQ(Read("<p itemprop=author>Von <span itemprop=name>Anna Weiß</span>, Berlin</p>").byline, "Anna Weiß");
  EXPECT_EQ(Read("<p><a rel=author href=/a>Jana Nováková</a></p>").byline, "Jana Nováková");
}

TEST(MetadataTest, TheCanonicalAddressGetsItsHostFromWhereThePageStatesIt) {
  EXPECT_EQ(
      Read("<link rel=canonical href='/kop'><meta property='og:url' content='https://krant.example/x'>").canonical_url,
      "https://krant.example/kop");
  EXPECT_EQ(Read("<link rel=canonical href='/kop'>").canonical_url, "/kop");
  EXPECT_EQ(WithHost("/kop", "https://krant.example/a/b"), "https://krant.example/kop");
  EXPECT_EQ(WithHost("//krant.example/kop", "https://a.example"), "https://krant.example/kop");
  EXPECT_EQ(WithHost("kop.html", "https://a.example"), "");
  EXPECT_EQ(WithHost("/kop", ""), "");
}

TEST(MetadataTest, LocaleBecomesALanguageHint) {
  EXPECT_EQ(Read("<meta property='og:locale' content='id_ID'>").language_hint, "id-ID");
}

TEST(MetadataTest, FoldedTitlesIgnoreCaseAndMarks) {
  EXPECT_EQ(FoldTitle("«Été: à Paris!»"), FoldTitle("été à paris"));
  EXPECT_NE(FoldTitle("हिन्दी"), FoldTitle("हनद"));
}

}  // namespace
}  // namespace polygist::ingest
