// One pass over the words of a text that finds its keys. Used by keys.cc only.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/time/time.h"
#include "common/text/utf8.h"
#include "summary_service/lexicon/keys.h"
#include "summary_service/lexicon/locale_tables.h"
#include "summary_service/lexicon/numerals.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary {

// Each Read* looks at token `at` and returns how many tokens it took; 0 when nothing of its kind is
// there.
class KeyReader {
 public:
  // `tokens`: Tokenize(text). All must outlive it.
  KeyReader(std::string_view text, std::span<const Token> tokens, std::string_view language,
            std::optional<absl::Time> published)
      : text_(text), language_(language), tables_(TablesOf(language)), tokens_(tokens), published_(published) {
    SplitCurrencySigns();
    SplitPrefixes();
    SplitScales();
    JoinHanNumerals();
    FindPhrases();
  }

  std::vector<Key> Read();

 private:
  static bool IsYear(double value) { return value >= 1900 && value <= 2100 && value == static_cast<int>(value); }

  struct Amount {
    double value = 0;
    size_t tokens = 0;   // 0: no number here.
    bool plain = false;  // Bare digits: may be a year or a day.
    bool in_words = false;
    std::string_view rest;  // Letters glued behind the digits.
  };

  // "Rp2.300" is one word to UAX 29.
  void SplitCurrencySigns();

  // "و100", and 100, is one word.
  void SplitPrefixes();

  // "万人" of "120万人" is one word to ICU's dictionary.
  void SplitScales();

  // "一百五十万" is two words to it.
  void JoinHanNumerals();

  // "ושלושה", and three: a letter before a number word.
  bool IsPrefixedNumberWord(std::string_view folded) const;

  // Cuts token i behind so many bytes.
  void Split(size_t i, size_t bytes);

  void FindPhrases();

  // False: no Read* takes anything at the token, as at nearly all of them.
  bool MayBeginKey(size_t at) const;

  std::string_view Gap(size_t i) const {  // Between token i and i + 1.
    return Slice(text_, {tokens_[i].span.end, tokens_[i + 1].span.begin});
  }
  bool NextTo(size_t i) const { return i + 1 < tokens_.size() && text::TrimWhiteSpace(Gap(i)).empty(); }
  std::string_view Written(size_t i) const { return Slice(text_, tokens_[i].span); }

  // The longest phrase of `kind` starting at token `at`; null when none does.
  const Phrase* PhraseAt(size_t at, PhraseKind kind) const;

  bool Matches(const Phrase& phrase, size_t at) const;

  // The same, or a phrase of one word with another ending; for tokens that a number stands beside, weekdays and months.
  const Phrase* InflectedAt(size_t at, PhraseKind kind) const;

  // False: InflectedAt finds no weekday or month there.
  bool MayBeCalendar(size_t at) const;

  Amount AmountAt(size_t at) const;

  // Number words, which add up: "two hundred and fifty".
  Amount WordsAt(size_t at) const;

  // The number word behind so many tokens that goes on with a number: below its last place. Nothing when there is none.
  const Phrase* MoreWordsAt(size_t at, double so_far) const;

  // What is a number only before a scale: "half a million", "a million", "миллиард евро". The scale is not read.
  Amount BareScaleAt(size_t at) const;

  // "and a half", which adds to the amount times `scale`.
  void AddHalf(size_t at, double scale, Amount* amount) const;

  bool StartsWithDigit(size_t at) const;

  // Whether it is no word of something else here: part of a longer name, or a unit ("năm", five and year).
  bool IsSafeNumberWord(const Phrase& words, size_t at) const;

  Amount DigitsAt(size_t at) const;

  // "12 500": a group of three digits behind a single (no-break or thin) space.
  bool JoinsGroup(size_t last, const Numeral& first, const Amount& so_far) const;

  // A number with its scale words or letters: "2億5000万" adds up, "1.5 million" multiplies.
  Amount ScaledAmountAt(size_t at) const;

  // The factor behind the number, whose tokens are extended over it; 0 when there is none.
  double ScaleBehind(size_t at, Amount* amount) const;

  // What the letters glued behind the number at token `at` multiply it by; 0 when they are no suffix.
  double SuffixOf(size_t at, std::string_view letters) const;

  size_t ReadQuantity(size_t at);

  // "two thirds": percent.
  size_t ReadFractionWords(size_t at);

  // "eight out of ten", "40 von 100", and "3分の2", whose lower number comes first: percent. `amount`: at the token.
  size_t ReadShare(size_t at, const Amount& amount);
  size_t ReadSoManyOfTen(size_t at, const Amount& part);
  size_t ReadLowerFirst(size_t at);
  bool IsMeasured(size_t at) const;
  size_t EmitShare(size_t at, size_t taken, double percent, bool in_words = false);

  static bool IsYearOf(const Amount& amount, const Key& key);

  // Adds "30 minutes" of "2 hours and 30 minutes", and "and a half" of "three years and a half". `at`: behind the
  // amount of the key. Returns the tokens taken.
  size_t AddSmallerUnits(size_t at, Key* key) const;

  static void MeasureIn(const Phrase& unit, Key* key);

  // The token before the number at `at`, in languages that write currencies and units there ("dola 500"); none, behind
  // the last one, in others.
  size_t BeforeAmount(size_t at) const;

  // Such a unit, or one around the number ("kilomita 80 kwa saa"). `next`: behind the number.
  const Phrase* UnitAround(size_t at, size_t next) const;

  // A unit of letters glued to the digits ("30km"); null when they are none.
  const Phrase* GluedUnitOf(const Amount& amount) const;
  const Phrase* GluedUnit(std::string_view letters) const;

  // Percent, currency or unit behind the amount, or a currency sign in front. Returns the tokens
  // taken.
  size_t ReadUnit(size_t at, const Amount& amount, Key* key) const;

  // A space or hyphen ("10-second"), or nothing at all ("16人").
  static bool IsShortGap(std::string_view gap);

  static bool StartsWithPercent(std::string_view behind);

  // Percent in front, in languages that write it there.
  bool IsPercentBefore(size_t at) const;

  size_t ReadCurrencyWords(size_t next, Key* key) const;

  bool ReadCurrencySign(size_t at, std::string_view behind, Key* key) const;

  static bool IsSymbol(std::string_view sign) { return Tokenize(sign).empty(); }

  static bool EndsWithSign(std::string_view before, std::string_view sign);

  // Day, month and year in the orders of "15 February 2024", "15. Februar", "2月15日".
  size_t ReadDate(size_t at, const Amount& amount);

  // A month at `*at`, or behind one short word ("15 de febrero", "15-го февраля").
  bool IsResult(size_t at) const;
  const Phrase* MonthNear(size_t* at) const;

  // A year at token `*end` or behind one short word; moves `*end` past it. 0 when there is none.
  int YearNear(size_t* end) const;

  // Numbers with markers behind them: "2024年2月15日", "2월 15일". `month_at` is where the month
  // may be.
  size_t ReadMarkedDate(size_t at, int year, size_t month_at);

  struct Marked {
    int value = 0;  // 0: none.
    size_t tokens = 0;
  };
  // A number before the letters, which are a word of their own or begin what is glued to it ("20일까지").
  Marked MarkedNumber(size_t at, const std::string& marker) const;

  // "15 tháng 2": the month is a number behind its word.
  size_t ReadDayMarkedMonth(size_t at, const Amount& day);

  // "10:30", and "2:19:05", which is a span of time.
  size_t ReadTime(size_t at, const Amount& hours);

  // "5.40 uur", "5 h 40", "pukul 05.40".
  size_t ReadClock(size_t at);

  // Two digits below 60.
  std::optional<int> SixtiethsAt(size_t at) const;

  // "26/11/2024", "26.11.2024", "2024-11-26".
  size_t ReadNumericDate(size_t at);

  size_t ReadMonth(size_t at);

  // "первого сентября", the first of September.
  size_t ReadNamedDay(size_t at);

  // "15日" alone, the nearest such day to the article's own.
  size_t ReadLoneDay(size_t at);

  size_t ReadName(size_t at);
  bool IsInKatakana(size_t at, size_t tokens) const;

  // The nearest such day not after the article's date, in UTC.
  void ResolveWeekday(Key* key) const;

  // Requires published_.
  Key DaysFromPublished(int days) const;

  static int WeekdayOf(absl::CivilDay day);

  size_t Emit(size_t at, size_t taken, Key key);

  std::string_view text_;
  std::string_view language_;
  const LocaleTables& tables_;
  std::span<const Token> tokens_;
  std::vector<Token> split_;                         // What tokens_ refers to when a sign was split off.
  std::vector<const std::vector<Phrase>*> phrases_;  // By token: those that begin with it; null for none.
  std::optional<absl::Time> published_;
  std::vector<Key> keys_;
};

}  // namespace polygist::summary
