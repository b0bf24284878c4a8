// What a run of text looks like, without knowing its language.
#pragma once

#include <cstdint>
#include <string_view>

namespace polygist::ingest {

// Counts over one text. Characters are code points other than white space.
struct TextShape {
  int32_t characters = 0;
  int32_t words = 0;  // Between white space; in scripts without spaces every second letter starts a word.
  int32_t letters = 0;
  int32_t dense_letters = 0;  // Of scripts that write words without spaces (Han, Kana, Thai, Lao, Khmer, Burmese).
  int32_t upper = 0;
  int32_t digits = 0;
  int32_t commas = 0;
  int32_t separators = 0;  // | • · » › / and the like: marks between items of a line.
  int32_t sentence_ends = 0;
  int32_t capitalized_words = 0;
  int32_t quotes = 0;
  int32_t digit_groups = 0;
  bool starts_lower = false;
  bool starts_upper = false;
  bool starts_digit = false;
  bool starts_quote = false;
  bool ends_sentence = false;  // Last mark, closing quotes and brackets aside, is . ! ? or their like.
  bool ends_colon = false;
  bool ends_ellipsis = false;
  bool has_at = false;
  bool has_copyright = false;
  bool has_url = false;

  // Characters as a script with spaces would need: a dense letter says as much as two and a half others.
  int32_t Weight() const { return characters + dense_letters * 3 / 2; }
};

// Requires valid UTF-8 for sensible counts; any bytes are safe.
TextShape ShapeOf(std::string_view text);

}  // namespace polygist::ingest
