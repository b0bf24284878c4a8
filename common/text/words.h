// Words of a text: what scoring, matching and fingerprints count.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::text {

enum class WordKind {
  kLetters,      // Starts with a letter of any script but Han, Hiragana and Katakana.
  kNumber,       // Starts with a digit.
  kIdeographic,  // Han or Kana: what ICU's dictionary takes for one word.
};

struct Word {
  ByteSpan span;  // UTF-8 bytes of the given text.
  WordKind kind;

  friend bool operator==(const Word&, const Word&) = default;
};

// The words in reading order, by Unicode word boundaries (UAX 29, ICU; dictionaries for Thai, Lao, Khmer,
// Burmese, Chinese and Japanese). Spans never overlap; what is between words is white space and punctuation.
// Requires valid UTF-8. Thread-safe.
std::vector<Word> SplitWords(std::string_view text);

// `word` as it is compared: NFKC case folding, without accents of Latin, Greek and Cyrillic letters when
// `strip_accents`. Never for output.
std::string FoldForMatching(std::string_view word, bool strip_accents = false);

}  // namespace polygist::text
