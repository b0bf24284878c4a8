// The parts that written dates are made of.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::ingest {

// A run of digits of any script, a run of letters, or one other character that is no space.
struct DateToken {
  enum class Kind { kNumber, kWord, kMark } kind = Kind::kMark;
  ByteSpan span;
  int value = 0;  // Numbers; of nine digits at most.
  int digits = 0;
  char32_t mark = 0;  // Marks.
};

// The first 400 of `text`. Unit marks of Chinese, Japanese and Korean dates are marks, not letters.
std::vector<DateToken> SplitDateTokens(std::string_view text);

}  // namespace polygist::ingest
