#include "ingest_service/segment/boundary_rules.h"

#include <algorithm>
#include <string>

#include "common/text/utf8.h"
#include "ingest_service/segment/characters.h"
#include "ingest_service/segment/sentence_context.h"
#include "ingest_service/segment/words.h"

namespace polygist::ingest::segment {
namespace {

// Shortest word, in letters, that is taken for no abbreviation although nothing is known of it.
// Measured on development texts of seven languages: after unlisted words of five letters and more,
// a full stop before a lower-case letter was a boundary 92 times and none 16 times, 13 of them
// ordinals spelled out in Turkish. After four letters, abbreviations are frequent.
constexpr int64_t kMinOrdinaryLetters = 5;

constexpr Verdict Boundary(Rule rule) { return {true, rule}; }
constexpr Verdict Inside(Rule rule) { return {false, rule}; }

class Decision {
 public:
  Decision(std::string_view block, size_t sentence_begin, const Candidate& candidate, const LanguageRules& rules)
      : block_(block), at_(candidate), rules_(rules), sentence_(block, sentence_begin, at_) {}

  // The order matters: each rule may rely on those before it not having held.
  Verdict Make() const {
    if (at_.follow == Follow::kEnd) return Boundary(Rule::kEndOfBlock);
    if (at_.follow == Follow::kContinuation) return Inside(Rule::kContinuation);
    if (NumeroFollowsPeriod()) return Inside(Rule::kContinuation);
    if (!sentence_.HasWords()) return Inside(Rule::kNothingYet);
    if (at_.run.kind == Mark::kLineBreak) return AtLineBreak();
    if (at_.run.kind == Mark::kFull) return AtFullMark();
    if (!at_.blank_after) return WithoutBlank();
    if (IsListMarker()) return Inside(Rule::kListMarker);
    if (at_.run.kind == Mark::kPictograph) return AtPictograph();
    if (at_.run.kind == Mark::kPeriod && at_.blank_before) return Boundary(Rule::kSpacedPeriod);
    if (IsPause()) return Inside(Rule::kPause);
    if (at_.follow == Follow::kLower) return BeforeLowerCase();
    if (at_.run.closes_quote && TiesQuote()) return Inside(Rule::kQuoteGoesOn);
    if (at_.run.closes_bracket && !StarterFollows() && sentence_.OpensBracketWithin()) {
      return Inside(Rule::kInsideBracket);
    }
    // What closes after an abbreviation leaves it nothing to stand before.
    const bool closes = at_.run.closes_quote || at_.run.closes_bracket;
    return at_.run.kind == Mark::kPeriod && !closes ? AtPeriod() : Boundary(Rule::kMark);
  }

 private:
  // "2012 г. № 590": the number of what was just named.
  bool NumeroFollowsPeriod() const {
    return at_.run.kind == Mark::kPeriod && !at_.line_break_after && CharacterAt(block_, at_.next) == U'№';
  }

  // A word follows that is rarely capitalized inside a sentence, and is no initial.
  bool StarterFollows() const {
    return at_.follow == Follow::kUpper && !InitialFollows() && rules_.IsStarter(LowerCase(at_.next_word));
  }

  Verdict AfterAmbiguous(Rule otherwise) const {
    return StarterFollows() ? Boundary(Rule::kAbbreviationEnd) : Inside(otherwise);
  }

  Verdict AtLineBreak() const {
    return at_.follow == Follow::kLower && !at_.opens_other ? Inside(Rule::kWrappedLine) : Boundary(Rule::kLineBreak);
  }

  Verdict AtPictograph() const { return StarterFollows() ? Boundary(Rule::kPictograph) : Inside(Rule::kPictograph); }

  // ---- marks that need no blank
  // -----------------------------------------------------------------------

  Verdict AtFullMark() const {
    if (at_.run.closes_quote && TiesQuote()) return Inside(Rule::kQuoteGoesOn);
    if (MayStandInTitle() && sentence_.IsInsideTitle()) return Inside(Rule::kInsideTitle);
    if (IsArabicInitial()) return Inside(Rule::kInitial);
    if (at_.follow == Follow::kLower) return Inside(Rule::kLowerCase);
    return Boundary(Rule::kFullMark);
  }

  bool TiesQuote() const {
    return rules_.TiesQuote(LowerCase(at_.next_word)) ||
           std::any_of(rules_.quote_prefixes.begin(), rules_.quote_prefixes.end(),
                       [this](std::string_view prefix) { return block_.substr(at_.next, prefix.size()) == prefix; });
  }

  // "《摔跤吧！爸爸》": titles hold exclamation and question marks, not full stops.
  bool MayStandInTitle() const {
    const char32_t mark = CharacterAt(block_, at_.mark_begin);
    return (mark == U'！' || mark == U'？') && !at_.run.closes_bracket;
  }

  // "ا۔ ب۔ خان"
  bool IsArabicInitial() const { return CharacterAt(block_, at_.mark_begin) == U'۔' && IsSingleLetter(at_.word); }

  // ---- no blank after the mark
  // ------------------------------------------------------------------------

  Verdict WithoutBlank() const {
    const bool words_meet = at_.follow == Follow::kUpper && !at_.run.closes_quote && !at_.run.closes_bracket &&
                            NextWordEndsPlainly() && (MeetsStarter() || LowerWordMeetsTitleWord());
    return words_meet ? Boundary(Rule::kMissingBlank) : Inside(Rule::kNoBlank);
  }

  // "it was 1,000.That is", "Tuesday...The"
  bool MeetsStarter() const { return StarterFollows() && (IsPlainLowerWord(at_.word) || IsNumber(at_.word)); }

  // "gesagt.Peter": the first word has no capital at all, so it is no "Node.Js".
  bool LowerWordMeetsTitleWord() const {
    return at_.run.kind != Mark::kEllipsis && at_.run.end == at_.mark_begin + 1 && IsPlainLowerWord(at_.word) &&
           WordIsOrdinary() && IsLower(CharacterAt(at_.word, 0)) && at_.next_word.size() >= 2;
  }

  // The next word stands free on its right, so the whole is no address or file name.
  bool NextWordEndsPlainly() const {
    const char32_t c = CharacterAt(block_, at_.look_end);
    return at_.next == at_.run.end && at_.look_end == at_.run.end + at_.next_word.size() &&
           (c == 0 || IsBlank(c) || c == ',') &&
           (!HasCapitalAfterFirst(at_.next_word) || IsRomanNumeral(at_.next_word));
  }

  // ---- what stands alone
  // ------------------------------------------------------------------------------

  // The sentence so far is a number, a letter or a Roman numeral, perhaps after bullets and
  // brackets.
  bool IsListMarker() const {
    const bool marker = IsNumber(at_.word) || IsSingleLetter(at_.word) || IsRomanNumeral(at_.word);
    return marker && at_.run.kind == Mark::kPeriod && !sentence_.HasEarlierWords();
  }

  // "well ... I mean": three full stops after a blank are a pause; four are an ellipsis and a full
  // stop.
  bool IsPause() const {
    return at_.run.kind == Mark::kEllipsis && at_.blank_before && at_.run.periods == 3 && !at_.line_break_after;
  }

  // ---- before lower case
  // ------------------------------------------------------------------------------

  Verdict BeforeLowerCase() const {
    const bool closes = at_.run.closes_quote || at_.run.closes_bracket;
    if (closes || at_.run.kind == Mark::kEllipsis) return Inside(Rule::kLowerCase);
    if (TiesQuote()) return Inside(Rule::kQuoteGoesOn);
    return at_.run.kind == Mark::kExclaim ? ExclaimBeforeLowerCase() : PeriodBeforeLowerCase();
  }

  // A reporting clause may follow after a dash or quotation mark: "Кто там? — спросил он."
  Verdict ExclaimBeforeLowerCase() const {
    if (at_.opens_quote || at_.opens_dash || at_.opens_other) return Inside(Rule::kLowerCase);
    if (sentence_.IsWithoutCapitals()) return Boundary(Rule::kCaselessWriter);
    const bool question = block_[at_.mark_begin] == '?' && !at_.word.empty();
    return question ? Boundary(Rule::kLowerCaseStart) : Inside(Rule::kLowerCase);
  }

  Verdict PeriodBeforeLowerCase() const {
    if (!WordIsOrdinary()) return Inside(Rule::kLowerCase);
    if (sentence_.IsWithoutCapitals()) return Boundary(Rule::kCaselessWriter);
    return WordIsWellKnown() ? Boundary(Rule::kLowerCaseStart) : Inside(Rule::kLowerCase);
  }

  bool WordIsOrdinary() const {
    if (IsNumber(at_.word)) return !rules_.ordinals;
    return !at_.word.empty() && !IsSingleLetter(at_.word) && !IsDottedLetters(at_.word) && !IsVowelless(at_.word) &&
           rules_.FindAsWritten(at_.word) == Abbreviation::kNone;
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
    return letters >= needed && IsPlainLowerWord(word) && rules_.MayEndWord(CharacterBefore(word, word.size()));
  }

  // ---- the full stop
  // ----------------------------------------------------------------------------------

  Verdict AtPeriod() const {
    if (IsNumber(at_.word)) return AfterNumber();
    const std::string word = sentence_.JoinedWord();
    switch (rules_.FindAsWritten(word)) {
      case Abbreviation::kBefore:
        return Inside(Rule::kAbbreviationBefore);
      case Abbreviation::kBeforeNumber:
        return NumberFollows() ? Inside(Rule::kAbbreviationNumber) : AfterUnknown(word);
      case Abbreviation::kUnit:
        return AfterUnit();
      case Abbreviation::kEither:
        return AfterAmbiguous(Rule::kAbbreviationInside);
      case Abbreviation::kEnd:
        return AfterEnd();
      case Abbreviation::kWord:
        return AfterWord(word);
      case Abbreviation::kNone:
        break;
    }
    return AfterUnknown(word);
  }

  bool NumberFollows() const { return at_.follow == Follow::kDigit || IsRomanNumeral(at_.next_word); }

  Verdict AfterNumber() const {
    if (!rules_.ordinals_before_capitals || !IsShortNumber(at_.word)) return Boundary(Rule::kMark);
    return AfterAmbiguous(Rule::kOrdinal);
  }

  Verdict AfterUnit() const {
    if (!sentence_.FollowsNumber(rules_)) return AfterAmbiguous(Rule::kUnit);
    return at_.follow == Follow::kDigit ? Inside(Rule::kUnit) : Boundary(Rule::kMark);
  }

  // "5 p.m. Police said", but "5 p.m. Friday" and "At 5 a.m. Mr. Hall went".
  Verdict AfterEnd() const {
    if (StarterFollows()) return Boundary(Rule::kAbbreviationEnd);
    const bool goes_on = at_.follow == Follow::kDigit || rules_.IsContinuer(LowerCase(at_.next_word));
    return goes_on || sentence_.IsShort() ? Inside(Rule::kAbbreviationInside) : Boundary(Rule::kAbbreviationEnd);
  }

  // "posted it on X. Police said", but "Malcolm X. Shabazz" and "X. Y. Zhang".
  Verdict AfterWord(std::string_view word) const {
    const bool beside_name = !IsLower(CharacterAt(sentence_.EarlierWord(), 0)) || InitialFollows();
    return beside_name ? AfterUnknown(word) : Boundary(Rule::kMark);
  }

  bool InitialFollows() const { return IsSingleLetter(at_.next_word) && CharacterAt(block_, at_.look_end) == '.'; }

  Verdict AfterUnknown(std::string_view word) const {
    if (IsSingleLetter(at_.word)) return AfterLetter();
    if (IsDottedLetters(word)) return AfterAmbiguous(Rule::kAcronym);
    if (IsVowelless(at_.word)) return AfterAmbiguous(Rule::kVowelless);
    if (rules_.ordinals_before_capitals && IsRomanNumeral(at_.word)) return AfterAmbiguous(Rule::kOrdinal);
    return Boundary(Rule::kMark);
  }

  // "J. Smith", but "you and I. Did" and "Mac OS X. The".
  Verdict AfterLetter() const {
    if (InitialFollows()) return Inside(Rule::kInitial);
    if (IsLower(CharacterAt(at_.word, 0))) return AfterLowerLetter();
    if (!IsUpperLetter(at_.word)) return AfterAmbiguous(Rule::kInitial);
    const bool numeral = std::string_view("IVX").find(at_.word[0]) != std::string_view::npos;
    const bool may_end = numeral || IsLower(CharacterAt(sentence_.EarlierWord(), 0));
    return StarterFollows() && may_end ? Boundary(Rule::kAbbreviationEnd) : Inside(Rule::kInitial);
  }

  // It is a word unless the data knows better (Turkish and Ewe "o", Tajik "ӯ"), but "(b. 1950)".
  Verdict AfterLowerLetter() const {
    const bool free = IsBlank(CharacterBefore(block_, at_.word_begin));
    return free && at_.follow == Follow::kUpper ? Boundary(Rule::kMark) : AfterAmbiguous(Rule::kInitial);
  }

  std::string_view block_;
  const Candidate& at_;
  const LanguageRules& rules_;
  SentenceContext sentence_;
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

Verdict Decide(std::string_view block, size_t sentence_begin, const Candidate& candidate, const LanguageRules& rules) {
  return Decision(block, sentence_begin, candidate, rules).Make();
}

}  // namespace polygist::ingest::segment
