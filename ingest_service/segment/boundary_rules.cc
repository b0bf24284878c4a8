#include "ingest_service/segment/boundary_rules.h"

#include <algorithm>
#include <string>

#include "common/text/utf8.h"
#include "ingest_service/segment/characters.h"
#include "ingest_service/segment/words.h"

namespace polygist::ingest::segment {
namespace {

// How far back a bracket, title or capital is looked for, in bytes. Measured: no bracket of the development
// texts that matters is longer; what counts is that the cost of a decision is bounded.
constexpr size_t kLookBack = 400;
// Shortest word, in letters, that is no abbreviation although nothing is known of it. Measured on the
// development texts: after words of five letters and more a full stop and a lower-case letter were a boundary
// 44 times and none 3 times; abbreviations that are longer are in the data.
constexpr int64_t kMinOrdinaryLetters = 5;

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
    if (IsPause()) return Inside(Rule::kPause);
    if (at_.follow == Follow::kLower) return BeforeLowerCase();
    if (at_.closes_bracket && !StarterFollows() && BracketOpenedWithin()) {
      return Inside(Rule::kInsideBracket);
    }
    // What closes after an abbreviation leaves it nothing to stand before.
    const bool closes = at_.closes_quote || at_.closes_bracket;
    if (at_.mark != Mark::kPeriod || closes) return Boundary(Rule::kMark);
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
    return at_.follow == Follow::kUpper && rules_.IsStarter(LowerCase(at_.next_word)) &&
           !(IsSingleLetter(at_.next_word) && CharacterAt(block_, at_.look_end) == '.');
  }

  // ---- line breaks ------------------------------------------------------------------------------------

  Verdict AtLineBreak() const {
    return at_.follow == Follow::kLower && !at_.opens_other ? Inside(Rule::kWrappedLine)
                                                            : Boundary(Rule::kLineBreak);
  }

  // ---- marks that need no blank -----------------------------------------------------------------------

  Verdict AtFullMark() const {
    if (at_.closes_quote && TiesQuote(FirstCharacter())) return Inside(Rule::kQuoteGoesOn);
    if (InsideTitle()) return Inside(Rule::kInsideTitle);
    if (at_.follow == Follow::kLower) return Inside(Rule::kLowerCase);
    return Boundary(Rule::kFullMark);
  }

  bool TiesQuote(std::string_view word) const {
    return std::binary_search(rules_.quote_continuations.begin(), rules_.quote_continuations.end(), word);
  }

  std::string_view FirstCharacter() const {
    return block_.substr(at_.next, After(block_, at_.next) - at_.next);
  }

  // "《摔跤吧！爸爸》": titles hold exclamation and question marks.
  bool InsideTitle() const {
    const std::string_view mark = block_.substr(at_.mark_begin, sizeof("！") - 1);
    if (mark != "！" && mark != "？") return false;
    const std::string_view recent = RecentPart();
    const size_t open = recent.rfind("《");
    return open != std::string_view::npos && recent.find("》", open) == std::string_view::npos &&
           !at_.closes_bracket;
  }

  // ---- no blank after the mark ------------------------------------------------------------------------

  Verdict WithoutBlank() const {
    const bool words_meet = at_.follow == Follow::kUpper && !at_.closes_quote && !at_.closes_bracket &&
                            NextWordEndsPlainly() && (MeetsStarter() || LowerWordMeetsTitleWord());
    return words_meet ? Boundary(Rule::kMissingBlank) : Inside(Rule::kNoBlank);
  }

  // "it was 1,000.That is", "Tuesday...The"
  bool MeetsStarter() const {
    return StarterFollows() && (IsPlainLowerWord(at_.word) || IsNumber(at_.word));
  }

  // "gesagt.Peter": the first word has no capital at all, so it is no "Node.Js".
  bool LowerWordMeetsTitleWord() const {
    return at_.mark != Mark::kEllipsis && at_.end == at_.mark_begin + 1 && IsPlainLowerWord(at_.word) &&
           WordIsOrdinary() && IsLower(CharacterAt(at_.word, 0)) && at_.next_word.size() >= 2;
  }

  // The next word stands free on its right, so the whole is no address or file name.
  bool NextWordEndsPlainly() const {
    const char32_t c = CharacterAt(block_, at_.look_end);
    return at_.look_end == at_.end + at_.next_word.size() && (c == 0 || IsBlank(c) || c == ',') &&
           at_.next == at_.end && !HasCapitalAfterFirst(at_.next_word);
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
    return IsNumber(at_.word) || IsSingleLetter(at_.word) || IsRomanNumeral(at_.word);
  }

  // "well ... I mean": three full stops after a blank are a pause; four are an ellipsis and a full stop.
  bool IsPause() const {
    return at_.mark == Mark::kEllipsis && at_.blank_before && at_.periods == 3 && !at_.line_break_after;
  }

  std::string_view Prefix() const {
    if (at_.word_begin <= sentence_begin_) return {};
    if (at_.word_begin - sentence_begin_ > kLookBack) return at_.word;
    return block_.substr(sentence_begin_, at_.word_begin - sentence_begin_);
  }

  // ---- before lower case ------------------------------------------------------------------------------

  Verdict BeforeLowerCase() const {
    if (at_.closes_quote || at_.closes_bracket || at_.mark == Mark::kEllipsis) return Inside(Rule::kLowerCase);
    if (TiesQuote(LowerCase(at_.next_word))) return Inside(Rule::kQuoteGoesOn);
    return at_.mark == Mark::kExclaim ? ExclaimBeforeLowerCase() : PeriodBeforeLowerCase();
  }

  // A reporting clause may follow after a dash or quotation mark: "Кто там? — спросил он."
  Verdict ExclaimBeforeLowerCase() const {
    if (at_.opens_quote || at_.opens_dash || at_.opens_other) return Inside(Rule::kLowerCase);
    if (WrittenWithoutCapitals()) return Boundary(Rule::kCaselessWriter);
    const bool question = block_[at_.mark_begin] == '?' && !at_.word.empty();
    return question ? Boundary(Rule::kLowerCaseStart) : Inside(Rule::kLowerCase);
  }

  Verdict PeriodBeforeLowerCase() const {
    if (!WordIsOrdinary()) return Inside(Rule::kLowerCase);
    if (WrittenWithoutCapitals()) return Boundary(Rule::kCaselessWriter);
    return WordIsWellKnown() ? Boundary(Rule::kLowerCaseStart) : Inside(Rule::kLowerCase);
  }

  // Long or frequent enough that it would be in the data if it were an abbreviation.
  bool WordIsWellKnown() const {
    if (IsNumber(at_.word)) return true;
    const std::string word = LowerCase(at_.word);
    if (rules_.IsStarter(word)) return true;
    const int64_t letters = text::CountCodePoints(word);
    if (IsUpper(CharacterAt(at_.word, 0))) {
      return letters >= kMinOrdinaryLetters && word.find('.') == std::string::npos;
    }
    const int64_t needed = kMinOrdinaryLetters - rules_.IsStarter(at_.next_word);
    return letters >= needed && IsPlainLowerWord(word) && EndsAsWordsDo(word);
  }

  bool EndsAsWordsDo(std::string_view word) const {
    return rules_.endings.empty() ||
           std::find(rules_.endings.begin(), rules_.endings.end(), CharacterBefore(word, word.size())) !=
               rules_.endings.end();
  }

  bool WordIsOrdinary() const {
    if (IsNumber(at_.word)) return !rules_.ordinals;
    return !at_.word.empty() && !IsSingleLetter(at_.word) && !IsDottedLetters(at_.word) && !IsVowelless(at_.word) &&
           Lookup(LowerCase(at_.word)) == Abbreviation::kNone;
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
      at = Before(recent, at);
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
        return AfterUnknown(word);
      case Abbreviation::kUnit:
        return FollowsNumber() ? AfterUnit() : AfterAmbiguous(Rule::kUnit);
      case Abbreviation::kEither:
        return AfterAmbiguous(Rule::kAbbreviationInside);
      case Abbreviation::kEnd:
        return at_.follow == Follow::kDigit ? Inside(Rule::kAbbreviationInside) : Boundary(Rule::kMark);
      case Abbreviation::kNone:
        return AfterUnknown(word);
    }
    return Boundary(Rule::kMark);
  }

  Verdict AfterUnit() const {
    return at_.follow == Follow::kDigit ? Inside(Rule::kUnit) : Boundary(Rule::kMark);
  }

  static bool EndsInDigit(std::string_view word) { return IsDigit(CharacterBefore(word, word.size())); }

  // "5 zł", "5 tys. zł"
  bool FollowsNumber() const {
    const std::string_view before = WordBefore(at_.word_begin);
    const size_t begin = static_cast<size_t>(before.data() - block_.data());
    return EndsInDigit(before) || EndsInDigit(WordBefore(begin));
  }

  // Entries with a capital ("Gen") match capitalized words only, the others any.
  Abbreviation Lookup(const std::string& lower_case_word) const {
    const Abbreviation found = LookupExactly(lower_case_word, at_.word);
    size_t elided = at_.word.size();
    while (elided > 0 && !IsElision(CharacterBefore(at_.word, elided))) {
      elided = Before(at_.word, elided);
    }
    if (found != Abbreviation::kNone || elided == 0) return found;
    const std::string_view rest = at_.word.substr(elided);
    return LookupExactly(LowerCase(rest), rest);
  }

  // "l'Ing.", "Vize-Präs."
  static bool IsElision(char32_t c) { return c == '\'' || c == U'’' || c == '-'; }

  Abbreviation LookupExactly(const std::string& lower_case_word, std::string_view word) const {
    const Abbreviation found = rules_.Find(lower_case_word);
    if (found != Abbreviation::kNone || word.empty() || word[0] < 'A' || word[0] > 'Z' ||
        lower_case_word[0] != word[0] - 'A' + 'a') {
      return found;
    }
    std::string titled = lower_case_word;
    titled[0] = word[0];
    return rules_.Find(titled);
  }

  Verdict AfterNumber() const {
    if (!rules_.ordinals_before_capitals || !IsShortNumber(at_.word)) return Boundary(Rule::kMark);
    return AfterAmbiguous(Rule::kOrdinal);
  }

  Verdict AfterAmbiguous(Rule otherwise) const {
    return StarterFollows() ? Boundary(Rule::kAbbreviationEnd) : Inside(otherwise);
  }

  Verdict AfterUnknown(const std::string& word) const {
    if (IsSingleLetter(at_.word)) return AfterLetter();
    if (IsDottedLetters(word)) return AfterAmbiguous(Rule::kAcronym);
    if (IsVowelless(at_.word)) return AfterAmbiguous(Rule::kVowelless);
    if (rules_.ordinals_before_capitals && IsRomanNumeral(at_.word)) return AfterAmbiguous(Rule::kOrdinal);
    return Boundary(Rule::kMark);
  }

  // "J. Smith", but "you and I. Did" and "Mac OS X. The".
  Verdict AfterLetter() const {
    if (!IsUpperLetter(at_.word)) return AfterAmbiguous(Rule::kInitial);
    const bool may_end = IsLower(CharacterAt(WordBefore(at_.word_begin), 0)) ||
                         std::string_view("IVX").find(at_.word[0]) != std::string_view::npos;
    return StarterFollows() && may_end ? Boundary(Rule::kAbbreviationEnd) : Inside(Rule::kInitial);
  }

  // The word of the sentence that ends before the blanks before `at`; empty at the begin of the sentence.
  std::string_view WordBefore(size_t at) const {
    size_t end = at;
    while (end > sentence_begin_ && block_[end - 1] == ' ') --end;
    size_t begin = end;
    while (begin > sentence_begin_ && block_[begin - 1] != ' ' && end - begin < kLookBack) --begin;
    while (begin < end && (block_[begin] & 0xC0) == 0x80) ++begin;
    return block_.substr(begin, end - begin);
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
    begin = Before(block_, begin);
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

bool EndsAtBlank(std::string_view block, size_t sentence_begin, size_t at, const LanguageRules& rules) {
  const std::string_view before = block.substr(sentence_begin, at - sentence_begin);
  const std::string_view after = block.substr(SkipBlanks(block, at));
  if (before.empty() || after.empty() || IsExtender(CharacterAt(after, 0))) return false;
  return std::any_of(rules.blank_enders.begin(), rules.blank_enders.end(),
                     [before](std::string_view word) { return before.ends_with(word); }) ||
         std::any_of(rules.blank_starters.begin(), rules.blank_starters.end(),
                     [after](std::string_view word) { return after.starts_with(word); });
}

Verdict Decide(std::string_view block, size_t sentence_begin, const Candidate& candidate,
               const LanguageRules& rules) {
  return Decision(block, sentence_begin, candidate, rules).Make();
}

}  // namespace polygist::ingest::segment
