#include "ingest_service/segment/characters.h"

#include <unicode/uchar.h>

#include <bitset>

#include "common/text/utf8.h"

namespace polygist::ingest::segment {
namespace {

uint32_t CategoryMask(char32_t c) { return U_GET_GC_MASK(static_cast<UChar32>(c)); }

bool HasProperty(char32_t c, UProperty property) {
  return u_hasBinaryProperty(static_cast<UChar32>(c), property);
}

constexpr char32_t kPlaneSize = 0x10000;

bool IsSign(char32_t c) {
  return IsPeriod(c) || IsEllipsis(c) || IsSpacedMark(c) || IsFullMark(c) || IsBullet(c) ||
         IsPictograph(c);
}

std::bitset<kPlaneSize> SignsOfBasicPlane() {
  std::bitset<kPlaneSize> signs;
  for (char32_t c = 0; c < kPlaneSize; ++c) signs[c] = IsSign(c);
  return signs;
}

}  // namespace

bool MayEndSentence(char32_t c) {
  static const std::bitset<kPlaneSize> signs = SignsOfBasicPlane();
  return c < kPlaneSize ? signs[c] : IsSign(c);
}

bool IsIgnorable(char32_t c) {
  return c >= 0x200B && (c == 0x200B || c == 0xFEFF || HasProperty(c, UCHAR_BIDI_CONTROL));
}

bool IsBlank(char32_t c) {
  if (c < 0x80) return c == ' ' || (c >= '\t' && c <= '\r');
  return u_isUWhiteSpace(static_cast<UChar32>(c)) || IsIgnorable(c);
}

bool IsLetter(char32_t c) { return (CategoryMask(c) & U_GC_L_MASK) != 0; }
bool IsLower(char32_t c) { return (CategoryMask(c) & U_GC_LL_MASK) != 0; }
bool IsUpper(char32_t c) { return (CategoryMask(c) & (U_GC_LU_MASK | U_GC_LT_MASK)) != 0; }
bool IsDigit(char32_t c) { return (CategoryMask(c) & U_GC_N_MASK) != 0; }

bool IsExtender(char32_t c) {
  return c >= 0x300 && (HasProperty(c, UCHAR_GRAPHEME_EXTEND) || c == 0x200D ||
                        (CategoryMask(c) & U_GC_M_MASK) != 0);
}

bool IsPictograph(char32_t c) {
  return c >= 0x2194 && c != 0x3030 && c != 0x303D && HasProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC);
}

bool IsBullet(char32_t c) {
  switch (c) {
    case U'•': case U'‣': case U'⁃': case U'◦': case U'▪': case U'▫': case U'●': case U'■':
    case U'◆': case U'►': case U'➢': case U'➤': case U'✓': case U'✔': case U'∙':
      return true;
    default:
      return false;
  }
}

bool IsDash(char32_t c) { return (CategoryMask(c) & U_GC_PD_MASK) != 0; }

bool IsQuote(char32_t c) {
  if (c < 0x80) return c == '"' || c == '\'' || c == '`';
  return HasProperty(c, UCHAR_QUOTATION_MARK) || c == U'´';
}

bool IsOpeningBracket(char32_t c) {
  return (CategoryMask(c) & U_GC_PS_MASK) != 0 && !IsQuote(c);
}

bool IsClosingBracket(char32_t c) {
  return (CategoryMask(c) & U_GC_PE_MASK) != 0 && !IsQuote(c);
}

bool IsContinuation(char32_t c) {
  switch (c) {
    case ',': case ';': case ':': case '/': case '=': case '%': case '&': case '|':
    case U'،': case U'؛': case U'、': case U'，': case U'；': case U'：': case U'՝': case U'·':
    case U'፣': case U'፤': case U'፥':
      return true;
    default:
      return false;
  }
}

bool IsPeriod(char32_t c) { return c == '.' || c == U'．'; }
bool IsEllipsis(char32_t c) { return c == U'…' || c == U'⋯'; }

bool IsSpacedMark(char32_t c) {
  return c == '!' || c == '?' || c == U'‼' || c == U'⁇' || c == U'⁈' || c == U'⁉' || c == U'‽';
}

bool IsFullMark(char32_t c) {
  return c >= 0x589 && HasProperty(c, UCHAR_S_TERM) && !IsSpacedMark(c) && !IsPeriod(c);
}

char32_t CharacterAt(std::string_view text, size_t at) {
  if (at >= text.size()) return 0;
  return text::NextCodePoint(text, &at);
}

char32_t CharacterBefore(std::string_view text, size_t at) {
  if (at == 0) return 0;
  return text::PreviousCodePoint(text, &at);
}

size_t After(std::string_view text, size_t at) {
  text::NextCodePoint(text, &at);
  return at;
}

size_t SkipBlanks(std::string_view text, size_t at) {
  while (at < text.size()) {
    size_t next = at;
    if (!IsBlank(text::NextCodePoint(text, &next))) break;
    at = next;
  }
  return at;
}

}  // namespace polygist::ingest::segment
