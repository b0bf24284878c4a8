// The invented report of tests/data/encodings/story.tsv, one text in many languages, as the paragraphs of an article.
#pragma once

#include <cstddef>
#include <fstream>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_replace.h"
#include "absl/strings/str_split.h"

namespace polygist::testing {

// The rows of a table of the source tree, tab-separated; "#" opens a comment line.
inline std::vector<std::vector<std::string>> ReadTable(const std::string& path) {
  std::ifstream file(absl::StrCat(POLYGIST_SOURCE_DIR, "/", path));
  std::vector<std::vector<std::string>> rows;
  for (std::string line; std::getline(file, line);) {
    if (!line.empty() && line[0] != '#') rows.push_back(absl::StrSplit(line, '\t'));
  }
  return rows;
}

// Whole sentences in paragraphs of at least `bytes` each. Empty for a language without the story.
inline std::vector<std::string> StoryIn(const std::string& language, size_t bytes) {
  for (const auto& row : ReadTable("tests/data/encodings/story.tsv")) {
    if (row.at(0) != language) continue;
    std::vector<std::string> paragraphs(1);
    const std::string lines = absl::StrReplaceAll(row.at(1), {{". ", ".\n"}, {"。", "。\n"}, {"۔ ", "۔\n"}});
    for (const absl::string_view sentence : absl::StrSplit(lines, '\n', absl::SkipEmpty())) {
      if (paragraphs.back().size() >= bytes) paragraphs.emplace_back();
      absl::StrAppend(&paragraphs.back(), paragraphs.back().empty() ? "" : " ", sentence);
    }
    return paragraphs;
  }
  return {};
}

}  // namespace polygist::testing
