// Prints the sentences of texts: reads "id<TAB>language<TAB>text" lines, where text has "\n" for a
// line feed and
// "\\" for a backslash, takes every line of a text for a block, and prints "id<TAB>sentence" lines.
#include <iostream>
#include <string>
#include <string_view>
#include <vector>

#include "ingest_service/segment/sentences.h"

namespace {

std::string Unescape(std::string_view escaped) {
  std::string text;
  for (size_t i = 0; i < escaped.size(); ++i) {
    if (escaped[i] == '\\' && i + 1 < escaped.size()) {
      ++i;
      text.push_back(escaped[i] == 'n' ? '\n' : escaped[i]);
    } else {
      text.push_back(escaped[i]);
    }
  }
  return text;
}

std::string Escape(std::string_view text) {
  std::string escaped;
  for (const char c : text) {
    if (c == '\n') {
      escaped += "\\n";
    } else {
      if (c == '\\') escaped.push_back('\\');
      escaped.push_back(c);
    }
  }
  return escaped;
}

std::vector<polygist::ingest::Block> LinesAsBlocks(std::string_view text) {
  std::vector<polygist::ingest::Block> blocks;
  size_t begin = 0;
  while (begin <= text.size()) {
    const size_t end = std::min(text.find('\n', begin), text.size());
    polygist::ingest::Block block;
    block.span = {static_cast<int64_t>(begin), static_cast<int64_t>(end)};
    blocks.push_back(block);
    begin = end + 1;
  }
  return blocks;
}

}  // namespace

int main() {
  std::string line;
  while (std::getline(std::cin, line)) {
    const size_t first = line.find('\t');
    const size_t second = line.find('\t', first + 1);
    if (second == std::string::npos) continue;
    const std::string text = Unescape(std::string_view(line).substr(second + 1));
    const std::string language = line.substr(first + 1, second - first - 1);
    for (const auto& sentence : polygist::ingest::SplitSentences(text, LinesAsBlocks(text), language)) {
      std::cout << line.substr(0, first) << '\t' << Escape(polygist::Slice(text, sentence.span)) << '\n';
    }
  }
  return 0;
}
