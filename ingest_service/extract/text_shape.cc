#include "ingest_service/extract/text_shape.h"

#include <unicode/uchar.h>
#include <unicode/utf8.h>

namespace polygist::ingest {
namespace {

bool IsDense(UChar32 c) {
  if (c < 0x0E00) return false;
  return c <= 0x0EFF || (c >= 0x1000 && c <= 0x109F) || (c >= 0x1780 && c <= 0x17FF) || (c >= 0x3040 && c <= 0x30FF) ||
         (c >= 0x3400 && c <= 0x9FFF) || (c >= 0xF900 && c <= 0xFAFF) || (c >= 0x20000 && c <= 0x3FFFF);
}

bool IsTerminator(UChar32 c) {
  switch (c) {
    case '.':
    case '!':
    case '?':
    case 0x2026:
    case 0x3002:
    case 0xFF0E:
    case 0xFF01:
    case 0xFF1F:
    case 0x061F:
    case 0x06D4:
    case 0x0964:
    case 0x0965:
    case 0x1362:
    case 0x104B:
    case 0x17D4:
    case 0x0589:
    case 0x203D:
    case 0x2047:
    case 0x2048:
    case 0x2049:
    case 0xFF61:
      return true;
    default:
      return false;
  }
}

bool IsComma(UChar32 c) {
  return c == ',' || c == 0x060C || c == 0x3001 || c == 0xFF0C || c == 0x1363 || c == ';' || c == 0x061B;
}

bool IsSeparator(UChar32 c) {
  return c == '|' || c == 0x2022 || c == 0xB7 || c == 0xBB || c == 0x203A || c == '/' || c == 0x2192 || c == '>' ||
         c == 0xAB || c == 0x25BA || c == 0x2190 || c == '#' || c == '+';
}

bool IsQuote(UChar32 c) {
  return c == '"' || c == 0x201C || c == 0x201D || c == 0x201E || c == 0xAB || c == 0xBB || c == 0x300C || c == 0x300D;
}

bool IsCloser(UChar32 c) {
  return IsQuote(c) || c == ')' || c == ']' || c == '\'' || c == 0x2019 || c == 0x2018 || c == 0x300F || c == 0xFF09;
}

// One pass with the little state that counting needs.
class ShapeCounter {
 public:
  void Add(UChar32 c) {
    if (c == ' ' || c == '\n' || c == '\t' || c == 0xA0 || c == 0x3000) {
      if (pending_end_) ++shape_.sentence_ends;
      pending_end_ = false;
      in_word_ = in_number_ = false;
      return;
    }
    if (shape_.characters == 0) First(c);
    ++shape_.characters;
    if (c < 0x80 ? (c | 32) >= 'a' && (c | 32) <= 'z' : u_isalpha(c)) {
      Letter(c);
    } else if (c < 0x80 ? c >= '0' && c <= '9' : u_isdigit(c)) {
      Digit();
    } else {
      Mark(c);
    }
    if (!in_word_) ++shape_.words;
    in_word_ = true;
  }

  TextShape Finish() {
    if (pending_end_) ++shape_.sentence_ends;
    shape_.ends_sentence = IsTerminator(last_mark_);
    shape_.ends_colon = last_mark_ == ':' || last_mark_ == 0xFF1A;
    shape_.ends_ellipsis = last_mark_ == 0x2026 || (last_mark_ == '.' && before_last_ == '.');
    shape_.words += shape_.dense_letters / 2;
    return shape_;
  }

 private:
  void First(UChar32 c) {
    shape_.starts_lower = u_islower(c);
    shape_.starts_upper = u_isupper(c) || u_istitle(c);
    shape_.starts_digit = u_isdigit(c);
    shape_.starts_quote = IsQuote(c);
  }

  void Letter(UChar32 c) {
    ++shape_.letters;
    if (IsDense(c)) ++shape_.dense_letters;
    const bool upper = c < 0x80 ? c <= 'Z' : u_isupper(c);
    if (upper) ++shape_.upper;
    if (upper && !in_word_) ++shape_.capitalized_words;
    Plain(c);
  }

  void Digit() {
    ++shape_.digits;
    if (!in_number_) ++shape_.digit_groups;
    Plain('0');
    in_number_ = true;
  }

  void Plain(UChar32 c) {
    pending_end_ = false;
    in_number_ = false;
    before_last_ = last_mark_;
    last_mark_ = c;
  }

  void Mark(UChar32 c) {
    if (IsComma(c)) ++shape_.commas;
    if (IsSeparator(c)) ++shape_.separators;
    if (IsQuote(c)) ++shape_.quotes;
    shape_.has_at |= c == '@';
    shape_.has_copyright |= c == 0xA9;
    if (IsTerminator(c)) {
      // A full stop of ASCII ends a sentence only before white space; the others always do.
      if (c < 0x80)
        pending_end_ = true;
      else
        ++shape_.sentence_ends;
    } else if (!IsCloser(c)) {
      pending_end_ = false;
    }
    if (IsCloser(c)) return;
    before_last_ = last_mark_;
    last_mark_ = c;
    in_number_ = in_number_ && (c == '.' || c == ',');
  }

  TextShape shape_;
  UChar32 last_mark_ = 0;
  UChar32 before_last_ = 0;
  bool in_word_ = false;
  bool in_number_ = false;
  bool pending_end_ = false;
};

}  // namespace

TextShape ShapeOf(std::string_view text) {
  ShapeCounter counter;
  const auto* bytes = reinterpret_cast<const uint8_t*>(text.data());
  const auto size = static_cast<int64_t>(text.size());
  for (int64_t i = 0; i < size;) {
    UChar32 c;
    U8_NEXT_OR_FFFD(bytes, i, size, c);
    counter.Add(c);
  }
  TextShape shape = counter.Finish();
  shape.has_url = text.find("http") != std::string_view::npos || text.find("www.") != std::string_view::npos;
  return shape;
}

}  // namespace polygist::ingest
