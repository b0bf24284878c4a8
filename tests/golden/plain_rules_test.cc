// Every rule of plain text, in several languages: tests/golden/plain/rules.tsv around the articles of
// tests/data/encodings/story.tsv, and the like of it that must stay.
#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <map>
#include <ostream>
#include <set>
#include <string>
#include <vector>

#include "absl/strings/ascii.h"
#include "absl/strings/match.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"
#include "ingest_service/extract/plain/plain_text.h"
#include "tests/support/story.h"

namespace polygist::ingest {
namespace {

constexpr size_t kParagraphBytes = 200;
constexpr char kStays[] = "keep";  // Instead of a rule: nothing of it may go.
constexpr char kStory[] = "story";
constexpr size_t kMinLanguages = 5;
// Running text: the judge is sure of it in whole pages only, which tests/bench measures.
constexpr char kJudgedByTheWhole[] = "plain.blurb";

struct RuleCase {
  std::string rule, language, place, text, rest;

  friend void PrintTo(const RuleCase& c, std::ostream* out) { *out << c.rule << " " << c.language << ": " << c.text; }
};

std::vector<std::string> Lines(const std::string& cell) { return absl::StrSplit(cell, "\\n", absl::SkipEmpty()); }

std::vector<RuleCase> ReadCases() {
  std::vector<RuleCase> cases;
  for (const auto& row : polygist::testing::ReadTable("tests/golden/plain/rules.tsv")) {
    if (row.at(0) == kStory) continue;
    cases.push_back({row.at(0), row.at(1), row.at(2), row.at(3), row.size() > 4 ? row[4] : ""});
  }
  return cases;
}

std::vector<std::string> StoryOf(const std::string& language) {
  for (const auto& row : polygist::testing::ReadTable("tests/golden/plain/rules.tsv")) {
    if (row.at(0) == kStory && row.at(1) == language) return Lines(row.at(3));
  }
  return polygist::testing::StoryIn(language, kParagraphBytes);
}

struct Sample {
  std::string text;
  std::vector<std::string> expected;  // What must be left, in order.
};

Sample SampleOf(const RuleCase& c) {
  const std::vector<std::string> story = StoryOf(c.language);
  const std::string insert = absl::StrReplaceAll(c.text, {{"{paragraph}", story.at(0)}});
  const std::vector<std::string> rest = Lines(c.rule == kStays ? insert : c.rest);
  Sample sample;
  std::vector<std::string> lines;
  const auto add = [&](const std::vector<std::string>& in, const std::vector<std::string>& out) {
    lines.insert(lines.end(), in.begin(), in.end());
    sample.expected.insert(sample.expected.end(), out.begin(), out.end());
  };
  if (c.place == "before") add(Lines(insert), rest);
  for (size_t i = 0; i < story.size(); ++i) {
    if (i == 0 && c.place == "opening") {
      add({absl::StrCat(insert, " ", story[0])}, {c.rule == kStays ? absl::StrCat(insert, " ", story[0]) : story[0]});
    } else {
      add({story[i]}, {story[i]});
    }
    if (c.place == "inside" && i == 0) add(Lines(insert), rest);
  }
  if (c.place == "after") add(Lines(insert), rest);
  sample.text = absl::StrJoin(lines, "\n\n") + "\n";
  return sample;
}

std::vector<std::string> TextsOf(const Extraction& extraction) {
  std::vector<std::string> texts;
  for (const ExtractedBlock& block : extraction.blocks) {
    std::string text = block.text.text();
    absl::StripAsciiWhitespace(&text);
    texts.push_back(text);
  }
  return texts;
}

std::set<std::string> RulesIn(const Extraction& extraction) {
  std::set<std::string> rules;
  for (const Removal& removal : extraction.removals) {
    EXPECT_FALSE(removal.reason.empty());
    EXPECT_GT(removal.confidence_percent, 0);
    rules.insert(removal.rule);
  }
  return rules;
}

Extraction Extracted(const RuleCase& c, const NormalizeOptions& options) {
  return ExtractPlainText(SampleOf(c).text, {.language = c.language}, options);
}

class PlainRulesTest : public ::testing::TestWithParam<RuleCase> {};

TEST_P(PlainRulesTest, RemovesWhatItIsForAndNothingElse) {
  const Extraction extraction = Extracted(GetParam(), {});
  EXPECT_THAT(TextsOf(extraction), ::testing::ElementsAreArray(SampleOf(GetParam()).expected));
  if (GetParam().rule == "plain.title") {
    EXPECT_EQ(extraction.title, GetParam().text);
  }
  const std::set<std::string> rules = RulesIn(extraction);
  if (GetParam().rule == kStays) {
    EXPECT_THAT(rules, ::testing::IsSubsetOf({"plain.title"})) << "beside a title, nothing goes";
  } else {
    EXPECT_THAT(rules, ::testing::Contains(GetParam().rule));
  }
}

TEST_P(PlainRulesTest, DisabledItDoesNotFire) {
  NormalizeOptions options;
  options.disabled_rules.insert(GetParam().rule);
  EXPECT_THAT(RulesIn(Extracted(GetParam(), options)), ::testing::Not(::testing::Contains(GetParam().rule)));
}

std::string NameOf(const ::testing::TestParamInfo<RuleCase>& info) {
  return absl::StrCat(absl::StrReplaceAll(info.param.rule, {{"plain.", ""}, {"-", "_"}}), "_", info.param.language, "_",
                      info.index);
}

INSTANTIATE_TEST_SUITE_P(Rules, PlainRulesTest, ::testing::ValuesIn(ReadCases()), NameOf);

// The rules that ingest_service/extract/plain/README.md names are those that the table tests.
TEST(PlainRulesTableTest, HasEveryRuleInSeveralLanguages) {
  std::map<std::string, std::set<std::string>> languages;
  for (const RuleCase& c : ReadCases()) languages[c.rule].insert(c.language);
  for (const auto& row : polygist::testing::ReadTable("ingest_service/extract/plain/README.md")) {
    const std::vector<std::string> cells = absl::StrSplit(row.at(0), '|');
    if (cells.size() < 3 || !absl::StrContains(cells[1], "`plain.")) continue;
    for (const absl::string_view part : absl::StrSplit(cells[1], '`')) {
      if (!absl::StartsWith(part, "plain.") || part == kJudgedByTheWhole) continue;
      EXPECT_GE(languages[std::string(part)].size(), kMinLanguages) << part;
    }
  }
}

}  // namespace
}  // namespace polygist::ingest
