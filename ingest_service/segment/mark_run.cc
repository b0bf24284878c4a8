#include "ingest_service/segment/mark_run.h"

#include <algorithm>

#include "ingest_service/segment/characters.h"

namespace polygist::ingest::segment {
namespace {

bool IsMark(char32_t c, const LanguageRules& rules) {
  return IsPeriod(c) || IsEllipsis(c) || IsSpacedMark(c) || IsFullMark(c) ||
         std::find(rules.spaced_marks.begin(), rules.spaced_marks.end(), c) != rules.spaced_marks.end();
}

// Reads the marks of one candidate and what belongs to them.
class RunReader {
 public:
  RunReader(std::string_view text, size_t at, const LanguageRules& rules, QuoteCounter* quotes)
      : text_(text), at_(at), rules_(rules), quotes_(quotes) {}

  std::optional<MarkRun> Read() {
    if (!ReadMarks() && !ReadLoneSign()) return std::nullopt;
    while (ReadClosers() || ReadFootnote() || ReadDetached() || ReadSmiley() || ReadMarks()) {
    }
    return MarkRun{Kind(), at_, periods_, closes_quote_, closes_bracket_};
  }

 private:
  char32_t Current() const { return CharacterAt(text_, at_); }

  bool BlankOrEndAt(size_t at) const { return at >= text_.size() || IsBlank(CharacterAt(text_, at)); }

  void Count(char32_t c) {
    if (IsPeriod(c)) {
      ++periods_;
    } else if (IsEllipsis(c)) {
      ellipsis_ = true;
    } else if (IsFullMark(c)) {
      full_ = true;
    } else {
      exclaim_ = true;
    }
  }

  bool ReadMarks() {
    const size_t begin = at_;
    while (at_ < text_.size()) {
      const char32_t c = Current();
      if (IsMark(c, rules_)) {
        Count(c);
        at_ = After(text_, at_);
      } else if (c == kEthiopicWordspace && CharacterAt(text_, After(text_, at_)) == c) {
        full_ = true;
        at_ = After(text_, After(text_, at_));
      } else if (IsExtender(c) && at_ > begin) {
        at_ = After(text_, at_);
      } else if (SpacedPeriodAhead()) {
        at_ += 2;
        ++periods_;
      } else {
        break;
      }
    }
    if (at_ == begin) return false;
    closes_quote_ = closes_bracket_ = false;
    return true;
  }

  // ". . ." is one ellipsis: a blank and a full stop that itself stands alone.
  bool SpacedPeriodAhead() const {
    if (periods_ == 0 || exclaim_ || full_ || closes_quote_ || text_[at_] != ' ') return false;
    if (at_ + 1 >= text_.size() || text_[at_ + 1] != '.') return false;
    const char32_t after = CharacterAt(text_, at_ + 2);
    return BlankOrEndAt(at_ + 2) || IsQuote(after) || IsClosingBracket(after);
  }

  // A pictograph, emoticon or line feed without a mark before it.
  bool ReadLoneSign() {
    if (text_[at_] == '\n') {
      line_feed_ = true;
      return true;
    }
    const char32_t before = CharacterBefore(text_, at_);
    if (text_[at_] == ')') {
      if (before != ':' && before != '-') return false;
      ++at_;
      pictograph_ = BlankOrEndAt(at_);
      return pictograph_;
    }
    pictograph_ = ReadPictographs();
    return pictograph_;
  }

  bool ReadPictographs() {
    const size_t begin = at_;
    while (at_ < text_.size()) {
      const char32_t c = Current();
      const bool flag_or_tone = c >= 0x1F1E6 && c <= 0x1F3FF;
      if (!(IsPictograph(c) && !IsBullet(c)) && !flag_or_tone && !(IsExtender(c) && at_ > begin)) break;
      at_ = After(text_, at_);
    }
    return at_ > begin;
  }

  bool IsCloser(char32_t c, size_t after) const {
    if (IsClosingBracket(c) || c == U'”' || c == U'’' || c == U'」' || c == U'』') return true;
    if (!IsQuote(c)) return false;
    const char32_t next = CharacterAt(text_, after);
    return !IsLetter(next) && !IsDigit(next) && !IsOpeningBracket(next);
  }

  bool ReadClosers() {
    const size_t begin = at_;
    while (at_ < text_.size()) {
      const char32_t c = Current();
      if (IsCloser(c, After(text_, at_))) {
        (IsQuote(c) ? closes_quote_ : closes_bracket_) = true;
      } else if (!IsExtender(c) && !IsBidiControl(c)) {
        break;
      }
      at_ = After(text_, at_);
    }
    return at_ > begin;
  }

  // "text.[12]" and "text.¹²"
  bool ReadFootnote() {
    size_t at = at_;
    while (at < text_.size() && IsSuperscriptDigit(CharacterAt(text_, at))) at = After(text_, at);
    if (at == at_ && at < text_.size() && text_[at] == '[') {
      size_t digits = at + 1;
      while (digits < text_.size() && text_[digits] >= '0' && text_[digits] <= '9') ++digits;
      if (digits > at + 1 && digits < text_.size() && text_[digits] == ']') at = digits + 1;
    }
    const bool found = at > at_;
    at_ = at;
    return found;
  }

  static bool IsSuperscriptDigit(char32_t c) { return c == U'¹' || c == U'²' || c == U'³' || (c >= U'⁰' && c <= U'⁹'); }

  // A closing quote, a bracket or another mark set off by a blank: French « … » and "… !",
  // tokenized text.
  bool ReadDetached() {
    if (at_ >= text_.size() || text_[at_] == '\n' || !IsBlank(Current())) return false;
    const size_t sign = After(text_, at_);
    return ReadDetachedMark(sign) || ReadDetachedCloser(sign);
  }

  bool ReadDetachedMark(size_t sign) {
    size_t after = sign;
    while (after < text_.size() && IsSpacedMark(CharacterAt(text_, after))) after = After(text_, after);
    if (after == sign || !BlankOrEndAt(after)) return false;
    exclaim_ = true;
    at_ = after;
    return true;
  }

  bool ReadDetachedCloser(size_t sign) {
    const char32_t c = CharacterAt(text_, sign);
    const bool closing_pair = text_.substr(sign, 2) == "''";
    const bool either_way = (c == '"' || c == '\'' || c == '`') && !closing_pair;
    if (!IsClosingBracket(c) && c != U'»' && c != U'”' && !closing_pair &&
        !(either_way && quotes_->IsOpenBefore(sign))) {
      return false;
    }
    size_t after = After(text_, sign);
    while (IsQuote(CharacterAt(text_, after))) after = After(text_, after);
    const char32_t next = CharacterAt(text_, after);
    if (!BlankOrEndAt(after) && !IsMark(next, rules_) && !IsContinuation(next)) return false;
    (IsQuote(c) ? closes_quote_ : closes_bracket_) = true;
    at_ = after;
    return true;
  }

  // Pictographs and ":-)" after a mark belong to the sentence before them.
  bool ReadSmiley() {
    const size_t begin = at_;
    if (at_ < text_.size() && text_[at_] == ' ') ++at_;
    if (ReadPictographs() || ReadEmoticon()) return true;
    at_ = begin;
    return false;
  }

  bool ReadEmoticon() {
    size_t at = at_;
    const auto take = [&](std::string_view set) {
      const bool taken = at < text_.size() && set.find(text_[at]) != std::string_view::npos;
      if (taken) ++at;
      return taken;
    };
    if (!take(":;=")) return false;
    take("-o'");
    if (!take(")(DPp|*")) return false;
    while (take(")(")) {
    }
    if (!BlankOrEndAt(at)) return false;
    at_ = at;
    return true;
  }

  Mark Kind() const {
    if (line_feed_) return Mark::kLineBreak;
    if (full_) return Mark::kFull;
    if (exclaim_) return Mark::kExclaim;
    if (ellipsis_ || periods_ > 1) return Mark::kEllipsis;
    return periods_ == 1 ? Mark::kPeriod : Mark::kPictograph;
  }

  std::string_view text_;
  size_t at_;
  const LanguageRules& rules_;
  QuoteCounter* quotes_;
  int periods_ = 0;
  bool ellipsis_ = false;
  bool exclaim_ = false;
  bool full_ = false;
  bool pictograph_ = false;
  bool line_feed_ = false;
  bool closes_quote_ = false;
  bool closes_bracket_ = false;
};

}  // namespace

bool QuoteCounter::IsOpenBefore(size_t at) {
  for (; counted_ < at; ++counted_) {
    if (block_[counted_] == '"') {
      double_open_ = !double_open_;
    } else if (block_[counted_] == '`') {
      grave_open_ ^= counted_ == 0 || block_[counted_ - 1] != '`';
    } else if (block_[counted_] == '\'' && Counts(counted_)) {
      single_open_ = !single_open_;
    }
  }
  if (block_[at] == '`') return grave_open_;
  return block_[at] == '"' ? double_open_ : single_open_;
}

// Apostrophes touch a letter on their right, or a letter on either side.
bool QuoteCounter::Counts(size_t at) const {
  return !IsLetter(CharacterAt(block_, at + 1)) && !IsLetter(CharacterBefore(block_, at));
}

std::optional<MarkRun> ReadMarkRun(std::string_view block, size_t at, const LanguageRules& rules,
                                   QuoteCounter* quotes) {
  return RunReader(block, at, rules, quotes).Read();
}

}  // namespace polygist::ingest::segment
