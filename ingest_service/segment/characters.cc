#include "ingest_service/segment/characters.h"

#include <unicode/uchar.h>

#include <array>
#include <cstdint>
#include <memory>

#include "common/text/utf8.h"

namespace polygist::ingest::segment {
namespace {

enum : uint16_t {
  kBlank = 1 << 0,
  kIgnorable = 1 << 1,
  kLetter = 1 << 2,
  kLower = 1 << 3,
  kUpper = 1 << 4,
  kDigit = 1 << 5,
  kExtender = 1 << 6,
  kPictograph = 1 << 7,
  kBullet = 1 << 8,
  kDash = 1 << 9,
  kQuote = 1 << 10,
  kOpening = 1 << 11,
  kClosing = 1 << 12,
  kContinuation = 1 << 13,
  kSpacedMark = 1 << 14,
  kFullMark = 1 << 15,
};

constexpr std::u32string_view kBullets = U"•‣⁃◦▪▫●■◆►➢➤✓✔∙";
constexpr std::u32string_view kContinuations = U",;:/=%&|،؛、，；：՝·፣፤፥";
constexpr std::u32string_view kSpacedMarks = U"!?‼⁇⁈⁉‽";
constexpr std::u32string_view kFullMarks = U"།༎។៕";  // Tibetan and Khmer; beside the property Sentence_Terminal.
constexpr std::u32string_view kQuotes = U"`´";       // Beside the property Quotation_Mark.
constexpr std::u32string_view kNoPictographs = U"©®〰〽";

bool IsOneOf(char32_t c, std::u32string_view set) { return set.find(c) != std::u32string_view::npos; }

bool HasProperty(char32_t c, UProperty property) { return u_hasBinaryProperty(static_cast<UChar32>(c), property); }

uint32_t ClassOfCategory(char32_t c) {
  switch (u_charType(static_cast<UChar32>(c))) {
    case U_LOWERCASE_LETTER:
    case U_UPPERCASE_LETTER:
    case U_TITLECASE_LETTER:
    case U_OTHER_LETTER:
    case U_MODIFIER_LETTER:
      return kLetter;
    case U_DECIMAL_DIGIT_NUMBER:
    case U_LETTER_NUMBER:
    case U_OTHER_NUMBER:
      return kDigit;
    case U_NON_SPACING_MARK:
    case U_COMBINING_SPACING_MARK:
    case U_ENCLOSING_MARK:
      return kExtender;
    case U_DASH_PUNCTUATION:
      return kDash;
    case U_START_PUNCTUATION:
      return kOpening;
    case U_END_PUNCTUATION:
      return kClosing;
    default:
      return 0;
  }
}

uint32_t ClassOfProperties(char32_t c) {
  uint32_t bits = 0;
  // Not by general category: Georgian letters are lower case there although they begin sentences.
  const int32_t sentence_break = u_getIntPropertyValue(static_cast<UChar32>(c), UCHAR_SENTENCE_BREAK);
  if (sentence_break == U_SB_LOWER) bits |= kLower;
  if (sentence_break == U_SB_UPPER) bits |= kUpper;
  if (u_isUWhiteSpace(static_cast<UChar32>(c))) bits |= kBlank;
  if (c == 0x200B || c == 0xFEFF || HasProperty(c, UCHAR_BIDI_CONTROL)) bits |= kBlank | kIgnorable;
  if (HasProperty(c, UCHAR_GRAPHEME_EXTEND) || c == 0x200D) bits |= kExtender;
  if (c > 0x7F && HasProperty(c, UCHAR_EXTENDED_PICTOGRAPHIC) && !IsOneOf(c, kNoPictographs)) {
    bits |= kPictograph;
  }
  return bits;
}

uint32_t ClassOfPunctuation(char32_t c) {
  uint32_t bits = 0;
  if (IsOneOf(c, kBullets)) bits |= kBullet;
  if (HasProperty(c, UCHAR_QUOTATION_MARK) || IsOneOf(c, kQuotes)) bits |= kQuote;
  if (IsOneOf(c, kContinuations)) bits |= kContinuation;
  if (IsOneOf(c, kSpacedMarks)) bits |= kSpacedMark;
  if (c > 0x7F && HasProperty(c, UCHAR_S_TERM) && !IsOneOf(c, kSpacedMarks) && !IsPeriod(c)) {
    bits |= kFullMark;
  }
  if (IsOneOf(c, kFullMarks)) bits |= kFullMark;
  return bits;
}

uint16_t Classify(char32_t c) {
  uint32_t bits = ClassOfCategory(c) | ClassOfProperties(c) | ClassOfPunctuation(c);
  if ((bits & kQuote) != 0) bits &= ~uint32_t{kOpening | kClosing};
  return static_cast<uint16_t>(bits);
}

constexpr char32_t kPlaneSize = 0x10000;

// Classes of the Basic Multilingual Plane: 128 kB, filled once. Asking ICU for each property of
// each character took half of the time of a split.
const std::array<uint16_t, kPlaneSize>& BasicPlane() {
  static const auto plane = [] {
    auto classes = std::make_unique<std::array<uint16_t, kPlaneSize>>();
    for (char32_t c = 0; c < kPlaneSize; ++c) (*classes)[c] = Classify(c);
    return classes;
  }();
  return *plane;
}

bool HasClass(char32_t c, uint32_t bits) {
  const uint16_t of_character = c < kPlaneSize ? BasicPlane()[c] : Classify(c);
  return (of_character & bits) != 0;
}

}  // namespace

bool IsBlank(char32_t c) { return HasClass(c, kBlank); }
bool IsIgnorable(char32_t c) { return HasClass(c, kIgnorable); }
bool IsBidiControl(char32_t c) { return IsIgnorable(c) && c != 0x200B && c != 0xFEFF; }
bool IsLetter(char32_t c) { return HasClass(c, kLetter); }
bool IsLower(char32_t c) { return HasClass(c, kLower); }
bool IsUpper(char32_t c) { return HasClass(c, kUpper); }
bool IsDigit(char32_t c) { return HasClass(c, kDigit); }
bool IsExtender(char32_t c) { return HasClass(c, kExtender); }
bool IsPictograph(char32_t c) { return HasClass(c, kPictograph); }
bool IsBullet(char32_t c) { return HasClass(c, kBullet); }
bool IsDash(char32_t c) { return HasClass(c, kDash); }
bool IsQuote(char32_t c) { return HasClass(c, kQuote); }
bool IsOpeningBracket(char32_t c) { return HasClass(c, kOpening); }
bool IsClosingBracket(char32_t c) { return HasClass(c, kClosing); }
bool SeparatesWords(char32_t c) { return HasClass(c, kBlank | kQuote | kOpening | kClosing | kBullet); }
bool IsContinuation(char32_t c) { return HasClass(c, kContinuation); }
bool IsPeriod(char32_t c) { return c == '.' || c == U'．'; }
bool IsEllipsis(char32_t c) { return c == U'…' || c == U'⋯'; }
bool IsSpacedMark(char32_t c) { return HasClass(c, kSpacedMark); }
bool IsFullMark(char32_t c) { return HasClass(c, kFullMark); }

bool MayEndSentence(char32_t c) {
  return HasClass(c, kFullMark | kSpacedMark | kBullet | kPictograph) || IsPeriod(c) || IsEllipsis(c) ||
         c == kEthiopicWordspace;
}

char32_t CharacterBefore(std::string_view text, size_t at) {
  if (at == 0) return 0;
  return text::PreviousCodePoint(text, &at);
}

size_t SkipBlanks(std::string_view text, size_t at) {
  while (at < text.size() && IsBlank(CharacterAt(text, at))) at = After(text, at);
  return at;
}

}  // namespace polygist::ingest::segment
