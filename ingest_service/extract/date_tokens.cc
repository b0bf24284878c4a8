#include "ingest_service/extract/date_tokens.h"

#include <unicode/uchar.h>

#include "common/text/characters.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

// Longer texts are searched only at their start: dates of publication stand there.
constexpr size_t kMaxTokens = 400;

bool IsWordCharacter(char32_t c) {
  const auto type = u_charType(static_cast<UChar32>(c));
  return u_isalpha(static_cast<UChar32>(c)) || type == U_NON_SPACING_MARK || type == U_COMBINING_SPACING_MARK;
}

class Tokenizer {
 public:
  explicit Tokenizer(std::string_view text) : text_(text) {}

  std::vector<DateToken> Run() {
    for (size_t at = 0; at < text_.size() && tokens_.size() < kMaxTokens;) {
      const size_t begin = at;
      const char32_t c = text::NextCodePoint(text_, &at);
      Add(c, {static_cast<int64_t>(begin), static_cast<int64_t>(at)});
    }
    return std::move(tokens_);
  }

 private:
  void Add(char32_t c, ByteSpan span) {
    const int digit = u_charDigitValue(static_cast<UChar32>(c));
    if (digit >= 0) return AddDigit(digit, span);
    // The unit marks of Chinese, Japanese and Korean dates cut words.
    const bool unit = std::u32string_view(U"年月日時分时点點년월일시분").find(c) != std::u32string_view::npos;
    if (!unit && IsWordCharacter(c)) return Extend(DateToken::Kind::kWord, span);
    if (c == '.' && IsInsideThai(span)) return Extend(DateToken::Kind::kWord, span);
    if (!u_isUWhiteSpace(static_cast<UChar32>(c)))
      tokens_.push_back({.kind = DateToken::Kind::kMark, .span = span, .mark = c});
  }

  // A full stop between letters of a script without spaces, as abbreviations have it: "มี.ค.".
  bool IsInsideThai(ByteSpan span) const {
    auto next = static_cast<size_t>(span.end);
    const bool in_word =
        !tokens_.empty() && tokens_.back().kind == DateToken::Kind::kWord && tokens_.back().span.end == span.begin;
    return in_word && next < text_.size() && text::IsWrittenWithoutSpaces(text::NextCodePoint(text_, &next));
  }

  void AddDigit(int digit, ByteSpan span) {
    Extend(DateToken::Kind::kNumber, span);
    DateToken& number = tokens_.back();
    number.value = number.digits < 9 ? number.value * 10 + digit : number.value;
    ++number.digits;
  }

  void Extend(DateToken::Kind kind, ByteSpan span) {
    if (!tokens_.empty() && tokens_.back().kind == kind && tokens_.back().span.end == span.begin) {
      tokens_.back().span.end = span.end;
    } else {
      tokens_.push_back({.kind = kind, .span = span});
    }
  }

  std::string_view text_;
  std::vector<DateToken> tokens_;
};

}  // namespace

std::vector<DateToken> SplitDateTokens(std::string_view text) { return Tokenizer(text).Run(); }

}  // namespace polygist::ingest
