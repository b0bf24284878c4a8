#include "ingest_service/extract/plain/markup.h"

#include <algorithm>
#include <cstddef>

namespace polygist::ingest {
namespace {

// A longer target is no target.
constexpr size_t kMaxTargetBytes = 2000;
constexpr size_t kMaxLinkTextBytes = 500;

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool LooksLikeTarget(std::string_view text) {
  for (const std::string_view start : {"http://", "https://", "/", "#", "mailto:", "javascript:"}) {
    if (text.starts_with(start)) return text.size() > start.size() || start == "/";
  }
  return false;
}

// End of the bracket that opens at `begin`, one past its closing sign; 0 when it holds white space
// or does not close.
size_t EndOfBracket(std::string_view line, size_t begin, char close) {
  const size_t limit = std::min(line.size(), begin + kMaxTargetBytes);
  int depth = 0;
  for (size_t i = begin; i < limit; ++i) {
    if (line[i] == ' ' || line[i] == '\t') return 0;
    if (line[i] == line[begin]) ++depth;
    if (line[i] == close && --depth == 0) return i + 1;
  }
  return 0;
}

bool IsNumber(std::string_view text) { return !text.empty() && std::all_of(text.begin(), text.end(), IsDigit); }

// End of the target that opens at `begin`; 0 when there is none. `after_link_text` also takes
// numbered references.
size_t EndOfTarget(std::string_view line, size_t begin, bool after_link_text) {
  if (begin >= line.size()) return 0;
  if (line[begin] == '(') {
    const size_t end = EndOfBracket(line, begin, ')');
    return end > 0 && LooksLikeTarget(line.substr(begin + 1, end - begin - 2)) ? end : 0;
  }
  if (line[begin] != '[' || !after_link_text) return 0;
  const size_t end = EndOfBracket(line, begin, ']');
  return end > 0 && IsNumber(line.substr(begin + 1, end - begin - 2)) ? end : 0;
}

ByteSpan SpanOf(size_t begin, size_t end) { return {static_cast<int64_t>(begin), static_cast<int64_t>(end)}; }

}  // namespace

std::vector<ByteSpan> FindLinkTargets(std::string_view line) {
  std::vector<ByteSpan> targets;
  size_t open = std::string_view::npos;  // The last "[" that may open the text of a link.
  for (size_t i = 0; i < line.size(); ++i) {
    if (line[i] == '[') {
      open = i;
    } else if (line[i] == ']' && open != std::string_view::npos) {
      const size_t end = i - open < kMaxLinkTextBytes ? EndOfTarget(line, i + 1, true) : 0;
      if (end > 0) {
        targets.push_back(SpanOf(open, open + 1));
        targets.push_back(SpanOf(i, end));
        i = end - 1;
      }
      open = std::string_view::npos;
    } else if (line[i] == '(' && i > 0 && line[i - 1] == ' ') {
      const size_t end = EndOfTarget(line, i, false);
      if (end == 0) continue;
      targets.push_back(SpanOf(i - 1, end));
      i = end - 1;
    }
  }
  return targets;
}

bool IsLinkDefinition(std::string_view line) {
  const size_t close = line.find("]: ");
  if (!line.starts_with('[') || close == std::string_view::npos || close > kMaxLinkTextBytes) return false;
  const std::string_view target = line.substr(close + 3);
  return LooksLikeTarget(target) && target.find(' ') == std::string_view::npos;
}

}  // namespace polygist::ingest
