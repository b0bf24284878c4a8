// The words of a text as matching sees them: UAX 29 words, cut again at apostrophes.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"
#include "common/text/words.h"

namespace polygist::summary {

struct Token {
  ByteSpan span;       // UTF-8 bytes of the given text.
  std::string folded;  // As text::FoldForMatching gives it.
  text::WordKind kind = text::WordKind::kLetters;
  bool upper = false;  // First letter is upper or title case.
};

// "l’outil" gives "outil", "Kasım'da" gives "kasım", "OpenAI's" gives "openai": of the parts around
// an apostrophe those of two letters and less are dropped when a longer one remains, and what
// follows the apostrophe of a capitalised word is dropped when it is lower case (case endings of
// Turkish). Requires valid UTF-8.
std::vector<Token> Tokenize(std::string_view text);

}  // namespace polygist::summary
