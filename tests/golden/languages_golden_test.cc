// Languages of sentences, headlines and paragraphs: tests/golden/languages/*.tsv.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <filesystem>
#include <fstream>
#include <string>
#include <vector>

#include "ingest_service/identify/language.h"

namespace polygist::ingest {
namespace {

struct Row {
  std::string tag, text;  // Both empty: a blank line.
};

std::vector<Row> ReadRows(const std::string& name) {
  std::ifstream file(std::filesystem::path(POLYGIST_SOURCE_DIR) / "tests" / "golden" / "languages" / name);
  std::vector<Row> rows;
  for (std::string line; std::getline(file, line);) {
    if (line.starts_with('#')) continue;
    const size_t tab = line.find('\t');
    rows.push_back(tab == std::string::npos ? Row{} : Row{line.substr(0, tab), line.substr(tab + 1)});
  }
  return rows;
}

std::vector<std::vector<Row>> ReadArticles(const std::string& name) {
  std::vector<std::vector<Row>> articles;
  for (Row& row : ReadRows(name)) {
    if (row.tag.empty()) {
      articles.emplace_back();
    } else {
      articles.back().push_back(std::move(row));
    }
  }
  return articles;
}

class LanguagesGoldenTest : public testing::Test {
 protected:
  const LanguageModels models_ = LanguageModels::Load();
};

TEST_F(LanguagesGoldenTest, SentencesAreNamed) {
  const std::vector<Row> rows = ReadRows("sentences.tsv");
  EXPECT_GT(rows.size(), 60u);
  for (const Row& row : rows) EXPECT_EQ(IdentifyLanguage(row.text, {}, models_).tag, row.tag) << row.text;
}

TEST_F(LanguagesGoldenTest, HeadlinesAreNamedOrNotNamedWithConfidence) {
  constexpr int kUnsurePermille = 600;
  constexpr int kMostUnsure = 6;
  const std::vector<Row> rows = ReadRows("headlines.tsv");
  EXPECT_GT(rows.size(), 60u);
  int unsure = 0;
  for (const Row& row : rows) {
    const Language language = IdentifyLanguage(row.text, {}, models_);
    if (language.tag == row.tag) continue;
    EXPECT_LT(language.confidence_permille, kUnsurePermille) << language.tag << ": " << row.text;
    ++unsure;
  }
  EXPECT_LE(unsure, kMostUnsure);
}

TEST_F(LanguagesGoldenTest, ParagraphsInOtherLanguagesAreFound) {
  const std::vector<std::vector<Row>> articles = ReadArticles("mixed.tsv");
  EXPECT_GT(articles.size(), 10u);
  for (const std::vector<Row>& article : articles) {
    std::string text;
    std::vector<Block> blocks;
    for (const Row& row : article) {
      const auto begin = static_cast<int64_t>(text.size());
      text += row.text;
      blocks.push_back({.kind = BlockKind::kParagraph, .span = {begin, static_cast<int64_t>(text.size())}});
      text += "\n\n";
    }
    const Language language = IdentifyLanguage(text, {}, models_);
    std::vector<std::string> tags(article.size(), language.tag);
    for (const BlockLanguage& other : IdentifyBlocks(text, blocks, language, models_)) {
      tags[static_cast<size_t>(other.block)] = other.language.tag;
    }
    for (size_t i = 0; i < article.size(); ++i) EXPECT_EQ(tags[i], article[i].tag) << article[i].text;
  }
}

}  // namespace
}  // namespace polygist::ingest
