// A half-open range of bytes in some text, and its algebra.
#pragma once

#include <algorithm>
#include <cstdint>
#include <string_view>

namespace polygist {

struct ByteSpan {
  int64_t begin = 0;  // First byte. Never negative.
  int64_t end = 0;    // One past the last byte. Never less than `begin`.

  int64_t size() const { return end - begin; }
  bool empty() const { return begin == end; }
  bool Contains(ByteSpan other) const { return begin <= other.begin && other.end <= end; }
  bool Overlaps(ByteSpan other) const { return begin < other.end && other.begin < end; }

  friend bool operator==(const ByteSpan&, const ByteSpan&) = default;
  friend auto operator<=>(const ByteSpan&, const ByteSpan&) = default;
};

// The smallest span that contains both.
inline ByteSpan Hull(ByteSpan a, ByteSpan b) { return {std::min(a.begin, b.begin), std::max(a.end, b.end)}; }

// The bytes of `span` in `text`. Requires: span.end <= text.size().
inline std::string_view Slice(std::string_view text, ByteSpan span) {
  return text.substr(static_cast<size_t>(span.begin), static_cast<size_t>(span.size()));
}

}  // namespace polygist
