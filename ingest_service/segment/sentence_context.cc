#include "ingest_service/segment/sentence_context.h"

#include <algorithm>

#include "ingest_service/segment/characters.h"
#include "ingest_service/segment/words.h"

namespace polygist::ingest::segment {
namespace {

// Letters with full stops that are joined to the one at the mark: "v. o. s", "i. d. F. v".
constexpr int kMaxJoinedLetters = 4;
// Words between which and a unit a number stands: "5 tys. zł", "42 hab. / km²".
constexpr int kUnitReach = 3;
constexpr int kShortSentenceWords = 3;

bool IsTrailByte(char byte) { return (byte & 0xC0) == 0x80; }

bool EndsInDigit(std::string_view word) { return IsDigit(CharacterBefore(word, word.size())); }

}  // namespace

std::string_view SentenceContext::Recent() const {
  size_t begin = sentence_begin_;
  if (at_.mark_begin - begin > kReach) begin = at_.mark_begin - kReach;
  while (begin < at_.mark_begin && IsTrailByte(block_[begin])) ++begin;
  return block_.substr(begin, at_.mark_begin - begin);
}

bool SentenceContext::HasWords() const { return HasLetterOrDigit(Recent()); }

bool SentenceContext::HasEarlierWords() const {
  if (at_.word_begin <= sentence_begin_) return false;
  const size_t size = at_.word_begin - sentence_begin_;
  return size > kReach || HasLetterOrDigit(block_.substr(sentence_begin_, size));
}

bool SentenceContext::IsShort() const {
  const std::string_view recent = Recent();
  return recent.size() < kReach && std::count(recent.begin(), recent.end(), ' ') < kShortSentenceWords;
}

bool SentenceContext::IsWithoutCapitals() const {
  const std::string_view recent = Recent();
  size_t at = 0;
  while (at < recent.size() && !IsLetter(CharacterAt(recent, at))) at = After(recent, at);
  if (!IsLower(CharacterAt(recent, at))) return false;
  for (; at < recent.size(); at = After(recent, at)) {
    if (IsUpper(CharacterAt(recent, at))) return false;
  }
  return recent.find(' ') != std::string_view::npos;
}

bool SentenceContext::OpensBracketWithin() const {
  const std::string_view recent = Recent();
  size_t at = recent.size();
  while (at > 0) {
    const char32_t c = CharacterBefore(recent, at);
    at = Before(recent, at);
    if (IsOpeningBracket(c)) return HasLetterOrDigit(recent.substr(0, at));
  }
  return false;
}

bool SentenceContext::IsInsideTitle() const {
  const std::string_view recent = Recent();
  const size_t open = recent.rfind("《");
  return open != std::string_view::npos && recent.find("》", open) == std::string_view::npos;
}

bool SentenceContext::FollowsNumber(const LanguageRules& rules) const {
  size_t begin = at_.word_begin;
  std::string_view later;
  for (int words = 0; words < kUnitReach; ++words) {
    const std::string_view word = WordBefore(begin);
    if (EndsInDigit(word)) return true;
    if (word.ends_with('.') && rules.IsStarter(LowerCase(later))) return false;
    later = word;
    begin = static_cast<size_t>(word.data() - block_.data());
  }
  return false;
}

std::string SentenceContext::JoinedWord() const {
  size_t begin = at_.word_begin;
  if (IsSingleLetter(at_.word)) {
    for (int letters = 0; letters < kMaxJoinedLetters; ++letters) {
      const size_t earlier = LetterBefore(begin);
      if (earlier == begin) break;
      begin = earlier;
    }
  }
  std::string word(block_.substr(begin, at_.mark_begin - begin));
  std::erase(word, ' ');
  return word;
}

std::string_view SentenceContext::WordBefore(size_t at) const {
  size_t end = at;
  while (end > sentence_begin_ && block_[end - 1] == ' ') --end;
  size_t begin = end;
  while (begin > sentence_begin_ && block_[begin - 1] != ' ' && end - begin < kReach) --begin;
  while (begin < end && IsTrailByte(block_[begin])) ++begin;
  return block_.substr(begin, end - begin);
}

// Where "x. " before `at` begins, or `at` when there is no such thing.
size_t SentenceContext::LetterBefore(size_t at) const {
  if (at < sentence_begin_ + 3 || block_[at - 1] != ' ' || block_[at - 2] != '.') return at;
  if (!IsLetter(CharacterBefore(block_, at - 2))) return at;
  const size_t begin = Before(block_, at - 2);
  if (begin <= sentence_begin_) return begin;
  const char32_t before = CharacterBefore(block_, begin);
  return IsLetter(before) || before == '.' ? at : begin;
}

}  // namespace polygist::ingest::segment
