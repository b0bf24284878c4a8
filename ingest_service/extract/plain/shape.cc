#include "ingest_service/extract/plain/shape.h"

#include <algorithm>

#include "common/text/characters.h"
#include "common/text/normal_form.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

constexpr int kLongWord = 30;
// Letters of a word, about, in scripts that write no spaces between words (Thai, Lao, Khmer, Burmese).
constexpr int kUnspacedWord = 5;
constexpr char32_t kFirstUnspaced = 0xE00;
// Of these, Thai and Lao, which stand first, have no marks at the ends of sentences either.
constexpr char32_t kLastUnmarked = 0xEFF;
constexpr int kUnmarkedSentenceWords = 16;
// Of a credit, before the colon and behind it: longer ones are tags of the page as often.
constexpr int kMaxCreditWords = 3;
constexpr int kMaxNameWords = 3;
// From here on terminators are counted as they come: no space follows them.
constexpr char32_t kIdeographicMarks = 0x3000;

bool IsTerminator(char32_t c) {
  constexpr std::u32string_view kTerminators =
      U".!?\u2026\u3002\uFF01\uFF1F\uFF0E\u061F\u06D4\u0964\u0965\u104B\u17D4\u1362\u0589";
  return kTerminators.find(c) != std::u32string_view::npos;
}

bool IsCloser(char32_t c) {
  constexpr std::u32string_view kClosers = U"\"')]}\u2019\u201D\u00BB\u203A\u300D\u300F\uFF09\u3011\u201C";
  return kClosers.find(c) != std::u32string_view::npos;
}

bool IsOpener(char32_t c) {
  constexpr std::u32string_view kOpeners =
      U"\"'([{\u2018\u201C\u00AB\u2039\u201E\u201A\u300C\u300E\uFF08\u3010\u00BF\u00A1";
  return kOpeners.find(c) != std::u32string_view::npos;
}

bool IsQuote(char32_t c) {
  return c == '"' || (c >= 0x201C && c <= 0x201F) || c == 0xAB || c == 0xBB || (c >= 0x300C && c <= 0x300F);
}

bool IsComma(char32_t c) { return c == ',' || c == 0x3001 || c == 0xFF0C || c == 0x60C || c == ';'; }

bool IsColon(char32_t c) { return c == ':' || c == 0xFF1A; }

bool IsCry(char32_t c) { return c == '!' || c == '?' || c == 0xFF01 || c == 0xFF1F || c == 0x61F; }

bool IsOpeningBracket(char32_t c) { return c == '(' || c == '[' || c == 0xFF08 || c == 0x3010; }

bool IsClosingBracket(char32_t c) { return c == ')' || c == ']' || c == 0xFF09 || c == 0x3011; }

bool IsLinkMark(char32_t c) {
  constexpr std::u32string_view kMarks =
      U"|/"
      U"<>[]{}()@#*_=\\~^"
      U"\u00BB\u203A\u00A9\u00AE\u2192\u2190\u25B6\u25BA\u25BC\u2022\u00B7\u2605\u2606\u2715\u00D7"
      U"\u2713\uFF5C\uFF0F";
  return kMarks.find(c) != std::u32string_view::npos;
}

// Reads a text once, word by word.
class ShapeReader {
 public:
  Shape Read(std::string_view text) {
    for (size_t offset = 0; offset < text.size();) Take(text::NextCodePoint(text, &offset));
    EndWord();
    shape_.ends_colon = IsColon(last_);
    if (IsUnmarkedSentence()) last_terminator_ = true;
    if (last_terminator_ && last_ < kIdeographicMarks) ++shape_.sentence_ends;
    shape_.ends_sentence = last_terminator_;
    shape_.ends_bracket = IsClosingBracket(last_);
    shape_.cased = cased_letters_ > 0 && cased_letters_ * 2 >= shape_.letters;
    shape_.words += (ideographs_ + 1) / 2;
    shape_.tail_words = last_terminator_ ? 0 : shape_.words - sentence_.words;
    shape_.ends_credit = shape_.sentence_ends > 0 && !last_terminator_ && TailIsCredit();
    return shape_;
  }

 private:
  // What was read up to some place.
  struct Counts {
    int words = 0;
    int small_words = 0;
    int digits = 0;
    int colons = 0;
  };

  Counts Counted() const {
    return {shape_.words + (ideographs_ + 1) / 2, shape_.lower_words, shape_.digits, shape_.colons};
  }

  // Whether one colon stands behind the last sentence, few words before it, and behind it what reads as a name: no
  // numbers, and capitals where the script has them.
  bool TailIsCredit() const {
    const int words = shape_.words - colon_.words;
    const int small = shape_.lower_words - colon_.small_words;
    return shape_.colons - sentence_.colons == 1 && colon_.words - sentence_.words <= kMaxCreditWords && words > 0 &&
           words <= kMaxNameWords && shape_.digits == colon_.digits && 2 * small < words;
  }

  bool IsUnmarkedSentence() const {
    return unmarked_letters_ * 2 > shape_.letters && shape_.words >= kUnmarkedSentenceWords && !shape_.ends_colon;
  }

  void EndSentence() {
    ++shape_.sentence_ends;
    sentence_ = Counted();
  }

  void Take(char32_t c) {
    if (text::IsWhiteSpace(c)) {
      // As cleaning will leave it: one space for any number.
      shape_.code_points += !space_;
      EndWord();
      space_ = true;
      return;
    }
    if (IsInvisible(c)) return;
    ++shape_.code_points;
    if (space_ && last_terminator_ && last_ < kIdeographicMarks && !text::IsLower(c)) EndSentence();
    if (!started_) Start(c);
    if (word_length_ == 0) word_starts_digit_ = text::IsDigit(c);
    ++word_length_;
    // Nearly every character is one of the first two: neither is any of the marks.
    if (text::IsLetter(c)) {
      CountLetter(c);
      in_number_ = false;
      EndNothing(c);
    } else if (text::IsDigit(c)) {
      ++shape_.digits;
      if (!in_number_) AddToMould(U'#');
      in_number_ = true;
      EndNothing(c);
    } else {
      CountMark(c);
      TrackEnd(c);
    }
    space_ = false;
  }

  void Start(char32_t c) {
    started_ = true;
    shape_.starts_lower = text::IsLower(c);
    shape_.starts_digit = text::IsDigit(c);
    shape_.starts_quote = IsQuote(c);
    shape_.starts_em_dash = c == 0x2014;
    shape_.starts_mark = !text::IsLetter(c) && !text::IsDigit(c) && !IsOpener(c);
    shape_.starts_bracket = IsOpeningBracket(c);
  }

  void AddToMould(char32_t c) { shape_.mould = (shape_.mould ^ c) * 0x9E3779B97F4A7C15ULL + 1; }

  void CountMark(char32_t c) {
    if (c != '.' && c != '\'' && c != 0x2019) AddToMould(c);
    shape_.commas += IsComma(c);
    shape_.link_marks += IsLinkMark(c);
    shape_.quotes += IsQuote(c);
    shape_.bars += c == '|' || c == 0xB7 || c == 0xFF5C;
    shape_.slashes += c == '/';
    shape_.dashes += c == 0x2013 || c == 0x2014 || (c == '-' && space_);
    shape_.colons += IsColon(c);
    // No space follows a full-width colon.
    if (c == 0xFF1A) colon_ = Counted();
    shape_.cries += IsCry(c);
    shape_.at_signs += c == '@';
    shape_.copyright_signs += c == 0xA9;
  }

  void CountLetter(char32_t c) {
    ++shape_.letters;
    if (text::IsIdeographic(c)) {
      ++ideographs_;
      return;
    }
    const bool upper = text::IsUpper(c);
    const bool lower = text::IsLower(c);
    cased_letters_ += upper || lower;
    if (word_letters_ == 0) {
      word_starts_upper_ = upper;
      word_starts_lower_ = lower;
    }
    ++word_letters_;
    word_uppers_ += upper;
    if (c >= kFirstUnspaced && text::IsWrittenWithoutSpaces(c)) {
      ++unspaced_;
      unmarked_letters_ += c <= kLastUnmarked;
    }
  }

  void EndNothing(char32_t c) {
    last_terminator_ = false;
    shape_.ends_cut = false;
    shape_.asks = false;
    last_ = c;
  }

  void TrackEnd(char32_t c) {
    if (IsCloser(c) && last_terminator_) return;
    shape_.ends_cut = c == 0x2026 || (c == '.' && last_ == '.');
    last_terminator_ = IsTerminator(c);
    if (last_terminator_ && c >= kIdeographicMarks) {
      EndSentence();
    }
    shape_.asks = IsCry(c);
    last_ = c;
  }

  void EndWord() {
    if (word_length_ == 0) return;
    if (word_letters_ > 0 || ideographs_ == 0) shape_.words += std::max(1, unspaced_ / kUnspacedWord);
    shape_.long_words += word_length_ > kLongWord && ideographs_ == 0 && unspaced_ == 0;
    shape_.capitalised += word_starts_upper_;
    shape_.numbers += word_starts_digit_;
    shape_.lower_words += word_starts_lower_;
    shape_.all_capitals += word_letters_ > 1 && word_uppers_ == word_letters_;
    if (IsColon(last_)) colon_ = Counted();
    in_number_ = false;
    word_length_ = word_letters_ = word_uppers_ = unspaced_ = 0;
    word_starts_upper_ = word_starts_lower_ = word_starts_digit_ = false;
  }

  Shape shape_;
  bool started_ = false;
  bool space_ = false;
  bool in_number_ = false;  // Since the last digit neither a letter nor a new word.
  bool last_terminator_ = false;
  char32_t last_ = 0;
  int ideographs_ = 0;
  int cased_letters_ = 0;  // Of scripts with capitals.
  int word_length_ = 0;
  int word_letters_ = 0;
  int word_uppers_ = 0;
  int unspaced_ = 0;  // Letters of the word in scripts without spaces.
  bool word_starts_upper_ = false;
  bool word_starts_lower_ = false;
  bool word_starts_digit_ = false;
  Counts sentence_;           // At the last sentence end.
  Counts colon_;              // At the last colon that ends a word.
  int unmarked_letters_ = 0;  // Of scripts without marks at the ends of sentences.
};

}  // namespace

Shape LineShapeOf(std::string_view text) {
  if (text::IsNfc(text)) return ShapeReader().Read(text);
  return ShapeReader().Read(text::ToNfc(text).text());
}

}  // namespace polygist::ingest
