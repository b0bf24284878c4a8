// Pages of unusual layouts: tests/golden/html/pages/NAME.html, and in NAME.txt what the article holds ("+"), what it
// does not ("-"), and what should not be in it but is ("~").
#include <gtest/gtest.h>

#include <algorithm>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "ingest_service/extract/main_content.h"

namespace polygist::ingest {
namespace {

namespace fs = std::filesystem;

constexpr size_t kMinPages = 6;

const fs::path& Folder() {
  static const fs::path folder = fs::path(POLYGIST_SOURCE_DIR) / "tests" / "golden" / "html" / "pages";
  return folder;
}

std::vector<std::string> PageNames() {
  std::vector<std::string> names;
  for (const auto& entry : fs::directory_iterator(Folder())) {
    if (entry.path().extension() == ".html") names.push_back(entry.path().stem().string());
  }
  std::sort(names.begin(), names.end());
  return names;
}

std::string BodyOf(const std::string& name) {
  std::ifstream file(Folder() / (name + ".html"), std::ios::binary);
  const std::string html{std::istreambuf_iterator<char>(file), {}};
  std::string body;
  for (const ExtractedBlock& block : ExtractHtml(html, {}, "").blocks) absl::StrAppend(&body, block.text.text(), "\n");
  return body;
}

class HtmlPagesTest : public testing::TestWithParam<std::string> {};

TEST_P(HtmlPagesTest, HoldsTheArticleAndNothingElse) {
  const std::string body = BodyOf(GetParam());
  std::ifstream marks(Folder() / (GetParam() + ".txt"));
  for (std::string line; std::getline(marks, line);) {
    EXPECT_EQ(absl::StrContains(body, line.substr(2)), line[0] != '-') << line << "\nin\n" << body;
  }
}

INSTANTIATE_TEST_SUITE_P(Pages, HtmlPagesTest, testing::ValuesIn(PageNames()),
                         [](const auto& info) { return info.param; });

TEST(HtmlPagesFolderTest, HoldsPages) { EXPECT_GE(PageNames().size(), kMinPages); }

}  // namespace
}  // namespace polygist::ingest
