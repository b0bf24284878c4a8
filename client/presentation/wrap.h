// Text laid out for people.
#pragma once

#include <string>
#include <string_view>

namespace polygist::client {

// Columns that `text` takes on a terminal: wide East Asian characters take two, combining marks
// none.
int DisplayWidth(std::string_view text);

// `text` as one paragraph of lines of at most `width` columns (0: one line), each ended by a line
// feed. The first begins with `first_indent`, the others with as many spaces. Broken where Unicode
// allows it (UAX 14); a part that fits no line stands alone. White space runs become one space,
// control characters vanish: what a service sends cannot steer the terminal. Requires valid UTF-8.
std::string Wrap(std::string_view text, int width, std::string_view first_indent = "");

}  // namespace polygist::client
