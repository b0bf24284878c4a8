// Residue of markup around words: signs of emphasis and of headings, as Markdown writes them.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::ingest {

// Spans of the signs around emphasised text: "**closed**", "_until Sunday_". As many asterisks or low lines, three at
// most, stand on either side, between the text and what is neither letter nor digit. Ascending. Linear.
std::vector<ByteSpan> FindEmphasis(std::string_view line);

// "## " at the beginning of a line.
struct HeadingMark {
  size_t length = 0;  // With the spaces behind it; 0 without one.
  int level = 0;      // 1 to 6.
};
HeadingMark FindHeadingMark(std::string_view line);

}  // namespace polygist::ingest
