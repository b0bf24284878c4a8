// Plain text cut into units: what stands for a paragraph, heading, list item or piece of furniture.
//
// A unit is a line, unless the text is hard-wrapped; then the lines that a line breaker cut apart
// are one unit. So are lines in which a sentence runs over.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"
#include "common/text/mapped_text.h"

namespace polygist::ingest {

struct Line {
  ByteSpan span;             // Of the decoded text, without white space at either end. Never empty.
  bool after_blank = false;  // An empty line, or the start of the text, precedes.
};

// No article has more lines. Every line costs a few hundred bytes of memory, so what stands behind them is taken in
// runs of lines of 1 KiB or more.
inline constexpr size_t kMaxLines = 100'000;

// The lines of `text` that hold more than white space and invisible characters.
std::vector<Line> SplitLines(std::string_view text);

struct Unit {
  std::vector<ByteSpan> lines;  // Of the decoded text; at least one.
  ByteSpan span() const { return Hull(lines.front(), lines.back()); }
};

// Lines joined where the text is hard-wrapped. A break is a wrap when the first word of the next
// line would not have fitted on this one, in a text whose breaks nearly all are of that kind. In any text it is one
// when a sentence that opens with a capital goes on behind it with a small letter and has its end on one of the
// lines that go on so.
std::vector<Unit> JoinWrappedLines(std::string_view text, const std::vector<Line>& lines);

// The text of `unit`: lines joined by a space, or by nothing where a word was hyphenated over the
// line end (the hyphen goes too), or where ideographs meet. Maps to the decoded text.
text::MappedText TextOfUnit(std::string_view text, const Unit& unit);

}  // namespace polygist::ingest
