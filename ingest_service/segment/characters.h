// What a code point means for sentence boundaries, by Unicode properties (ICU).
//
// All functions are pure and thread-safe. Positions are byte offsets into valid UTF-8.
#pragma once

#include <cstddef>
#include <string_view>

#include "common/text/utf8.h"

namespace polygist::ingest::segment {

// White space and the invisible characters that may stand between two sentences (zero-width space,
// byte order mark, bidirectional controls).
bool IsBlank(char32_t c);
bool IsIgnorable(char32_t c);    // The invisible ones only.
bool IsBidiControl(char32_t c);  // Of these, the directional ones: one after a mark belongs to it.
bool IsLetter(char32_t c);
bool IsLower(char32_t c);
bool IsUpper(char32_t c);  // Upper or title case.
bool IsDigit(char32_t c);
// Continues the character before it: combining marks, joiners, variation selectors.
bool IsExtender(char32_t c);
bool IsPictograph(char32_t c);  // Emoji and the like; not the copyright and trade mark signs.
bool IsBullet(char32_t c);
bool IsDash(char32_t c);
// Quotation marks of every script, the typewriter's " and ' and ` included.
bool IsQuote(char32_t c);
bool IsOpeningBracket(char32_t c);
bool IsClosingBracket(char32_t c);
// Blanks, quotes, brackets and bullets: what no word reaches across.
bool SeparatesWords(char32_t c);
// Punctuation after which a sentence goes on: comma, semicolon, colon of any script, slash, equals,
// percent.
bool IsContinuation(char32_t c);
// Two of them are a full stop typed by hand.
inline constexpr char32_t kEthiopicWordspace = U'፡';
// A full stop that is also used inside words and numbers: "." and its full-width twin.
bool IsPeriod(char32_t c);
bool IsEllipsis(char32_t c);
// "!" and "?" and their like in Latin, Cyrillic and Greek text: need a blank after them.
bool IsSpacedMark(char32_t c);
// A mark that ends a sentence with or without a blank after it (Unicode Sentence_Terminal, without
// the above).
bool IsFullMark(char32_t c);
// Whether a character beyond ASCII is any of the marks above, a bullet or a pictograph. One table
// look-up for the Basic Multilingual Plane: asked once per character of most Asian text.
bool MayEndSentence(char32_t c);

// The code point that starts at `at`, or 0 when `at` is not inside the text.
inline char32_t CharacterAt(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  const auto byte = static_cast<unsigned char>(text[at]);
  return byte < 0x80 ? byte : text::NextCodePoint(text, &at);
}
// The code point that ends at `at`, or 0 at the begin of the text.
char32_t CharacterBefore(std::string_view text, size_t at);
// Offset after the code point at `at`. Requires at < text.size().
inline size_t After(std::string_view text, size_t at) {
  if (static_cast<unsigned char>(text[at]) < 0x80) return at + 1;
  text::NextCodePoint(text, &at);
  return at;
}
// Offset of the code point that ends at `at`. Requires at > 0.
inline size_t Before(std::string_view text, size_t at) {
  do --at;
  while (at > 0 && (text[at] & 0xC0) == 0x80);
  return at;
}
// Offset of the first character from `at` on that is not blank.
size_t SkipBlanks(std::string_view text, size_t at);

}  // namespace polygist::ingest::segment
