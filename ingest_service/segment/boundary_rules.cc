#include "ingest_service/segment/boundary_rules.h"

#include <algorithm>
#include <string>

#include "ingest_service/segment/characters.h"
#include "ingest_service/segment/words.h"

namespace polygist::ingest::segment {
namespace {

// How far back a bracket, title or capital is looked for, in bytes. Measured: no bracket of the development
// texts that matters is longer; what counts is that the cost of a decision is bounded.
constexpr size_t kLookBack = 400;

constexpr Verdict Boundary(Rule rule) { return {true, rule}; }
constexpr Verdict Inside(Rule rule) { return {false, rule}; }

class Decision {
 public:
  Decision(std::string_view block, size_t sentence_begin, const Candidate& candidate,
           const LanguageRules& rules)
      : block_(block), sentence_begin_(sentence_begin), at_(candidate), rules_(rules) {}

  Verdict Make() const {
    if (at_.follow == Follow::kEnd) return Boundary(Rule::kEndOfBlock);
    if (at_.follow == Follow::kContinuation) return Inside(Rule::kContinuation);
    if (NothingYet()) return Inside(Rule::kNothingYet);
    if (at_.mark == Mark::kLineBreak) return AtLineBreak();
    if (at_.mark == Mark::kFull) return AtFullMark();
    if (!at_.blank_after) return WithoutBlank();
    if (IsListMarker()) return Inside(Rule::kListMarker);
    if (at_.mark == Mark::kPictograph) return AtPictograph();
    if (at_.mark == Mark::kPeriod && at_.blank_before) return Boundary(Rule::kSpacedPeriod);
    if (at_.follow == Follow::kLower) return BeforeLowerCase();
    if (at_.closes_bracket && !StarterFollows() && BracketOpenedWithin()) {
      return Inside(Rule::kInsideBracket);
    }
    if (at_.mark != Mark::kPeriod || at_.closes_quote) return Boundary(Rule::kMark);
    return AtPeriod();
  }

 private:
  std::string_view SentenceSoFar() const {
    return block_.substr(sentence_begin_, at_.mark_begin - sentence_begin_);
  }

  std::string_view RecentPart() const {
    const std::string_view sentence = SentenceSoFar();
    if (sentence.size() <= kLookBack) return sentence;
    size_t begin = sentence.size() - kLookBack;
    while ((sentence[begin] & 0xC0) == 0x80) ++begin;
    return sentence.substr(begin);
  }

  bool NothingYet() const { return !HasLetterOrDigit(RecentPart()); }

  bool StarterFollows() const {
    return at_.follow == Follow::kUpper && rules_.IsStarter(LowerCase(at_.next_word));
  }

  // ---- line breaks ------------------------------------------------------------------------------------

  Verdict AtLineBreak() const {
    return at_.follow == Follow::kLower && !at_.opens_other ? Inside(Rule::kWrappedLine)
                                                            : Boundary(Rule::kLineBreak);
  }

  // ---- marks that need no blank -----------------------------------------------------------------------

  Verdict AtFullMark() const {
    if (at_.closes_quote && std::binary_search(rules_.quote_continuations.begin(),
                                               rules_.quote_continuations.end(), FirstCharacter())) {
      return Inside(Rule::kQuoteGoesOn);
    }
    if (InsideTitle()) return Inside(Rule::kInsideTitle);
    if (at_.follow == Follow::kLower) return Inside(Rule::kLowerCase);
    return Boundary(Rule::kFullMark);
  }

  std::string_view FirstCharacter() const {
    return block_.substr(at_.next, After(block_, at_.next) - at_.next);
  }

  bool InsideTitle() const {
    const std::string_view recent = RecentPart();
    const size_t open = recent.rfind("《");
    return open != std::string_view::npos && recent.find("》", open) == std::string_view::npos &&
           !at_.closes_bracket;
  }

  // ---- no blank after the mark ------------------------------------------------------------------------

  Verdict WithoutBlank() const {
    const bool words_meet = at_.mark != Mark::kEllipsis && at_.end == at_.mark_begin + 1 &&
                            at_.follow == Follow::kUpper && at_.next == at_.end &&
                            IsPlainLowerWord(at_.word) && NextWordEndsPlainly() &&
                            at_.next_word.size() >= 2;
    return words_meet ? Boundary(Rule::kMissingBlank) : Inside(Rule::kNoBlank);
  }

  // The next word stands free on its right, so the whole is no address or file name.
  bool NextWordEndsPlainly() const {
    const char32_t c = CharacterAt(block_, at_.look_end);
    return at_.look_end == at_.end + at_.next_word.size() && (IsBlank(c) || c == ',') &&
           !HasCapitalAfterFirst(at_.next_word);
  }

  static bool HasCapitalAfterFirst(std::string_view word) {
    for (size_t at = After(word, 0); at < word.size(); at = After(word, at)) {
      if (IsUpper(CharacterAt(word, at))) return true;
    }
    return false;
  }

  // ---- what stands at the begin of the sentence -------------------------------------------------------

  // The sentence so far is a number of at most three digits, a letter or a Roman numeral, perhaps after
  // bullets and brackets.
  bool IsListMarker() const {
    if (at_.mark != Mark::kPeriod || HasLetterOrDigit(Prefix())) return false;
    return (IsNumber(at_.word) && at_.word.size() <= 3) || IsSingleLetter(at_.word) ||
           IsRomanNumeral(at_.word);
  }

  std::string_view Prefix() const {
    if (at_.word_begin <= sentence_begin_) return {};
    if (at_.word_begin - sentence_begin_ > kLookBack) return at_.word;
    return block_.substr(sentence_begin_, at_.word_begin - sentence_begin_);
  }

  // ---- before lower case ------------------------------------------------------------------------------

  Verdict BeforeLowerCase() const {
    const bool caseless = !at_.closes_quote && !at_.closes_bracket && !at_.opens_quote &&
                          at_.mark != Mark::kEllipsis && WordIsOrdinary() && WrittenWithoutCapitals();
    return caseless ? Boundary(Rule::kCaselessWriter) : Inside(Rule::kLowerCase);
  }

  bool WordIsOrdinary() const {
    return !IsNumber(at_.word) && !IsSingleLetter(at_.word) && !IsDottedLetters(at_.word) &&
           !IsVowelless(at_.word) && rules_.Find(LowerCase(at_.word)) == Abbreviation::kNone;
  }

  bool WrittenWithoutCapitals() const {
    const std::string_view recent = RecentPart();
    size_t at = 0;
    while (at < recent.size() && !IsLetter(CharacterAt(recent, at))) at = After(recent, at);
    if (at == recent.size() || !IsLower(CharacterAt(recent, at))) return false;
    for (; at < recent.size(); at = After(recent, at)) {
      if (IsUpper(CharacterAt(recent, at))) return false;
    }
    return recent.find(' ') != std::string_view::npos;
  }

  // ---- brackets and pictographs -----------------------------------------------------------------------

  bool BracketOpenedWithin() const {
    const std::string_view recent = RecentPart();
    size_t at = recent.size();
    while (at > 0) {
      const char32_t c = CharacterBefore(recent, at);
      do --at; while (at > 0 && (recent[at] & 0xC0) == 0x80);
      if (IsOpeningBracket(c)) return HasLetterOrDigit(recent.substr(0, at));
    }
    return false;
  }

  Verdict AtPictograph() const {
    return StarterFollows() ? Boundary(Rule::kPictograph) : Inside(Rule::kPictograph);
  }

  // ---- the full stop ----------------------------------------------------------------------------------

  Verdict AtPeriod() const {
    if (IsNumber(at_.word)) return AfterNumber();
    const std::string word = JoinedWord();
    switch (Lookup(word)) {
      case Abbreviation::kBefore:
        return Inside(Rule::kAbbreviationBefore);
      case Abbreviation::kBeforeNumber:
        if (at_.follow == Follow::kDigit || IsRomanNumeral(at_.next_word)) {
          return Inside(Rule::kAbbreviationNumber);
        }
        return Boundary(Rule::kMark);
      case Abbreviation::kEither:
        return AfterAmbiguous(Rule::kAbbreviationInside);
      case Abbreviation::kEnd:
        return at_.follow == Follow::kDigit ? Inside(Rule::kAbbreviationInside) : Boundary(Rule::kMark);
      case Abbreviation::kNone:
        return AfterUnknown(word);
    }
    return Boundary(Rule::kMark);
  }

  // Entries with a capital ("Gen") match capitalized words only, the others any.
  Abbreviation Lookup(const std::string& lower_case_word) const {
    const Abbreviation found = rules_.Find(lower_case_word);
    if (found != Abbreviation::kNone || at_.word.empty() || at_.word[0] < 'A' || at_.word[0] > 'Z') {
      return found;
    }
    std::string titled = lower_case_word;
    titled[0] = static_cast<char>(titled[0] - 'a' + 'A');
    return rules_.Find(titled);
  }

  Verdict AfterNumber() const {
    if (!rules_.ordinals || !IsShortNumber(at_.word)) return Boundary(Rule::kMark);
    return AfterAmbiguous(Rule::kOrdinal);
  }

  Verdict AfterAmbiguous(Rule otherwise) const {
    return StarterFollows() ? Boundary(Rule::kAbbreviationEnd) : Inside(otherwise);
  }

  Verdict AfterUnknown(const std::string& word) const {
    if (IsSingleLetter(at_.word)) return AfterLetter();
    if (IsDottedLetters(word)) return AfterAmbiguous(Rule::kAcronym);
    if (IsVowelless(at_.word)) return AfterAmbiguous(Rule::kVowelless);
    if (rules_.ordinals && IsRomanNumeral(at_.word)) return AfterAmbiguous(Rule::kOrdinal);
    return Boundary(Rule::kMark);
  }

  // "J. Smith", but "you and I. Did".
  Verdict AfterLetter() const {
    if (!IsUpperLetter(at_.word)) return AfterAmbiguous(Rule::kInitial);
    return StarterFollows() && IsLower(FirstLetterOfWordBefore()) ? Boundary(Rule::kAbbreviationEnd)
                                                                 : Inside(Rule::kInitial);
  }

  char32_t FirstLetterOfWordBefore() const {
    size_t end = at_.word_begin;
    while (end > sentence_begin_ && block_[end - 1] == ' ') --end;
    size_t begin = end;
    while (begin > sentence_begin_ && block_[begin - 1] != ' ' && end - begin < kLookBack) --begin;
    while (begin < end && (block_[begin] & 0xC0) == 0x80) ++begin;
    return begin < end ? CharacterAt(block_, begin) : 0;
  }

  // The word in lower case; with the letters before it when it is one of "z. B" or "s. r. o".
  std::string JoinedWord() const {
    size_t begin = at_.word_begin;
    if (IsSingleLetter(at_.word)) {
      for (int letters = 0; letters < 4; ++letters) {
        const size_t earlier = LetterBefore(begin);
        if (earlier == begin) break;
        begin = earlier;
      }
    }
    std::string word = LowerCase(block_.substr(begin, at_.mark_begin - begin));
    word.erase(std::remove_if(word.begin(), word.end(), [](char c) { return c == ' '; }), word.end());
    return word;
  }

  // Where "x. " before `at` begins, or `at` when there is no such thing.
  size_t LetterBefore(size_t at) const {
    if (at < sentence_begin_ + 3 || block_[at - 1] != ' ' || block_[at - 2] != '.') return at;
    size_t begin = at - 2;
    if (!IsLetter(CharacterBefore(block_, begin))) return at;
    do --begin; while ((block_[begin] & 0xC0) == 0x80);
    if (begin <= sentence_begin_) return begin;
    const char32_t before = CharacterBefore(block_, begin);
    return IsLetter(before) || before == '.' ? at : begin;
  }

  std::string_view block_;
  size_t sentence_begin_;
  const Candidate& at_;
  const LanguageRules& rules_;
};

}  // namespace

Verdict Decide(std::string_view block, size_t sentence_begin, const Candidate& candidate,
               const LanguageRules& rules) {
  return Decision(block, sentence_begin, candidate, rules).Make();
}

}  // namespace polygist::ingest::segment
