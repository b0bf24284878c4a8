#include "ingest_service/segment/candidate.h"

#include <algorithm>

#include "ingest_service/segment/characters.h"

namespace polygist::ingest::segment {
namespace {

// Longest stretch looked at on either side of a mark, in bytes. Longer words are no abbreviations;
// what counts is that the cost of a candidate is bounded.
constexpr size_t kReach = 64;
// A rule across the page is at least this many "=" or "_" or the like.
constexpr size_t kMinRuleLength = 4;

// An apostrophe is part of a word.
bool IsWordCharacter(char32_t c) {
  if (c == '\'' || c == U'’') return true;
  return !SeparatesWords(c) && c != ',' && c != U'–' && c != U'—';
}

// A quotation mark between letters (Hebrew abbreviations have one) or a comma between digits.
bool JoinsSameKind(std::string_view text, size_t at) {
  const char32_t before = CharacterBefore(text, at);
  const char32_t after = CharacterAt(text, at + 1);
  if (text[at] == '"') return IsLetter(before) && IsLetter(after);
  return text[at] == ',' && IsDigit(before) && IsDigit(after);
}

void ReadWordBefore(std::string_view text, Candidate* candidate) {
  size_t end = candidate->mark_begin;
  const size_t limit = end > kReach ? end - kReach : 0;
  while (end > limit && IsIgnorable(CharacterBefore(text, end))) end = Before(text, end);
  size_t begin = end;
  while (begin > limit) {
    const char32_t c = CharacterBefore(text, begin);
    if (!IsWordCharacter(c) && !JoinsSameKind(text, begin - 1)) break;
    begin = Before(text, begin);
  }
  while (begin < end && IsQuote(CharacterAt(text, begin))) begin = After(text, begin);
  candidate->word_begin = begin;
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
  candidate->next = SkipBlanks(text, candidate->run.end);
  candidate->blank_after = candidate->next > candidate->run.end || candidate->next == text.size();
  const std::string_view blanks = text.substr(candidate->run.end, candidate->next - candidate->run.end);
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

std::optional<Candidate> ReadCandidate(std::string_view text, size_t at, const LanguageRules& rules,
                                       QuoteCounter* quotes) {
  const std::optional<MarkRun> run = ReadMarkRun(text, at, rules, quotes);
  if (!run) return std::nullopt;
  Candidate candidate;
  candidate.run = *run;
  candidate.mark_begin = at;
  const char32_t before = CharacterBefore(text, at);
  candidate.blank_before = before == 0 || (IsBlank(before) && !IsIgnorable(before));
  ReadWordBefore(text, &candidate);
  ReadFollow(text, &candidate);
  return candidate;
}

}  // namespace polygist::ingest::segment
