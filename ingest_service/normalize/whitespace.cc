#include "ingest_service/normalize/whitespace.h"

#include "common/text/characters.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

struct Gap {
  size_t begin = 0;
  size_t end = 0;
  bool breaks_line = false;
};

// The white space that starts at `begin`.
Gap GapAt(std::string_view text, size_t begin) {
  Gap gap{begin, begin, false};
  while (gap.end < text.size()) {
    size_t next = gap.end;
    const char32_t c = text::NextCodePoint(text, &next);
    if (!text::IsWhiteSpace(c)) break;
    gap.breaks_line |= text::IsLineBreak(c);
    gap.end = next;
  }
  return gap;
}

void AppendGap(std::string_view text, const Gap& gap, LineBreaks line_breaks, text::MappedText* folded) {
  const char separator = gap.breaks_line && line_breaks == LineBreaks::kKept ? '\n' : ' ';
  const auto begin = static_cast<int64_t>(gap.begin);
  if (gap.end - gap.begin == 1 && text[gap.begin] == separator) {
    folded->AppendExact({&separator, 1}, begin);
  } else {
    folded->AppendDerived({&separator, 1}, {begin, static_cast<int64_t>(gap.end)});
  }
}

// First byte of the next white space at or after `offset`.
size_t NextGap(std::string_view text, size_t offset) {
  while (offset < text.size()) {
    const auto byte = static_cast<unsigned char>(text[offset]);
    if (byte < 0x80) {
      if (text::IsWhiteSpace(byte)) return offset;
      ++offset;
      continue;
    }
    size_t next = offset;
    if (text::IsWhiteSpace(text::NextCodePoint(text, &next))) return offset;
    offset = next;
  }
  return offset;
}

}  // namespace

bool HasOnlySingleSpaces(std::string_view text) {
  if (text.empty()) return true;
  if (text.front() == ' ' || text.back() == ' ') return false;
  for (size_t offset = NextGap(text, 0); offset < text.size(); offset = NextGap(text, offset + 1)) {
    if (text[offset] != ' ' || text[offset + 1] == ' ') return false;
  }
  return true;
}

text::MappedText FoldWhiteSpace(std::string_view text, LineBreaks line_breaks) {
  text::MappedText folded;
  size_t offset = GapAt(text, 0).end;
  while (offset < text.size()) {
    const size_t end = NextGap(text, offset);
    folded.AppendExact(text.substr(offset, end - offset), static_cast<int64_t>(offset));
    const Gap gap = GapAt(text, end);
    if (gap.end < text.size()) AppendGap(text, gap, line_breaks, &folded);
    offset = gap.end;
  }
  return folded;
}

}  // namespace polygist::ingest
