// Sentences of short texts, by language and rule: tests/golden/sentences/<language>.txt.
//
// A case is a title "<language> <rule>: <what>", the text, a line "--", one sentence a line, and a
// line "==". "⏎" stands for a line feed inside a sentence. POLYGIST_UPDATE_GOLDEN=1 writes what the
// splitter does now into the files; review the difference as code.
#include <gtest/gtest.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <set>
#include <sstream>
#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/segment/sentences.h"

namespace polygist::ingest {
namespace {

constexpr std::string_view kLineFeedSign = "⏎";

// The names of segment::Rule (end-of-block needs none) and the two rules that look at no mark.
constexpr std::string_view kRules[] = {"continuation",
                                       "nothing-yet",
                                       "line-break",
                                       "wrapped-line",
                                       "full-mark",
                                       "quote-goes-on",
                                       "inside-title",
                                       "no-blank",
                                       "missing-blank",
                                       "list-marker",
                                       "spaced-period",
                                       "lower-case",
                                       "caseless-writer",
                                       "lower-case-start",
                                       "pause",
                                       "inside-bracket",
                                       "ordinal",
                                       "abbreviation-before",
                                       "abbreviation-number",
                                       "abbreviation-inside",
                                       "abbreviation-end",
                                       "initial",
                                       "unit",
                                       "acronym",
                                       "vowelless",
                                       "pictograph",
                                       "mark",
                                       "bullet",
                                       "blank"};

struct GoldenCase {
  std::string title;
  std::string text;
  std::string sentences;  // One a line.
};

std::filesystem::path GoldenFolder() {
  return std::filesystem::path(POLYGIST_SOURCE_DIR) / "tests" / "golden" / "sentences";
}

std::vector<GoldenCase> ReadCases(const std::filesystem::path& path) {
  std::ifstream file(path);
  std::vector<GoldenCase> cases;
  GoldenCase current;
  std::string* part = &current.title;
  for (std::string line; std::getline(file, line);) {
    if (line == "==") {
      cases.push_back(current);
      current = {};
      part = &current.title;
    } else if (line == "--") {
      part = &current.sentences;
    } else if (part == &current.title) {
      current.title = line;
      part = &current.text;
    } else {
      *part += line + "\n";
    }
  }
  return cases;
}

std::string SentencesOf(std::string_view text, std::string_view language) {
  Block block;
  block.span = {0, static_cast<int64_t>(text.size())};
  std::string lines;
  for (const Sentence& sentence : SplitSentences(text, std::vector<Block>{block}, language)) {
    for (const char c : Slice(text, sentence.span)) {
      c == '\n' ? lines.append(kLineFeedSign) : lines.append(1, c);
    }
    lines += '\n';
  }
  return lines;
}

std::vector<std::filesystem::path> GoldenFiles() {
  std::vector<std::filesystem::path> files;
  for (const auto& entry : std::filesystem::directory_iterator(GoldenFolder())) files.push_back(entry.path());
  std::sort(files.begin(), files.end());
  return files;
}

void WriteCases(const std::filesystem::path& path, const std::vector<GoldenCase>& cases) {
  std::ofstream file(path);
  for (const GoldenCase& golden : cases) {
    file << golden.title << '\n' << golden.text << "--\n" << golden.sentences << "==\n";
  }
}

class SentencesGoldenTest : public ::testing::TestWithParam<std::filesystem::path> {};

TEST_P(SentencesGoldenTest, TheSentencesAreThoseOfTheFile) {
  const std::string language = GetParam().stem().string();
  std::vector<GoldenCase> cases = ReadCases(GetParam());
  ASSERT_FALSE(cases.empty());
  const bool update = std::getenv("POLYGIST_UPDATE_GOLDEN") != nullptr;
  for (GoldenCase& golden : cases) {
    const std::string sentences = SentencesOf(golden.text, language);
    if (update) {
      golden.sentences = sentences;
    } else {
      EXPECT_EQ(sentences, golden.sentences) << golden.title;
    }
  }
  if (update) WriteCases(GetParam(), cases);
}

INSTANTIATE_TEST_SUITE_P(Languages, SentencesGoldenTest, ::testing::ValuesIn(GoldenFiles()),
                         [](const auto& info) { return info.param.stem().string(); });

TEST(SentencesGoldenFilesTest, EveryRuleHasACase) {
  std::set<std::string, std::less<>> named;
  for (const std::filesystem::path& path : GoldenFiles()) {
    for (const GoldenCase& golden : ReadCases(path)) {
      const size_t rule = golden.title.find(' ') + 1;
      named.insert(golden.title.substr(rule, golden.title.find(':') - rule));
    }
  }
  for (const std::string_view rule : kRules) EXPECT_TRUE(named.contains(rule)) << rule;
  EXPECT_EQ(named.size(), std::size(kRules));
}

}  // namespace
}  // namespace polygist::ingest
