// Whole articles with what web pages leave around them: tests/golden/plain/articles.txt.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_split.h"
#include "ingest_service/extract/plain/plain_text.h"

namespace polygist::ingest {
namespace {

constexpr size_t kMinArticles = 27;
constexpr size_t kMinGoing = 280;  // Lines of all articles.
constexpr size_t kMaxLost = 2;

struct GoldenArticle {
  std::string name, title;
  std::vector<std::string> lines;  // Of the text.
  std::vector<std::string> stays;  // In this order.
  std::vector<std::string> goes;
  size_t lost = 0;

  friend void PrintTo(const GoldenArticle& article, std::ostream* out) { *out << article.name; }
};

std::vector<GoldenArticle> ReadArticles() {
  std::ifstream file(std::filesystem::path(POLYGIST_SOURCE_DIR) / "tests" / "golden" / "plain" / "articles.txt");
  std::vector<GoldenArticle> articles;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with("### ")) articles.push_back({.name = line.substr(4)});
    if (line.size() < 3 || line[0] == '#') continue;
    GoldenArticle& article = articles.back();
    const std::string text = line.substr(2);
    const std::vector<std::string> parts = absl::StrSplit(text, absl::MaxSplits(" ¦ ", 1));
    article.lines.push_back(absl::StrJoin(parts, " "));
    if (line[0] == '=') article.title = text;
    if (line[0] == '-') article.goes.push_back(text);
    article.lost += line[0] == '!';
    if (line[0] == '+' || line[0] == '~') article.stays.push_back(parts.back());
  }
  return articles;
}

std::vector<std::string> TextsOf(const Extraction& extraction) {
  std::vector<std::string> texts;
  for (const ExtractedBlock& block : extraction.blocks) {
    texts.emplace_back(absl::StripAsciiWhitespace(block.text.text()));
  }
  return texts;
}

class PlainArticlesTest : public ::testing::TestWithParam<GoldenArticle> {};

TEST_P(PlainArticlesTest, TheArticleStaysAndWhatIsMarkedGoes) {
  const GoldenArticle& article = GetParam();
  for (const char* between : {"\n", "\n\n"}) {
    const Extraction extraction = ExtractPlainText(absl::StrJoin(article.lines, between), {}, {});
    EXPECT_EQ(extraction.title, article.title);
    EXPECT_THAT(TextsOf(extraction), ::testing::ElementsAreArray(article.stays));
  }
}

INSTANTIATE_TEST_SUITE_P(Articles, PlainArticlesTest, ::testing::ValuesIn(ReadArticles()),
                         [](const auto& info) { return info.param.name; });

TEST(PlainArticlesFileTest, HoldsArticlesOfManyKinds) {
  const std::vector<GoldenArticle> articles = ReadArticles();
  EXPECT_GE(articles.size(), kMinArticles);
  size_t goes = 0;
  size_t lost = 0;
  for (const GoldenArticle& article : articles) {
    goes += article.goes.size();
    lost += article.lost;
  }
  EXPECT_GE(goes, kMinGoing);
  EXPECT_LE(lost, kMaxLost);
}

}  // namespace
}  // namespace polygist::ingest
