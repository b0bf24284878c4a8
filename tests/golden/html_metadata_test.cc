// What pages say about their article: tests/golden/html/metadata.tsv around the articles of
// tests/data/encodings/story.tsv.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/time/time.h"
#include "ingest_service/extract/main_content.h"
#include "tests/support/story.h"

namespace polygist::ingest {
namespace {

constexpr size_t kParagraphBytes = 150;

struct PageCase {
  std::string language, head, markup, title, byline, site, time;

  friend void PrintTo(const PageCase& c, std::ostream* out) { *out << c.language << ": " << c.markup; }
};

std::vector<PageCase> ReadCases() {
  std::vector<PageCase> cases;
  for (const auto& row : polygist::testing::ReadTable("tests/golden/html/metadata.tsv"))
    cases.push_back({row.at(0), row.at(1), row.at(2), row.at(3), row.at(4), row.at(5), row.at(6)});
  return cases;
}

Extraction Extracted(const PageCase& c) {
  std::string page = absl::StrCat("<html lang='", c.language, "'><head>", c.head, "</head><body><article>", c.markup);
  for (const std::string& paragraph : polygist::testing::StoryIn(c.language, kParagraphBytes))
    absl::StrAppend(&page, "<p>", paragraph, "</p>");
  return ExtractHtml(page + "</article></body></html>", {}, "");
}

class HtmlMetadataTest : public ::testing::TestWithParam<PageCase> {};

TEST_P(HtmlMetadataTest, IsReadAndKeptOutOfTheBody) {
  const PageCase& c = GetParam();
  const Extraction extraction = Extracted(c);
  EXPECT_EQ(extraction.title, c.title);
  EXPECT_EQ(extraction.byline, c.byline);
  EXPECT_EQ(extraction.site_name, c.site);
  EXPECT_EQ(extraction.language_hint, c.language);
  std::vector<std::string> texts;
  for (const ExtractedBlock& block : extraction.blocks) texts.push_back(block.text.text());
  EXPECT_EQ(absl::StrJoin(texts, "\n"), absl::StrJoin(polygist::testing::StoryIn(c.language, kParagraphBytes), "\n"));
  ASSERT_EQ(extraction.publish_time.has_value(), !c.time.empty());
  if (c.time.empty()) return;
  EXPECT_EQ(absl::FormatTime("%Y-%m-%d %H:%M", *extraction.publish_time, absl::UTCTimeZone()), c.time);
  EXPECT_GE(extraction.publish_time_confidence_percent, 50);
}

INSTANTIATE_TEST_SUITE_P(Pages, HtmlMetadataTest, ::testing::ValuesIn(ReadCases()),
                         [](const ::testing::TestParamInfo<PageCase>& info) {
                           return absl::StrCat(info.param.language, "_", info.index);
                         });

}  // namespace
}  // namespace polygist::ingest
