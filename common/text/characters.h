// What a code point is, as far as cleaning needs to know. Thin names over ICU's property tables.
#pragma once

namespace polygist::text {
namespace internal {

// The same beyond ASCII.
bool IsWhiteSpace(char32_t c);
bool IsLetter(char32_t c);
bool IsDigit(char32_t c);
bool IsUpper(char32_t c);
bool IsLower(char32_t c);

}  // namespace internal

// Unicode White_Space.
inline bool IsWhiteSpace(char32_t c) {
  return c < 0x80 ? c == ' ' || (c >= '\t' && c <= '\r') : internal::IsWhiteSpace(c);
}
// Ends a line: LF, VT, FF, CR, NEL, line and paragraph separator.
bool IsLineBreak(char32_t c);
// Unicode Alphabetic (letters and the vowel signs of Indic scripts); general categories Nd, P*, Lu
// and Lt, Ll.
inline bool IsLetter(char32_t c) { return c < 0x80 ? (c | 0x20) >= 'a' && (c | 0x20) <= 'z' : internal::IsLetter(c); }
inline bool IsDigit(char32_t c) { return c < 0x80 ? c >= '0' && c <= '9' : internal::IsDigit(c); }
bool IsPunctuation(char32_t c);
inline bool IsUpper(char32_t c) { return c < 0x80 ? c >= 'A' && c <= 'Z' : internal::IsUpper(c); }
inline bool IsLower(char32_t c) { return c < 0x80 ? c >= 'a' && c <= 'z' : internal::IsLower(c); }
// Simple lower-case mapping.
char32_t ToLower(char32_t c);
// Han, Hiragana, Katakana.
bool IsIdeographic(char32_t c);
// Letters and marks of scripts written without spaces between words: Thai, Lao, Khmer, Burmese.
bool IsWrittenWithoutSpaces(char32_t c);

// A letter or mark whose shape ZWJ or ZWNJ beside it can change: joining scripts (Arabic,
// Mongolian, ...) and scripts with conjuncts (Indic).
bool UsesJoiners(char32_t c);
// A sign that joins or silences consonants in an Indic script; a joiner after it selects the form.
bool IsVirama(char32_t c);
// May stand on either side of a ZWJ in an emoji sequence.
bool IsEmojiPart(char32_t c);
bool IsMongolian(char32_t c);

}  // namespace polygist::text
