#include "common/text/characters.h"

#include <unicode/uchar.h>
#include <unicode/uscript.h>

namespace polygist::text {
namespace {

UChar32 Icu(char32_t c) { return static_cast<UChar32>(c); }

UScriptCode ScriptOf(char32_t c) {
  UErrorCode error = U_ZERO_ERROR;
  return uscript_getScript(Icu(c), &error);
}

}  // namespace

namespace internal {

bool IsWhiteSpace(char32_t c) { return u_isUWhiteSpace(Icu(c)) != 0; }
bool IsLetter(char32_t c) { return u_isUAlphabetic(Icu(c)) != 0; }
bool IsDigit(char32_t c) { return u_isdigit(Icu(c)) != 0; }
bool IsUpper(char32_t c) { return u_isupper(Icu(c)) || u_istitle(Icu(c)); }
bool IsLower(char32_t c) { return u_islower(Icu(c)) != 0; }

}  // namespace internal

bool IsLineBreak(char32_t c) { return (c >= '\n' && c <= '\r') || c == 0x85 || c == 0x2028 || c == 0x2029; }

bool IsPunctuation(char32_t c) { return u_ispunct(Icu(c)) != 0; }
char32_t ToLower(char32_t c) { return static_cast<char32_t>(u_tolower(Icu(c))); }

bool IsIdeographic(char32_t c) {
  if (c < 0x2E80) return false;
  const UScriptCode script = ScriptOf(c);
  return script == USCRIPT_HAN || script == USCRIPT_HIRAGANA || script == USCRIPT_KATAKANA;
}

bool IsWrittenWithoutSpaces(char32_t c) {
  return c >= 0xE00 && u_getIntPropertyValue(Icu(c), UCHAR_LINE_BREAK) == U_LB_COMPLEX_CONTEXT;
}

bool UsesJoiners(char32_t c) {
  if (c < 0x600) return false;
  const int32_t joining = u_getIntPropertyValue(Icu(c), UCHAR_JOINING_TYPE);
  if (joining == U_JT_JOIN_CAUSING) return false;  // The joiners themselves.
  if (joining == U_JT_TRANSPARENT) return u_charType(Icu(c)) == U_NON_SPACING_MARK;
  if (joining != U_JT_NON_JOINING) return true;
  return u_getIntPropertyValue(Icu(c), UCHAR_INDIC_SYLLABIC_CATEGORY) != U_INSC_OTHER;
}

bool IsVirama(char32_t c) {
  if (c < 0x900) return false;
  const int32_t category = u_getIntPropertyValue(Icu(c), UCHAR_INDIC_SYLLABIC_CATEGORY);
  return category == U_INSC_VIRAMA || category == U_INSC_PURE_KILLER || category == U_INSC_INVISIBLE_STACKER;
}

bool IsEmojiPart(char32_t c) {
  return c == 0xFE0F || u_hasBinaryProperty(Icu(c), UCHAR_EXTENDED_PICTOGRAPHIC) ||
         u_hasBinaryProperty(Icu(c), UCHAR_EMOJI_MODIFIER);
}

bool IsMongolian(char32_t c) { return ScriptOf(c) == USCRIPT_MONGOLIAN; }

}  // namespace polygist::text
