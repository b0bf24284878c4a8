#include "ingest_service/extract/main_content.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <string>

#include "ingest_service/extract/block_features.h"

namespace polygist::ingest {
namespace {

constexpr std::string_view kPage = R"(<html lang="id"><head><title>Warga menanam pohon | Kabar</title>
<meta property="og:title" content="Warga menanam pohon"></head><body>
<nav class="menu"><ul><li><a href="/">Beranda</a></li><li><a href="/x">Ekonomi</a></li></ul></nav>
<article><h1>Warga menanam pohon</h1>
<div class="article-body"><p>Ratusan warga menanam pohon di tepi sungai pada hari Minggu, kata ketua panitia kepada wartawan.</p>
<figure><img src="a.jpg"><figcaption>Foto: warga di tepi sungai</figcaption></figure>
<h2>Dua ribu bibit</h2><p>Panitia membagikan dua ribu bibit, dan setiap keluarga menanam empat pohon di kebunnya masing-masing.</p>
<ul><li>Mangga dan jambu untuk kebun warga, masing-masing lima ratus bibit dari dinas kehutanan.</li></ul>
<p>Kegiatan itu berlangsung sampai sore, dan panitia berjanji akan mengulanginya pada tahun depan.</p></div></article>
<footer class="footer"><p>Hak cipta 2024 Kabar. Dilarang mengutip tanpa izin.</p></footer></body></html>)";

std::string BodyOf(const Extraction& extraction) {
  std::string body;
  for (const ExtractedBlock& block : extraction.blocks) body += block.text.text() + "\n\n";
  return body;
}

bool HasRule(const Extraction& extraction, std::string_view rule) {
  for (const Removal& removal : extraction.removals) {
    if (removal.rule == rule) return true;
  }
  return false;
}

bool HasWarning(const Extraction& extraction, std::string_view code) {
  for (const Warning& warning : extraction.warnings) {
    if (warning.code == code) return true;
  }
  return false;
}

TEST(MainContentTest, KeepsTheArticleAndRecordsTheRest) {
  const Extraction extraction = ExtractHtml(kPage, {}, "");
  const std::string body = BodyOf(extraction);
  EXPECT_NE(body.find("Ratusan warga"), std::string::npos);
  EXPECT_NE(body.find("Dua ribu bibit"), std::string::npos);
  EXPECT_NE(body.find("tahun depan"), std::string::npos);
  EXPECT_EQ(body.find("Beranda"), std::string::npos);
  EXPECT_EQ(body.find("Hak cipta"), std::string::npos);
  EXPECT_TRUE(HasRule(extraction, "html.navigation"));
  EXPECT_TRUE(HasRule(extraction, "html.footer"));
}

TEST(MainContentTest, TheTitleIsApart) {
  const Extraction extraction = ExtractHtml(kPage, {}, "");
  EXPECT_EQ(extraction.title, "Warga menanam pohon");
  EXPECT_EQ(BodyOf(extraction).find("Warga menanam pohon"), std::string::npos);
  EXPECT_TRUE(HasRule(extraction, "html.title"));
}

// Judges blocks by their links alone: 70 % for those without, 10 % for the others.
BlockClassifier ByLinks() {
  const auto names = FeatureNames();
  const auto feature = std::find(names.begin(), names.end(), "link_density") - names.begin();
  return BlockClassifier("base\t0\n0\t0\t" + std::to_string(feature) +
                         "\t0.5\t1\t2\n0\t1\tleaf\t0.85\n0\t2\tleaf\t-2.2\n");
}

TEST(MainContentTest, AHeadingGoesWithItsSection) {
  constexpr std::string_view kWithList =
      "<article><p>Ratusan warga menanam pohon di tepi sungai pada hari Minggu, kata ketua panitia kepada wartawan.</p>"
      "<h3>Baca juga</h3><ul><li><a href='/1'>Nelayan menuntut ganti rugi</a></li></ul></article>";
  const Extraction extraction = ExtractHtml(kWithList, {}, "", ByLinks());
  EXPECT_EQ(BodyOf(extraction).find("Baca juga"), std::string::npos);
  EXPECT_TRUE(HasRule(extraction, "html.heading"));
  NormalizeOptions options;
  options.disabled_rules = {"html.heading"};
  EXPECT_NE(BodyOf(ExtractHtml(kWithList, options, "", ByLinks())).find("Baca juga"), std::string::npos);
}

TEST(MainContentTest, KeepAllKeepsEverythingVisible) {
  NormalizeOptions options;
  options.keep_all = true;
  const Extraction extraction = ExtractHtml(kPage, options, "");
  const std::string body = BodyOf(extraction);
  for (const std::string_view part : {"Beranda", "Warga menanam pohon", "Foto:", "Hak cipta"}) {
    EXPECT_NE(body.find(part), std::string::npos) << part;
  }
  EXPECT_TRUE(extraction.removals.empty());
}

TEST(MainContentTest, ADisabledRuleKeepsWhatItWouldRemove) {
  NormalizeOptions options;
  options.disabled_rules = {"html.footer"};
  EXPECT_NE(BodyOf(ExtractHtml(kPage, options, "")).find("Hak cipta"), std::string::npos);
}

TEST(MainContentTest, PagesWithTextAreNeverEmpty) {
  for (const std::string_view html :
       {"hello", "<a href=x>only a link</a>", "<p>x", "<title>t</title><nav>menu</nav>"}) {
    EXPECT_FALSE(ExtractHtml(html, {}, "").blocks.empty()) << html;
  }
}

TEST(MainContentTest, EmptyPagesAreEmpty) {
  EXPECT_TRUE(ExtractHtml("", {}, "").blocks.empty());
  EXPECT_TRUE(ExtractHtml("<script>x</script>", {}, "").blocks.empty());
}

TEST(MainContentTest, RemovalsAndBlocksNeverOverlap) {
  const Extraction extraction = ExtractHtml(kPage, {}, "");
  for (const ExtractedBlock& block : extraction.blocks) {
    const ByteSpan source = block.text.ToSource({0, static_cast<int64_t>(block.text.text().size())});
    for (const Removal& removal : extraction.removals) EXPECT_FALSE(removal.raw.Overlaps(source));
  }
}

TEST(MainContentTest, TheMetadataBodyStandsInForATeaser) {
  std::string body;
  for (int i = 0; i < 20; ++i)
    body += "Phrase numéro " + std::to_string(i) + ", assez longue pour compter comme texte. ";
  const std::string html =
      "<script type='application/ld+json'>{\"@type\":\"NewsArticle\",\"articleBody\":\"" + body +
      "\"}</script><p>Phrase numéro 0, assez longue pour compter comme texte. La suite est réservée aux abonnés.</p>";
  const Extraction extraction = ExtractHtml(html, {}, "");
  EXPECT_NE(BodyOf(extraction).find("Phrase numéro 19"), std::string::npos);
  EXPECT_TRUE(HasWarning(extraction, "HTML_BODY_FROM_METADATA"));
}

TEST(MainContentTest, ACutPageIsAnAnswerWithAWarning) {
  EXPECT_TRUE(HasWarning(ExtractHtml(kPage.substr(0, kPage.size() / 2), {}, ""), "HTML_TRUNCATED"));
  EXPECT_FALSE(HasWarning(ExtractHtml(kPage, {}, ""), "HTML_TRUNCATED"));
}

TEST(MainContentTest, TheDateIsReadWhereTheArticleBegins) {
  std::string menu;
  for (int i = 0; i < 30; ++i) menu += "<li><a href='/" + std::to_string(i) + "'>Ressort</a></li>";
  const std::string teaser =
      "<p>Seit dem 3. Mai 2019 fährt die Bahn wieder, und viele Gäste freuen sich über die kürzere Reise ans Meer.</p>";
  const std::string page = "<html lang=de><body><header>" + teaser + "</header><nav><ul>" + menu +
                           "</ul></nav><article><h1>Hafen gesperrt</h1>"
                           "<p>24. April 2020 | Nachrichten</p><p>Die Behörden haben den Hafen für Fischerboote "
                           "gesperrt, weil nach dem Sturm noch immer Behälter treiben.</p>"
                           "<p>Die Fischer fordern schnelle Hilfe, größere Betriebe drohen mit einer Klage vor dem "
                           "Gericht in der Hauptstadt.</p></article></body></html>";
  const Extraction extraction = ExtractHtml(page, {}, "");
  ASSERT_TRUE(extraction.publish_time.has_value());
  EXPECT_EQ(absl::FormatTime("%Y-%m-%d", *extraction.publish_time, absl::UTCTimeZone()), "2020-04-24");
  EXPECT_TRUE(HasRule(extraction, "html.date"));
}

}  // namespace
}  // namespace polygist::ingest
