// Every rule of HTML extraction, in several languages: tests/golden/html/rules.tsv in the articles of
// tests/data/encodings/story.tsv; and parts of articles that must stay, tests/golden/html/kept.tsv.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <ostream>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "ingest_service/extract/main_content.h"
#include "tests/support/story.h"

namespace polygist::ingest {
namespace {

struct RuleCase {
  std::string rule, language, place, markup;
  std::vector<std::string> kept;  // Blocks that the markup makes in the body.

  friend void PrintTo(const RuleCase& c, std::ostream* out) { *out << c.rule << " " << c.language << ": " << c.markup; }
};

std::vector<RuleCase> ReadCases() {
  std::vector<RuleCase> cases;
  for (const auto& row : polygist::testing::ReadTable("tests/golden/html/rules.tsv"))
    cases.push_back({row.at(0), row.at(1), row.at(2), row.at(3), {}});
  return cases;
}

std::vector<RuleCase> ReadKept() {
  std::vector<RuleCase> cases;
  for (const auto& row : polygist::testing::ReadTable("tests/golden/html/kept.tsv"))
    cases.push_back({row.at(0), row.at(1), row.at(2), row.at(3), absl::StrSplit(row.at(4), "\\n")});
  return cases;
}

constexpr size_t kParagraphBytes = 150;

struct Page {
  std::string html;
  std::vector<std::string> paragraphs;
  std::vector<std::string> body;  // Paragraphs, and what is kept of the markup where it stands.
};

Page PageWith(const RuleCase& c) {
  Page page{.html = "", .paragraphs = polygist::testing::StoryIn(c.language, kParagraphBytes)};
  const std::string title = page.paragraphs.at(0).substr(0, page.paragraphs[0].find(' ', 40));
  const std::string markup =
      absl::StrReplaceAll(c.markup, {{"{title}", title}, {"{text}", absl::StrJoin(page.paragraphs, " ")}});
  page.html = absl::StrCat("<html lang='", c.language, "'><head><title>", title, "</title></head><body><article>");
  const auto add = [&](std::string_view place) {
    if (c.place != place) return;
    page.html += markup;
    page.body.insert(page.body.end(), c.kept.begin(), c.kept.end());
  };
  add("before");
  for (size_t i = 0; i < page.paragraphs.size(); ++i) {
    absl::StrAppend(&page.html, "<p>", page.paragraphs[i], "</p>");
    page.body.push_back(page.paragraphs[i]);
    if (i == 0) add("inside");
  }
  add("after");
  page.html += "</article></body></html>";
  return page;
}

std::vector<std::string> TextsOf(const Extraction& extraction) {
  std::vector<std::string> texts;
  for (const ExtractedBlock& block : extraction.blocks) texts.push_back(block.text.text());
  return texts;
}

class HtmlKeptTest : public ::testing::TestWithParam<RuleCase> {};

TEST_P(HtmlKeptTest, StaysInItsPlace) {
  const Page page = PageWith(GetParam());
  EXPECT_THAT(TextsOf(ExtractHtml(page.html, {}, "")), ::testing::ElementsAreArray(page.body));
}

class HtmlRulesTest : public ::testing::TestWithParam<RuleCase> {};

TEST_P(HtmlRulesTest, RemovesWhatItIsForAndNothingElse) {
  const Page page = PageWith(GetParam());
  const Extraction extraction = ExtractHtml(page.html, {}, "");
  EXPECT_THAT(TextsOf(extraction), ::testing::ElementsAreArray(page.paragraphs));
  std::vector<std::string> rules;
  for (const Removal& removal : extraction.removals) {
    rules.push_back(removal.rule);
    EXPECT_GT(removal.confidence_percent, 0);
    EXPECT_FALSE(removal.reason.empty());
  }
  EXPECT_THAT(rules, ::testing::Contains(GetParam().rule));
}

TEST_P(HtmlRulesTest, DisabledItKeepsIt) {
  const Page page = PageWith(GetParam());
  NormalizeOptions options;
  options.disabled_rules.insert(GetParam().rule);
  EXPECT_GT(TextsOf(ExtractHtml(page.html, options, "")).size(), page.paragraphs.size());
}

TEST_P(HtmlRulesTest, KeepAllKeepsIt) {
  const Page page = PageWith(GetParam());
  NormalizeOptions options;
  options.keep_all = true;
  const Extraction extraction = ExtractHtml(page.html, options, "");
  EXPECT_GT(TextsOf(extraction).size(), page.paragraphs.size());
  EXPECT_THAT(extraction.removals, ::testing::IsEmpty());
}

std::string NameOf(const ::testing::TestParamInfo<RuleCase>& info) {
  return absl::StrCat(absl::StrReplaceAll(info.param.rule, {{"html.", ""}}), "_", info.param.language, "_", info.index);
}

INSTANTIATE_TEST_SUITE_P(Rules, HtmlRulesTest, ::testing::ValuesIn(ReadCases()), NameOf);
INSTANTIATE_TEST_SUITE_P(Parts, HtmlKeptTest, ::testing::ValuesIn(ReadKept()), NameOf);

}  // namespace
}  // namespace polygist::ingest
