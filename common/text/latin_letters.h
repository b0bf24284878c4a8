// Letters of the Latin alphabets without their marks.
#pragma once

#include <string>

namespace polygist::text {

// The letters told apart below; the others of the Latin script are rare.
inline constexpr char32_t kFirstLatinLetter = 0xC0, kLastLatinLetter = 0x24F;

// What becomes of a letter by CLDR's transform Latin-ASCII, in lower case: "e" of "É", "ss" of "ß"; empty where that is
// no letters a to z. `c`: in [kFirstLatinLetter, kLastLatinLetter]. Thread-safe.
const std::string& LatinLetters(char32_t c);

}  // namespace polygist::text
