#include "ingest_service/extract/plain/markup.h"

#include <algorithm>
#include <array>
#include <cstddef>
#include <optional>

namespace polygist::ingest {
namespace {

// A longer target is no target.
constexpr size_t kMaxTargetBytes = 2000;
constexpr size_t kMaxLinkTextBytes = 500;
// List signs, emphasis and white space.
constexpr std::string_view kAroundBrackets = " \t\r\n*_";

bool IsDigit(char c) { return c >= '0' && c <= '9'; }

bool LooksLikeTarget(std::string_view text) {
  for (const std::string_view start : {"http://", "https://", "/", "#", "mailto:", "javascript:"}) {
    if (text.starts_with(start)) return text.size() > start.size() || start == "/";
  }
  return false;
}

// What is a target in square brackets, too, where people write "[#1]" and "[/s]".
bool IsAddress(std::string_view text) {
  constexpr size_t kMinPathBytes = 4;
  return text.find("://") != std::string_view::npos || (text.starts_with('/') && text.size() >= kMinPathBytes);
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
  if (line[begin] != '[') return 0;
  const size_t end = EndOfBracket(line, begin, ']');
  if (end == 0) return 0;
  const std::string_view inside = line.substr(begin + 1, end - begin - 2);
  return IsAddress(inside) || (after_link_text && IsNumber(inside)) ? end : 0;
}

// The text in the brackets that `line` is all of, but for a list sign or emphasis before and behind; nothing without.
std::optional<std::string_view> InBrackets(std::string_view line) {
  const size_t begin = line.find_first_not_of(kAroundBrackets);
  const size_t end = line.find_last_not_of(kAroundBrackets);
  if (begin == std::string_view::npos || line[begin] != '[' || line[end] != ']' || end <= begin) return std::nullopt;
  const std::string_view inside = line.substr(begin + 1, end - begin - 1);
  return inside.find_first_of("[]") == std::string_view::npos ? std::optional(inside) : std::nullopt;
}

// Links without text: "[][7]".
bool IsAllTargets(std::string_view line) {
  const std::vector<ByteSpan> targets = FindLinkTargets(line);
  size_t covered = 0;
  for (const ByteSpan target : targets) {
    if (line.substr(covered, static_cast<size_t>(target.begin) - covered).find_first_not_of(" \t") !=
        std::string_view::npos)
      return false;
    covered = static_cast<size_t>(target.end);
  }
  return !targets.empty() && line.find_first_not_of(" \t", covered) == std::string_view::npos;
}

// "A ship [https://example.org/ship.jpg?w=90]".
bool EndsWithPictureFile(std::string_view line) {
  constexpr std::array<std::string_view, 6> kFormats = {".jpg", ".jpeg", ".png", ".gif", ".webp", ".svg"};
  constexpr size_t kMaxCaptionBytes = 300;
  if (!line.ends_with(']')) return false;
  const size_t open = line.rfind(" [");
  if (open == std::string_view::npos || open > kMaxCaptionBytes) return false;
  std::string_view address = line.substr(open + 2, line.size() - open - 3);
  address = address.substr(0, address.find('?'));
  return IsAddress(address) && std::any_of(kFormats.begin(), kFormats.end(),
                                           [&](std::string_view format) { return address.ends_with(format); });
}

// "harbour-2.jpg".
bool IsFileName(std::string_view text) {
  const size_t dot = text.rfind('.');
  if (dot == 0 || dot == std::string_view::npos) return false;
  const std::string_view ending = text.substr(dot + 1);
  return ending.size() >= 3 && ending.size() <= 4 &&
         std::all_of(ending.begin(), ending.end(), [](char c) { return (c >= 'a' && c <= 'z') || IsDigit(c); });
}

ByteSpan SpanOf(size_t begin, size_t end) { return {static_cast<int64_t>(begin), static_cast<int64_t>(end)}; }

// Whether a "!" that ends no sentence stands before the bracket at `open`.
bool OpensPicture(std::string_view line, size_t open) {
  return open > 0 && line[open - 1] == '!' && (open == 1 || line[open - 2] == ' ');
}

}  // namespace

std::vector<ByteSpan> FindLinkTargets(std::string_view line) {
  std::vector<ByteSpan> targets;
  size_t open = std::string_view::npos;  // The last "[" that may open the text of a link.
  for (size_t i = 0; i < line.size(); ++i) {
    const bool apart = (line[i] == '(' || line[i] == '[') && i > 0 && line[i - 1] == ' ';
    // "[https://...][12]" is a link whose text is an address.
    if (const size_t end = apart ? EndOfTarget(line, i, false) : 0; end > 0 && EndOfTarget(line, end, true) == 0) {
      targets.push_back(SpanOf(i - 1, end));
      i = end - 1;
    } else if (line[i] == '[') {
      open = i;
    } else if (line[i] == ']' && open != std::string_view::npos) {
      const size_t end = i - open < kMaxLinkTextBytes ? EndOfTarget(line, i + 1, true) : 0;
      if (end > 0) {
        targets.push_back(SpanOf(open - OpensPicture(line, open), open + 1));
        targets.push_back(SpanOf(i, end));
        i = end - 1;
      }
      open = std::string_view::npos;
    }
  }
  return targets;
}

bool IsLinkDefinition(std::string_view line) {
  // Where the line was too long, its target stands on the next.
  if (line.starts_with('[') && line.ends_with("]:") && IsNumber(line.substr(1, line.size() - 3))) return true;
  const size_t close = line.find("]: ");
  if (!line.starts_with('[') || close == std::string_view::npos || close > kMaxLinkTextBytes) return false;
  const std::string_view target = line.substr(close + 3);
  return LooksLikeTarget(target) && target.find(' ') == std::string_view::npos;
}

bool IsLoneTarget(std::string_view line) {
  const size_t begin = line.find_first_not_of(kAroundBrackets);
  if (begin == std::string_view::npos || line[begin] != '[') return false;
  const size_t first = line.find_first_not_of(" \t", begin + 1);
  if (first != std::string_view::npos && line[first] == ']' && IsAllTargets(line)) return true;
  const std::optional<std::string_view> inside = InBrackets(line);
  if (!inside.has_value() || inside->find_first_of(" \t\n") != std::string_view::npos) return false;
  return LooksLikeTarget(*inside) || IsFileName(*inside);
}

bool IsPicture(std::string_view line) {
  if (EndsWithPictureFile(line)) return true;
  const size_t begin = line.find_first_not_of(" \t");
  if (begin == std::string_view::npos || !line.substr(begin).starts_with("![")) return false;
  const size_t close = line.find(']', begin);
  if (close == std::string_view::npos || close - begin > kMaxLinkTextBytes) return false;
  const size_t end = EndOfTarget(line, close + 1, true);
  return end > 0 && line.find_first_not_of(" \t\r\n", end) == std::string_view::npos;
}

}  // namespace polygist::ingest
