// White space of one block.
#pragma once

#include <string_view>

#include "common/text/mapped_text.h"

namespace polygist::ingest {

enum class LineBreaks {
  kToSpaces,  // A line break is white space like any other.
  kKept,      // Lines stay lines: one "\n" for any number of line breaks (preformatted text).
};

// Whether folding would change nothing.
bool HasOnlySingleSpaces(std::string_view text);

// Folds every run of white space (Unicode White_Space) to one U+0020, or to one "\n" where lines
// are kept and the run holds a line break; drops it at both ends. Requires valid UTF-8.
text::MappedText FoldWhiteSpace(std::string_view text, LineBreaks line_breaks);

}  // namespace polygist::ingest
