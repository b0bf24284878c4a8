#include "ingest_service/segment/candidate.h"

#include <algorithm>

#include "ingest_service/segment/characters.h"

namespace polygist::ingest::segment {
namespace {

// Longest stretch looked at on either side of a mark, in bytes. Longer words are no abbreviations; what
// counts is that the cost of a candidate is bounded.
constexpr size_t kReach = 64;
// Likewise for the quotation mark that opens a quotation.
constexpr size_t kQuoteReach = 400;
// A rule across the page is at least this many "=" or "_" or the like.
constexpr size_t kMinRuleLength = 4;

bool IsMark(char32_t c, const LanguageRules& rules) {
  return IsPeriod(c) || IsEllipsis(c) || IsSpacedMark(c) || IsFullMark(c) ||
         std::find(rules.spaced_marks.begin(), rules.spaced_marks.end(), c) != rules.spaced_marks.end();
}

// Reads the marks of one candidate and what belongs to them.
class RunReader {
 public:
  RunReader(std::string_view text, size_t sentence_begin, size_t at, const LanguageRules& rules)
      : text_(text), sentence_begin_(sentence_begin), at_(at), rules_(rules) {}

  bool Read(Candidate* candidate) {
    candidate->mark_begin = at_;
    if (!ReadMarks() && !ReadLoneSign()) return false;
    while (ReadClosers() || ReadFootnote() || ReadDetached() || ReadSmiley() || ReadMarks()) {
    }
    candidate->mark = Kind();
    candidate->periods = periods_;
    candidate->closes_quote = closes_quote_;
    candidate->closes_bracket = closes_bracket_;
    candidate->end = at_;
    return true;
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
      } else if (!IsExtender(c) && !(IsIgnorable(c) && at_ > begin)) {
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

  static bool IsSuperscriptDigit(char32_t c) {
    return c == U'¹' || c == U'²' || c == U'³' || (c >= U'⁰' && c <= U'⁹');
  }

  // A closing quote, a bracket or another mark set off by a blank: French « … » and "… !", tokenized text.
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
        !(either_way && QuoteIsOpen(sign))) {
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

  // Whether an odd number of the quotation marks at `sign` stands in the sentence before it. Two single ones
  // count as one double.
  bool QuoteIsOpen(size_t sign) const {
    size_t begin = sign > kQuoteReach ? std::max(sentence_begin_, sign - kQuoteReach) : sentence_begin_;
    int quotes = 0;
    for (; begin < sign; ++begin) {
      if (text_[begin] != text_[sign]) continue;
      const bool inside_word = begin > 0 && IsLetter(CharacterBefore(text_, begin));
      if (!inside_word || text_[sign] != '\'') ++quotes;
      while (begin + 1 < sign && text_[begin + 1] == text_[sign]) ++begin;
    }
    return quotes % 2 == 1;
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
  size_t sentence_begin_;
  size_t at_;
  const LanguageRules& rules_;
  int periods_ = 0;
  bool ellipsis_ = false;
  bool exclaim_ = false;
  bool full_ = false;
  bool pictograph_ = false;
  bool line_feed_ = false;
  bool closes_quote_ = false;
  bool closes_bracket_ = false;
};

// An apostrophe is part of a word.
bool IsWordCharacter(char32_t c) {
  if (c == '\'' || c == U'’') return true;
  return !SeparatesWords(c) && c != ',' && c != U'–' && c != U'—';
}

// Hebrew abbreviations have a quotation mark before their last letter.
bool StandsBetweenLetters(std::string_view text, size_t at) {
  return IsLetter(CharacterBefore(text, at)) && IsLetter(CharacterAt(text, at + 1));
}

void ReadWordBefore(std::string_view text, Candidate* candidate) {
  size_t begin = candidate->mark_begin;
  const size_t limit = begin > kReach ? begin - kReach : 0;
  while (begin > limit) {
    const char32_t c = CharacterBefore(text, begin);
    if (!IsWordCharacter(c) && !(c == '"' && StandsBetweenLetters(text, begin - 1))) break;
    begin = Before(text, begin);
  }
  while (begin < candidate->mark_begin && IsQuote(CharacterAt(text, begin))) begin = After(text, begin);
  candidate->word_begin = begin;
  size_t end = candidate->mark_begin;
  while (end > begin && IsIgnorable(CharacterBefore(text, end))) end = Before(text, end);
  candidate->word = text.substr(begin, end - begin);
}

void ReadNextWord(std::string_view text, size_t at, Candidate* candidate) {
  size_t end = at;
  while (end < text.size() && end - at < kReach) {
    const char32_t c = CharacterAt(text, end);
    if (!IsLetter(c) && !IsExtender(c) && c != U'’' && c != '\'') break;
    end = After(text, end);
  }
  candidate->next_word = text.substr(at, end - at);
  candidate->look_end = end;
}

bool HasCapitalInside(std::string_view word) {
  for (size_t at = 0; at < word.size(); at = After(word, at)) {
    if (IsUpper(CharacterAt(word, at))) return true;
  }
  return false;
}

// Skips what may stand before the first word of a sentence and notes it.
size_t SkipOpeners(std::string_view text, size_t at, Candidate* candidate) {
  const size_t limit = at + kReach;
  while (at < text.size() && at < limit) {
    const char32_t c = CharacterAt(text, at);
    if (IsQuote(c) || c == U'„' || (c == ',' && text.substr(at, 2) == ",,")) {
      candidate->opens_quote = true;
      if (c == ',') ++at;
    } else if (IsDash(c)) {
      candidate->opens_dash = true;
    } else if (IsOpeningBracket(c) || IsBullet(c) || c == U'¿' || c == U'¡' || c == '*' || c == '_') {
      candidate->opens_other = true;
    } else if (!(IsBlank(c) && c != '\n')) {
      break;
    }
    at = After(text, at);
  }
  return at;
}

// "http://", "www."
bool IsAddress(std::string_view text, size_t at, std::string_view word) {
  const std::string_view rest = text.substr(at + word.size(), 3);
  return rest == "://" || (word == "www" && rest.substr(0, 1) == ".");
}

Follow FollowOf(std::string_view text, size_t at, Candidate* candidate) {
  const char32_t c = CharacterAt(text, at);
  ReadNextWord(text, at, candidate);
  if (IsAddress(text, at, candidate->next_word)) return Follow::kOther;
  if (IsLower(c)) return HasCapitalInside(candidate->next_word) ? Follow::kUpper : Follow::kLower;
  if (IsUpper(c)) return Follow::kUpper;
  if (IsLetter(c)) return Follow::kUncased;
  if (IsDigit(c)) return Follow::kDigit;
  return Follow::kOther;
}

// "=====", "-----": drawn across the page.
bool IsRule(std::string_view text, size_t at) {
  size_t end = at;
  while (end < text.size() && end - at < kMinRuleLength && text[end] == text[at]) ++end;
  return end - at == kMinRuleLength && std::string_view("=-_*~#+").find(text[at]) != std::string_view::npos;
}

void ReadFollow(std::string_view text, Candidate* candidate) {
  candidate->next = SkipBlanks(text, candidate->end);
  candidate->blank_after = candidate->next > candidate->end || candidate->next == text.size();
  const std::string_view blanks = text.substr(candidate->end, candidate->next - candidate->end);
  candidate->line_break_after = blanks.find('\n') != std::string_view::npos;
  candidate->look_end = candidate->next;
  if (candidate->next == text.size()) return;
  if (IsRule(text, candidate->next)) {
    candidate->follow = Follow::kOther;
    return;
  }
  const char32_t first = CharacterAt(text, candidate->next);
  const bool low_quote = text.substr(candidate->next, 2) == ",,";
  if (IsExtender(first) || (IsContinuation(first) && !low_quote) || IsClosingBracket(first)) {
    candidate->follow = Follow::kContinuation;
    return;
  }
  const size_t word = SkipOpeners(text, candidate->next, candidate);
  // Nothing but an opening mark: what it opens is not known, and must not be decided.
  if (word == text.size()) {
    candidate->follow = Follow::kContinuation;
    return;
  }
  candidate->follow = FollowOf(text, word, candidate);
}

}  // namespace

std::optional<Candidate> ReadCandidate(std::string_view text, size_t sentence_begin, size_t at,
                                       const LanguageRules& rules) {
  Candidate candidate;
  if (!RunReader(text, sentence_begin, at, rules).Read(&candidate)) return std::nullopt;
  const char32_t before = CharacterBefore(text, at);
  candidate.blank_before = before == 0 || IsBlank(before);
  ReadWordBefore(text, &candidate);
  ReadFollow(text, &candidate);
  return candidate;
}

}  // namespace polygist::ingest::segment
