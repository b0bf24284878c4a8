// How long a text is, in the units of budgets.
#pragma once

#include <cstdint>
#include <string_view>

#include "summary_service/summary/summary.h"

namespace polygist::summary {

struct Length {
  int32_t words = 0;       // What white space separates; each Han or Kana character counts as one.
  int32_t characters = 0;  // Code points.
};

// Requires valid UTF-8.
Length MeasureLength(std::string_view text);

// Whether `c` is a Han or Kana character, which counts as a word of its own.
bool IsWordCharacter(char32_t c);

// Whether `c` separates words (Unicode White_Space).
bool IsWhiteSpace(char32_t c);

// The longest beginning of `text`, in bytes, that ends between two words and keeps within `budget`, without
// white space at its end. A character budget that is less than the first word cuts inside that word, so that
// the result is never 0 when `text` is not empty. Ratios and sentences are no length of a text: all of it.
// Requires valid UTF-8 that does not start with white space.
int64_t LongestBeginning(std::string_view text, const Budget& budget);

}  // namespace polygist::summary
