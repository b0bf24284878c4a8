#include "ingest_service/extract/plain/lines.h"

#include <algorithm>
#include <cstddef>
#include <optional>

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "ingest_service/extract/plain/broken_sentences.h"

namespace polygist::ingest {
namespace {

// Columns that line breakers are set to. Narrower lines are lists and poems, wider ones paragraphs.
constexpr int64_t kMinColumns = 40;
constexpr int64_t kMaxColumns = 132;
constexpr size_t kMinWrappedPairs = 4;
constexpr int64_t kLongLine = 1024;
// Share of breaks that a line breaker explains, and of those in mid sentence, before a text counts
// as wrapped.
constexpr double kMinExplained = 0.8;
constexpr double kMinMidSentence = 0.4;
// Of proportional letters, as texts from PDF have them, the fullest line holds so much more than others.
constexpr double kNarrowest = 0.85;
// Where no line is wider than the column, as a line breaker leaves it, and lists and headings stand among paragraphs,
// the share of breaks that are both is enough.
constexpr double kMinBoth = 0.3;

bool IsBlankCharacter(char32_t c) {
  return text::IsWhiteSpace(c) || c == 0xFEFF || (c >= 0x200B && c <= 0x200F) || c == 0x2060 || c < 0x20;
}

ByteSpan Trimmed(std::string_view text, ByteSpan span) {
  auto begin = static_cast<size_t>(span.begin);
  auto end = static_cast<size_t>(span.end);
  while (begin < end) {
    size_t next = begin;
    if (!IsBlankCharacter(text::NextCodePoint(text, &next))) break;
    begin = next;
  }
  while (end > begin) {
    size_t previous = end;
    if (!IsBlankCharacter(text::PreviousCodePoint(text, &previous))) break;
    end = previous;
  }
  return {static_cast<int64_t>(begin), static_cast<int64_t>(end)};
}

// Length of the line break at `offset`: 0 when there is none, 2 for CR LF.
size_t LineBreakLength(std::string_view text, size_t offset) {
  const auto byte = static_cast<unsigned char>(text[offset]);
  if (byte == '\r') return offset + 1 < text.size() && text[offset + 1] == '\n' ? 2 : 1;
  if (byte == '\n' || byte == '\v' || byte == '\f') return 1;
  if (byte != 0xC2 && byte != 0xE2) return 0;
  size_t next = offset;
  return text::IsLineBreak(text::NextCodePoint(text, &next)) ? next - offset : 0;
}

int64_t Width(std::string_view text, ByteSpan span) { return text::CountCodePoints(Slice(text, span)); }

// Ideographs stand without spaces, and nearly every two of them may be parted.
constexpr int64_t kIdeographicWord = 2;
// Behind a short line an address begins a line for itself, whatever its length.
constexpr int64_t kLongestWord = 20;

int64_t WidthOfFirstWord(std::string_view text, ByteSpan span) {
  const std::string_view line = Slice(text, span);
  size_t offset = 0;
  if (text::IsIdeographic(text::NextCodePoint(line, &offset))) return kIdeographicWord;
  const std::string_view word = line.substr(0, std::min(line.find(' '), line.size()));
  const int64_t width = text::CountCodePoints(word);
  return word.find("://") == std::string_view::npos ? width : std::min(width, kLongestWord);
}

// Whether a breaker at `columns` would have broken between the two lines. Where letters differ in width, lines full of
// narrow ones hold more of them; there a line that ends a sentence may as well be the last of its paragraph.
bool IsExplained(std::string_view text, ByteSpan line, ByteSpan next, int64_t columns) {
  const int64_t width = Width(text, line), filled = width + 1 + WidthOfFirstWord(text, next);
  if (width > columns + 1) return false;
  return filled > columns ||
         (static_cast<double>(filled) > kNarrowest * static_cast<double>(columns) && !EndsSentence(text, line));
}

// How the breaks of a text look for one column.
struct BreakCounts {
  double all = 0;
  double explained = 0;
  double mid_sentence = 0;
  double both = 0;
};

// Addresses cannot be broken and say nothing about the column.
bool HoldsAddress(std::string_view text, ByteSpan line) {
  return Slice(text, line).find("://") != std::string_view::npos;
}

BreakCounts CountBreaks(std::string_view text, const std::vector<Line>& lines, int64_t columns) {
  BreakCounts counts;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (lines[i + 1].after_blank || HoldsAddress(text, lines[i].span) || HoldsAddress(text, lines[i + 1].span))
      continue;
    ++counts.all;
    const bool explained = IsExplained(text, lines[i].span, lines[i + 1].span, columns);
    const bool mid_sentence = IsMidSentence(text, lines[i].span, lines[i + 1].span);
    counts.explained += explained;
    counts.mid_sentence += mid_sentence;
    counts.both += explained && mid_sentence;
  }
  return counts;
}

// Columns worth trying: the upper percentiles of the widths of lines that another one follows. The
// widest lines may be addresses that could not be broken.
std::vector<int64_t> LikelyColumns(std::string_view text, const std::vector<Line>& lines) {
  std::vector<int64_t> widths;
  for (size_t i = 0; i + 1 < lines.size(); ++i) {
    if (!lines[i + 1].after_blank && !HoldsAddress(text, lines[i].span)) widths.push_back(Width(text, lines[i].span));
  }
  if (widths.size() < kMinWrappedPairs) return {};
  std::sort(widths.begin(), widths.end());
  std::vector<int64_t> columns;
  for (const size_t percent : {80, 90, 95, 98, 100}) {
    const int64_t width = widths[(widths.size() - 1) * percent / 100];
    if (width >= kMinColumns && width <= kMaxColumns) columns.push_back(width);
  }
  columns.erase(std::unique(columns.begin(), columns.end()), columns.end());
  return columns;
}

int64_t WidestLine(std::string_view text, const std::vector<Line>& lines) {
  int64_t widest = 0;
  for (const Line& line : lines) {
    if (!HoldsAddress(text, line.span)) widest = std::max(widest, Width(text, line.span));
  }
  return widest;
}

bool LooksWrapped(const BreakCounts& counts, bool none_wider) {
  if (none_wider && counts.both >= std::max<double>(kMinWrappedPairs, kMinBoth * counts.all)) return true;
  return counts.explained >= kMinExplained * counts.all && counts.mid_sentence >= kMinMidSentence * counts.all;
}

// The column the text is wrapped at, if it is.
std::optional<int64_t> FindWrapping(std::string_view text, const std::vector<Line>& lines) {
  std::optional<int64_t> best;
  double most = 0;
  const std::vector<int64_t> likely = LikelyColumns(text, lines);
  const int64_t widest = likely.empty() ? 0 : WidestLine(text, lines);
  for (const int64_t columns : likely) {
    const BreakCounts counts = CountBreaks(text, lines, columns);
    if (!LooksWrapped(counts, widest <= columns + 1) || counts.explained <= most) continue;
    most = counts.explained;
    best = columns;
  }
  return best;
}

// What stands between two lines once they are joined.
enum class Joint {
  kNone,  // Nothing: ideographs, or a compound whose hyphen stays.
  kSpace,
  kHyphenated,  // Nothing, and the hyphen goes: a word was broken.
};

Joint JointOf(std::string_view text, ByteSpan line, ByteSpan next) {
  const char32_t last = LastCharacter(text, line);
  const char32_t first = FirstCharacter(text, next);
  if (text::IsIdeographic(last) && text::IsIdeographic(first)) return Joint::kNone;
  if (last != '-' || line.size() == 1) return Joint::kSpace;
  const char32_t before_hyphen = LastCharacter(text, {line.begin, line.end - 1});
  if (!text::IsLetter(before_hyphen) || !text::IsLetter(first)) return Joint::kSpace;
  return text::IsLower(before_hyphen) && text::IsLower(first) ? Joint::kHyphenated : Joint::kNone;
}

void AddLine(ByteSpan span, bool after_blank, std::vector<Line>* lines) {
  if (lines->size() >= kMaxLines && lines->back().span.size() < kLongLine) {
    lines->back().span.end = span.end;
  } else {
    lines->push_back({span, after_blank});
  }
}

}  // namespace

std::vector<Line> SplitLines(std::string_view text) {
  std::vector<Line> lines;
  bool after_blank = true;
  size_t begin = 0;
  for (size_t offset = 0; offset <= text.size();) {
    const size_t length = offset < text.size() ? LineBreakLength(text, offset) : 0;
    if (offset < text.size() && length == 0) {
      ++offset;
      continue;
    }
    const ByteSpan span = Trimmed(text, {static_cast<int64_t>(begin), static_cast<int64_t>(offset)});
    if (!span.empty()) AddLine(span, after_blank, &lines);
    after_blank = span.empty();
    offset += std::max<size_t>(length, 1);
    begin = offset;
  }
  return lines;
}

std::vector<Unit> JoinWrappedLines(std::string_view text, const std::vector<Line>& lines) {
  const std::optional<int64_t> wrapping = FindWrapping(text, lines);
  std::vector<Unit> units;
  size_t broken_until = 0;
  for (size_t i = 0; i < lines.size(); ++i) {
    const bool wrapped = wrapping && i > 0 && !lines[i].after_blank && !StartsListItem(text, lines[i].span) &&
                         IsExplained(text, lines[i - 1].span, lines[i].span, *wrapping);
    const bool inside = i < broken_until;
    if (!inside) broken_until = EndOfBrokenSentences(text, lines, i);
    if (wrapped || inside) {
      units.back().lines.push_back(lines[i].span);
    } else {
      units.push_back({{lines[i].span}});
    }
  }
  return units;
}

text::MappedText TextOfUnit(std::string_view text, const Unit& unit) {
  text::MappedText joined;
  for (size_t i = 0; i < unit.lines.size(); ++i) {
    const bool last = i + 1 == unit.lines.size();
    const Joint joint = last ? Joint::kNone : JointOf(text, unit.lines[i], unit.lines[i + 1]);
    ByteSpan line = unit.lines[i];
    if (joint == Joint::kHyphenated) --line.end;
    joined.AppendExact(Slice(text, line), line.begin);
    if (joint == Joint::kSpace) joined.AppendDerived(" ", {line.end, unit.lines[i + 1].begin});
  }
  return joined;
}

}  // namespace polygist::ingest
