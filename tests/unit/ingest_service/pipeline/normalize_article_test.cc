#include "ingest_service/pipeline/normalize_article.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

namespace polygist::ingest {
namespace {

const LanguageModels& Models() {
  static const LanguageModels& models = *new LanguageModels(LanguageModels::Load());
  return models;
}

constexpr char kPage[] =
    "<!DOCTYPE html><html lang=\"nl\"><head><title>Brug dicht | Stadsnieuws</title></head><body>"
    "<nav><a href=\"/\">Home</a> <a href=\"/sport\">Sport</a></nav><article><h1>Brug dicht</h1>"
    "<p>De brug over de rivier blijft tot vrijdag dicht voor al het verkeer, meldt de gemeente maandag. "
    "Volgens een woordvoerder is de schade groter dan eerst werd gedacht.</p>"
    "<p>Omwonenden moeten omrijden via de ringweg. Dat kost hun ongeveer twintig minuten extra per rit, "
    "en de bussen volgen dezelfde route.</p></article></body></html>";

TEST(NormalizeArticleTest, TheSameContentGivesTheSameArticle) {
  const RawContent content{.bytes = kPage};
  const Article once = NormalizeArticle(content, Models());
  const Article again = NormalizeArticle(content, Models());
  EXPECT_EQ(once.revision, again.revision);
  EXPECT_EQ(once.text, again.text);
  EXPECT_EQ(once.sentences, again.sentences);
  EXPECT_EQ(once.removals, again.removals);
}

TEST(NormalizeArticleTest, EverythingGivenIsInTheRevision) {
  const RawContent base{.bytes = "Een bericht."};
  std::vector<RawContent> others(8, base);
  others[0].bytes += " ";
  others[1].media_type = "text/plain";
  others[2].url = "https://example.org";
  others[3].title = "Titel";
  others[4].language = "nl";
  others[5].labels["a"] = "b";
  others[6].options.keep_all = true;
  others[7].publish_time = absl::UnixEpoch();
  std::set<std::string> revisions = {NormalizeArticle(base, Models()).revision};
  for (const RawContent& other : others) revisions.insert(NormalizeArticle(other, Models()).revision);
  EXPECT_EQ(revisions.size(), others.size() + 1);
}

TEST(NormalizeArticleTest, HtmlIsToldFromTheBytesAndLeavesItsFrame) {
  const Article article = NormalizeArticle({.bytes = kPage}, Models());
  EXPECT_EQ(article.media_type, "text/html");
  EXPECT_EQ(article.title, "Brug dicht");
  EXPECT_EQ(article.language.tag, "nl");
  EXPECT_EQ(article.text.find("Sport"), std::string::npos);
  EXPECT_EQ(article.sentences.size(), 4u);
  EXPECT_TRUE(std::any_of(article.removals.begin(), article.removals.end(), [](const Removal& removal) {
    return std::string_view(kPage).substr(removal.raw.begin, removal.raw.size()).find("Sport") !=
           std::string_view::npos;
  }));
}

TEST(NormalizeArticleTest, RawSpansOfTranscodedTextCountRawBytes) {
  // "Élodie a été élue." in windows-1252: one byte for each accented letter.
  const std::string bytes =
      "La maire \xC9lodie Roux a \xE9t\xE9 r\xE9\xE9lue dimanche. Elle remercie ses \xE9lecteurs.";
  const Article article = NormalizeArticle({.bytes = bytes, .charset = "windows-1252"}, Models());
  ASSERT_EQ(article.sentences.size(), 2u);
  EXPECT_EQ(Slice(article.text, article.sentences[1].span), "Elle remercie ses électeurs.");
  EXPECT_EQ(Slice(bytes, article.sentences[1].raw), "Elle remercie ses \xE9lecteurs.");
}

TEST(NormalizeArticleTest, BlocksTileTheTextWithBlankLines) {
  const Article article = NormalizeArticle({.bytes = kPage}, Models());
  int64_t at = 0;
  for (const Block& block : article.blocks) {
    EXPECT_EQ(block.span.begin, at);
    EXPECT_FALSE(block.span.empty());
    at = block.span.end + 2;
  }
  EXPECT_EQ(at, static_cast<int64_t>(article.text.size()) + 2);
}

TEST(NormalizeArticleTest, ALanguageThatIsGivenIsBelieved) {
  const Article article = NormalizeArticle({.bytes = "Een kort bericht.", .language = "af"}, Models());
  EXPECT_EQ(article.language, (Language{"af", 1000, "Latn"}));
}

TEST(NormalizeArticleTest, BytesOfAnyKindAreAnAnswer) {
  std::string bytes;
  for (int i = 0; i < 5000; ++i) bytes += static_cast<char>((i * 7919) % 256);
  const Article article = NormalizeArticle({.bytes = bytes}, Models());
  EXPECT_FALSE(article.revision.empty());
  EXPECT_FALSE(article.warnings.empty());
}

TEST(NormalizeArticleTest, AFloodOfInvisibleCharactersHasAMapOfBoundedSize) {
  std::string bytes;
  for (int i = 0; i < 1'200'000; ++i) bytes += "a\u200B";
  const Article article = NormalizeArticle({.bytes = bytes, .language = "en"}, Models());
  EXPECT_EQ(article.text, std::string(1'200'000, 'a'));
  EXPECT_LE(article.raw_map.size(), 1'000'000u);
  int64_t end = 0;
  for (const text::MappedRun& run : article.raw_map) {
    EXPECT_EQ(run.text.begin, end);
    end = run.text.end;
  }
  EXPECT_EQ(end, 1'200'000);
}

}  // namespace
}  // namespace polygist::ingest
