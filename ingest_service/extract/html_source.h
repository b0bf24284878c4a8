// The text of a page before it is parsed.
#pragma once

#include <string>
#include <string_view>

namespace polygist::ingest {

inline bool IsHtmlSpace(char c) { return c == ' ' || c == '\n' || c == '\t' || c == '\r' || c == '\f'; }

// `html` as libxml2 may have it, byte for byte in the same places: no NUL (which ends its input), valid UTF-8 (or
// it guesses another encoding), no tag of unbounded cost.
std::string MakeParsable(std::string_view html);

// Whether a page ends before its end: inside a tag or comment, or without an end tag of the <html> or <body> it opened.
// (The standard lets authors leave those out; hardly any page does.)
bool EndsEarly(std::string_view html);

}  // namespace polygist::ingest
