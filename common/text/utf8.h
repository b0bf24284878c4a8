// UTF-8 as stored text: validity, counting, cutting.
#pragma once

#include <cstdint>
#include <string_view>

namespace polygist::text {
namespace internal {

// The same for any code point.
char32_t NextCodePoint(std::string_view text, size_t* offset);

}  // namespace internal

// Whether `bytes` is well-formed UTF-8 (no surrogates, no overlong forms, at most U+10FFFF).
bool IsValidUtf8(std::string_view bytes);

// Length of the longest well-formed prefix, in bytes.
size_t ValidUtf8Prefix(std::string_view bytes);

// Whether every byte is below 0x80.
bool IsAscii(std::string_view bytes);

// Number of code points. Requires valid UTF-8.
int64_t CountCodePoints(std::string_view text);

// The code point that starts at `*offset`, which is advanced past it.
// Requires valid UTF-8 and *offset < text.size().
inline char32_t NextCodePoint(std::string_view text, size_t* offset) {
  const auto byte = static_cast<unsigned char>(text[*offset]);
  return byte < 0x80 ? ++*offset, byte : internal::NextCodePoint(text, offset);
}

// The code point that ends at `*offset`, which is moved to its start.
// Requires valid UTF-8 and 0 < *offset <= text.size().
char32_t PreviousCodePoint(std::string_view text, size_t* offset);

// Whether `offset` lies between two code points (or at either end) of valid UTF-8.
bool IsCodePointBoundary(std::string_view text, size_t offset);

// `text` without white space (Unicode White_Space) at either end.
std::string_view TrimWhiteSpace(std::string_view text);

}  // namespace polygist::text
