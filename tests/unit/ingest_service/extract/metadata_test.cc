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
  EXPECT_EQ(Read("<title>Das Wetter wird besser | Bote</title><h1>Bote</h1><h1>Das Wetter wird besser</h1>").title, "Bote");
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
