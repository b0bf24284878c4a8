#include "common/text/utf8.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <cstring>

namespace polygist::text {
namespace {

// Skips eight ASCII bytes at a time.
size_t SkipAscii(std::string_view bytes, size_t offset) {
  while (offset + 8 <= bytes.size()) {
    uint64_t block;
    std::memcpy(&block, bytes.data() + offset, sizeof block);
    if ((block & 0x8080808080808080ULL) != 0) break;
    offset += 8;
  }
  return offset;
}

}  // namespace

size_t ValidUtf8Prefix(std::string_view bytes) {
  const auto* data = reinterpret_cast<const uint8_t*>(bytes.data());
  const size_t size = bytes.size();
  size_t offset = 0;
  while (offset < size) {
    if (data[offset] < 0x80) {
      offset = SkipAscii(bytes, offset);
      while (offset < size && data[offset] < 0x80) ++offset;
      continue;
    }
    const size_t start = offset;
    UChar32 code_point;
    U8_NEXT(data, offset, size, code_point);
    if (code_point < 0) return start;
  }
  return size;
}

bool IsValidUtf8(std::string_view bytes) { return ValidUtf8Prefix(bytes) == bytes.size(); }

bool IsAscii(std::string_view bytes) {
  unsigned char all = 0;  // Without a way out on the first one found, this is read many bytes at a time.
  for (const char byte : bytes) all |= static_cast<unsigned char>(byte);
  return all < 0x80;
}

int64_t CountCodePoints(std::string_view text) {
  int64_t count = 0;
  for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xC0) != 0x80;
  return count;
}

char32_t internal::NextCodePoint(std::string_view text, size_t* offset) {
  const auto* data = reinterpret_cast<const uint8_t*>(text.data());
  UChar32 code_point;
  U8_NEXT_UNSAFE(data, *offset, code_point);
  return static_cast<char32_t>(code_point);
}

char32_t PreviousCodePoint(std::string_view text, size_t* offset) {
  const auto* data = reinterpret_cast<const uint8_t*>(text.data());
  UChar32 code_point;
  U8_PREV_UNSAFE(data, *offset, code_point);
  return static_cast<char32_t>(code_point);
}

bool IsCodePointBoundary(std::string_view text, size_t offset) {
  return offset >= text.size() || !U8_IS_TRAIL(static_cast<uint8_t>(text[offset]));
}

std::string_view TrimWhiteSpace(std::string_view text) {
  size_t begin = 0;
  while (begin < text.size()) {
    size_t next = begin;
    if (!u_isUWhiteSpace(static_cast<UChar32>(NextCodePoint(text, &next)))) break;
    begin = next;
  }
  size_t end = text.size();
  while (end > begin) {
    size_t previous = end;
    if (!u_isUWhiteSpace(static_cast<UChar32>(PreviousCodePoint(text, &previous)))) break;
    end = previous;
  }
  return text.substr(begin, end - begin);
}

}  // namespace polygist::text
