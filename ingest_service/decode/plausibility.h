// How much a decoded text looks like writing.
//
// A wrong encoding shows in three ways: the letters are not those of the language that the rest of
// the text speaks, or are its rare ones (letter_model.h), capitals and symbols stand inside words,
// and the language identifier (CLD2) recognises nothing. No table of our own is needed, and every
// language of ICU is covered.
#pragma once

#include <cstdint>
#include <span>
#include <string_view>

namespace polygist::ingest {

struct Plausibility {
  double score = 0.0;    // About 1 for right text; 0 and less for a wrong decoding. Comparable
                         // between encodings.
  int64_t evidence = 0;  // Characters beyond ASCII that were judged.
};

// Judges the characters of `text` beyond ASCII. `languages` are CLD2 codes of the languages the
// encoding was made for. Requires valid UTF-8; U+FFFD counts as a character that could not be
// decoded.
Plausibility JudgeDecoding(std::string_view text, std::span<const std::string_view> languages);

}  // namespace polygist::ingest
