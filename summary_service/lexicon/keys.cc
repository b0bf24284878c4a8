#include "summary_service/lexicon/keys.h"

#include <algorithm>
#include <cmath>

#include "absl/time/civil_time.h"
#include "common/text/utf8.h"
#include "summary_service/lexicon/locale_tables.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/numerals.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary {
namespace {

constexpr int kFirstYear = 1900;
constexpr int kLastYear = 2100;
constexpr size_t kLongestPhrase = 6;

bool IsYear(double value) { return value >= kFirstYear && value <= kLastYear && value == std::floor(value); }
bool IsDay(double value) { return value >= 1 && value <= 31 && value == std::floor(value); }

bool IsSpace(std::string_view gap) { return text::TrimWhiteSpace(gap).empty(); }

// One pass over the tokens of a text. Each Read* looks at token `at` and reports how many tokens it took.
class KeyReader {
 public:
  KeyReader(std::string_view text, std::string_view language, std::optional<absl::Time> published)
      : text_(text), language_(language), tables_(TablesOf(language)), tokens_(Tokenize(text)), published_(published) {
    SplitCurrencySigns();
  }

  std::vector<Key> Read() {
    for (size_t at = 0; at < tokens_.size();) {
      size_t taken = ReadNumericDate(at);
      if (taken == 0) taken = ReadQuantity(at);
      if (taken == 0) taken = ReadMonth(at);
      if (taken == 0) taken = ReadName(at);
      at += std::max<size_t>(taken, 1);
    }
    return std::move(keys_);
  }

 private:
  struct Amount {
    double value = 0;
    size_t tokens = 0;    // 0: no number here.
    bool plain = false;   // Bare digits: may be a year or a day.
    bool in_words = false;
    std::string_view rest;  // Letters glued behind the digits.
  };

  // "Rp2.300" is one word to UAX 29.
  void SplitCurrencySigns() {
    for (size_t i = 0; i < tokens_.size(); ++i) {
      if (!tokens_[i].upper) continue;
      const std::string_view written = Written(i);
      for (const auto& [sign, code] : tables_.currency_signs) {
        if (!written.starts_with(sign) || !ReadNumeral(written.substr(sign.size()), tables_.decimal)) continue;
        Token sign_token = tokens_[i];
        sign_token.span.end = sign_token.span.begin + static_cast<int64_t>(sign.size());
        sign_token.folded = text::FoldForMatching(sign);
        tokens_[i].span.begin = sign_token.span.end;
        tokens_[i].folded = std::string(written.substr(sign.size()));
        tokens_.insert(tokens_.begin() + static_cast<std::ptrdiff_t>(i), std::move(sign_token));
        ++i;
        break;
      }
    }
  }

  std::string_view Gap(size_t i) const {  // Between token i and i + 1.
    return Slice(text_, {tokens_[i].span.end, tokens_[i + 1].span.begin});
  }
  bool NextTo(size_t i) const { return i + 1 < tokens_.size() && IsSpace(Gap(i)); }
  std::string_view Written(size_t i) const { return Slice(text_, tokens_[i].span); }

  // The longest phrase of `kind` starting at token `at`; null when none does.
  const Phrase* PhraseAt(size_t at, PhraseKind kind) const {
    if (at >= tokens_.size()) return nullptr;
    const auto place = tables_.phrases.find(tokens_[at].folded);
    if (place == tables_.phrases.end()) return nullptr;
    for (const Phrase& phrase : place->second) {
      if (phrase.kind == kind && Matches(phrase, at)) return &phrase;
    }
    return nullptr;
  }

  bool Matches(const Phrase& phrase, size_t at) const {
    if (phrase.upper && !tokens_[at].upper) return false;
    if (phrase.words.size() > std::min(kLongestPhrase, tokens_.size() - at)) return false;
    for (size_t i = 1; i < phrase.words.size(); ++i) {
      if (tokens_[at + i].folded != phrase.words[i]) return false;
    }
    return true;
  }

  Amount AmountAt(size_t at) const {
    Amount amount;
    if (at >= tokens_.size()) return amount;
    if (tokens_[at].kind == text::WordKind::kNumber || StartsWithDigit(at)) return DigitsAt(at);
    if (tokens_[at].kind == text::WordKind::kIdeographic) {
      const std::optional<double> han = ReadHanNumeral(Written(at));
      // A single Han digit is as often part of a word or a name.
      if (han.has_value() && *han >= 10) return {*han, 1, false, true, {}};
      return amount;
    }
    const Phrase* words = PhraseAt(at, PhraseKind::kNumber);
    if (words == nullptr || !IsSafeNumberWord(*words)) return amount;
    return {words->value, words->words.size(), false, true, {}};
  }

  bool StartsWithDigit(size_t at) const {
    return ReadNumeral(Written(at), tables_.decimal).has_value();
  }

  // Short syllables of Vietnamese and Korean are numbers only in company.
  bool IsSafeNumberWord(const Phrase& words) const {
    if (language_ != "vi" && language_ != "ko") return true;
    return words.words.size() >= 2 || text::CountCodePoints(words.words.front()) >= 4;
  }

  Amount DigitsAt(size_t at) const {
    Amount amount;
    const std::optional<Numeral> numeral = ReadNumeral(Written(at), tables_.decimal);
    if (!numeral.has_value()) return amount;
    amount = {numeral->value, 1, numeral->plain, false, numeral->rest};
    while (JoinsGroup(at + amount.tokens - 1, *numeral, amount)) {
      const Numeral group = *ReadNumeral(Written(at + amount.tokens), tables_.decimal);
      amount.value = amount.value * 1000 + std::floor(group.value);
      amount.rest = group.rest;
      amount.plain = false;
      ++amount.tokens;
    }
    return amount;
  }

  // "12 500": a group of three digits behind a single (no-break or thin) space.
  bool JoinsGroup(size_t last, const Numeral& first, const Amount& so_far) const {
    if (!first.plain || first.digits > 3 || !so_far.rest.empty() || last + 1 >= tokens_.size()) return false;
    if (text::CountCodePoints(Gap(last)) != 1 || !IsSpace(Gap(last))) return false;
    const std::optional<Numeral> next = ReadNumeral(Written(last + 1), tables_.decimal);
    return next.has_value() && next->plain && next->digits == 3;
  }

  // A number with its scale words or letters: "2億5000万" adds up, "1.5 million" multiplies.
  Amount ScaledAmountAt(size_t at) const {
    Amount amount = AmountAt(at);
    if (amount.tokens == 0) return amount;
    double scale = ScaleBehind(at, &amount);
    if (scale == 0) return amount;
    amount.value *= scale;
    amount.plain = false;
    for (;;) {
      const size_t next = at + amount.tokens;
      if (next >= tokens_.size() || !Gap(next - 1).empty()) return amount;
      Amount more = AmountAt(next);
      if (more.tokens == 0 || more.value * 1000 < 1) return amount;
      const double smaller = ScaleBehind(next, &more);
      if (smaller == 0 || smaller >= scale) return amount;
      amount.value += more.value * smaller;
      amount.tokens += more.tokens;
      scale = smaller;
    }
  }

  // The factor behind the number, whose tokens are extended over it; 0 when there is none.
  double ScaleBehind(size_t at, Amount* amount) const {
    if (!amount->rest.empty()) {
      const auto suffix = tables_.suffixes.find(amount->rest);
      if (suffix == tables_.suffixes.end()) return 0;
      amount->rest = {};
      return suffix->second;
    }
    const size_t next = at + amount->tokens;
    if (next >= tokens_.size() || !IsSpace(Gap(next - 1))) return 0;
    if (const Phrase* scale = PhraseAt(next, PhraseKind::kScale)) {
      amount->tokens += scale->words.size();
      return scale->value;
    }
    const auto suffix = tables_.suffixes.find(Written(next));
    if (suffix == tables_.suffixes.end() || text::CountCodePoints(Written(next)) < 2) return 0;
    ++amount->tokens;
    return suffix->second;
  }

  size_t ReadQuantity(size_t at) {
    const Amount amount = ScaledAmountAt(at);
    if (amount.tokens == 0) return 0;
    if (const size_t taken = ReadDate(at, amount)) return taken;
    if (const size_t taken = ReadTime(at, amount)) return taken;
    Key key;
    key.value = amount.value;
    key.in_words = amount.in_words;
    key.glued = !amount.rest.empty();
    const size_t taken = amount.tokens + ReadUnit(at, amount, &key);
    if (key.kind == KeyKind::kNumber && amount.plain && IsYear(amount.value) && amount.rest.empty()) {
      key.kind = KeyKind::kYear;
      key.year = static_cast<int>(amount.value);
    }
    return Emit(at, taken, key);
  }

  // Percent, currency or unit behind the amount, or a currency sign in front. Returns the tokens taken.
  size_t ReadUnit(size_t at, const Amount& amount, Key* key) const {
    const size_t next = at + amount.tokens;
    const std::string_view behind = text_.substr(static_cast<size_t>(tokens_[next - 1].span.end));
    if (StartsWithPercent(behind)) {
      key->kind = KeyKind::kPercent;
      return 0;
    }
    const bool near = next < tokens_.size() && IsShortGap(Gap(next - 1));
    if (near) {
      if (const Phrase* percent = PhraseAt(next, PhraseKind::kPercent)) {
        key->kind = KeyKind::kPercent;
        return percent->words.size();
      }
      if (const size_t taken = ReadCurrencyWords(next, key)) return taken;
    }
    if (ReadCurrencySign(at, behind, key)) return 0;
    if (near && amount.rest.empty()) {
      if (const Phrase* unit = PhraseAt(next, PhraseKind::kUnit)) {
        key->kind = KeyKind::kMeasure;
        key->unit = unit->unit;
        key->value *= unit->value;
        return unit->words.size();
      }
    }
    return 0;
  }

  // A space or hyphen ("10-second"), or nothing at all ("16人").
  static bool IsShortGap(std::string_view gap) {
    return IsSpace(gap) || gap == "-" || gap == "\u2011" || gap == "\u2010";
  }

  static bool StartsWithPercent(std::string_view behind) {
    for (size_t offset = 0; offset < behind.size();) {
      const char32_t c = text::NextCodePoint(behind, &offset);
      if (c == U'%' || c == U'\uFF05' || c == U'\u066A') return true;
      if (c != U' ' && c != U'\u00A0' && c != U'\u202F') return false;
    }
    return false;
  }

  size_t ReadCurrencyWords(size_t next, Key* key) const {
    const Phrase* currency = PhraseAt(next, PhraseKind::kCurrency);
    size_t taken = currency != nullptr ? currency->words.size() : 0;
    // Romance and Slavic languages put a word between: "150 milliards de dollars".
    if (currency == nullptr && text::CountCodePoints(Written(next)) <= 2 && NextTo(next)) {
      currency = PhraseAt(next + 1, PhraseKind::kCurrency);
      taken = currency != nullptr ? currency->words.size() + 1 : 0;
    }
    if (currency == nullptr) return 0;
    key->kind = KeyKind::kMoney;
    key->unit = currency->unit;
    return taken;
  }

  bool ReadCurrencySign(size_t at, std::string_view behind, Key* key) const {
    const std::string_view before = text_.substr(0, static_cast<size_t>(tokens_[at].span.begin));
    for (const auto& [sign, code] : tables_.currency_signs) {
      if (EndsWithSign(before, sign) || behind.starts_with(sign) ||
          (behind.starts_with("\u00A0") && behind.substr(2).starts_with(sign)) ||
          (behind.starts_with(" ") && behind.substr(1).starts_with(sign) && IsSymbol(sign))) {
        key->kind = KeyKind::kMoney;
        key->unit = code;
        return true;
      }
    }
    return false;
  }

  static bool IsSymbol(std::string_view sign) { return Tokenize(sign).empty(); }

  static bool EndsWithSign(std::string_view before, std::string_view sign) {
    before = text::TrimWhiteSpace(before.substr(before.size() - std::min<size_t>(before.size(), 12)));
    if (!before.ends_with(sign)) return false;
    if (IsSymbol(sign)) return true;
    before.remove_suffix(sign.size());
    return before.empty() || before.ends_with(' ') || before.ends_with('(');
  }

  // Day, month and year in the orders of "15 February 2024", "15. Februar", "2月15日".
  size_t ReadDate(size_t at, const Amount& amount) {
    if (amount.in_words || !amount.plain || amount.tokens != 1) return 0;
    const size_t next = at + 1;
    if (next >= tokens_.size()) return 0;
    if (!tables_.year_after.empty() && IsYear(amount.value) && Written(next) == tables_.year_after) {
      return ReadMarkedDate(at, static_cast<int>(amount.value), at + 2);
    }
    if (!tables_.month_after.empty() && amount.value <= 12 && Written(next) == tables_.month_after) {
      return ReadMarkedDate(at, 0, at);
    }
    if (!IsDay(amount.value)) return 0;
    size_t month_at = next;
    const Phrase* month = MonthNear(&month_at);
    if (month == nullptr) return ReadDayMarkedMonth(at, amount);
    Key key;
    key.kind = KeyKind::kDate;
    key.day = static_cast<int>(amount.value);
    key.month = static_cast<int>(month->value);
    size_t end = month_at + month->words.size();
    key.year = YearNear(&end);
    return Emit(at, end - at, key);
  }

  // A month at `*at`, or behind one short word ("15 de febrero", "15-го февраля").
  const Phrase* MonthNear(size_t* at) const {
    if (const Phrase* month = PhraseAt(*at, PhraseKind::kMonth)) return month;
    if (*at + 1 >= tokens_.size() || text::CountCodePoints(Written(*at)) > 3) return nullptr;
    const Phrase* month = PhraseAt(*at + 1, PhraseKind::kMonth);
    if (month != nullptr) ++*at;
    return month;
  }

  // A year at token `*end` or behind one short word; moves `*end` past it. 0 when there is none.
  int YearNear(size_t* end) const {
    for (size_t skip = 0; skip <= 1 && *end + skip < tokens_.size(); ++skip) {
      if (skip == 1 && text::CountCodePoints(Written(*end)) > 3) break;
      const std::optional<Numeral> numeral = ReadNumeral(Written(*end + skip), tables_.decimal);
      if (!numeral.has_value() || !numeral->plain || !numeral->rest.empty() || !IsYear(numeral->value)) continue;
      *end += skip + 1;
      return static_cast<int>(numeral->value);
    }
    return 0;
  }

  // Numbers with markers behind them: "2024年2月15日", "2월 15일". `month_at` is where the month may be.
  size_t ReadMarkedDate(size_t at, int year, size_t month_at) {
    Key key;
    key.kind = year > 0 ? KeyKind::kYear : KeyKind::kDate;
    key.year = year;
    key.value = year;
    size_t end = month_at;
    if (const int month = MarkedNumber(end, tables_.month_after)) {
      key.kind = KeyKind::kDate;
      key.month = month;
      end += 2;
      key.day = MarkedNumber(end, tables_.day_after);
      if (key.day > 0) end += 2;
    }
    return Emit(at, end - at, key);
  }

  int MarkedNumber(size_t at, const std::string& marker) const {
    if (marker.empty() || at + 1 >= tokens_.size() || Written(at + 1) != marker) return 0;
    const std::optional<Numeral> numeral = ReadNumeral(Written(at), tables_.decimal);
    return numeral.has_value() && numeral->plain && IsDay(numeral->value) ? static_cast<int>(numeral->value) : 0;
  }

  // "15 tháng 2": the month is a number behind its word.
  size_t ReadDayMarkedMonth(size_t at, const Amount& day) {
    if (at + 2 >= tokens_.size() || !tables_.month_before.contains(tokens_[at + 1].folded)) return 0;
    const std::optional<Numeral> month = ReadNumeral(Written(at + 2), tables_.decimal);
    if (!month.has_value() || !month->plain || month->value < 1 || month->value > 12) return 0;
    Key key;
    key.kind = KeyKind::kDate;
    key.day = static_cast<int>(day.value);
    key.month = static_cast<int>(month->value);
    size_t end = at + 3;
    key.year = YearNear(&end);
    return Emit(at, end - at, key);
  }

  // "10:30".
  size_t ReadTime(size_t at, const Amount& hours) {
    if (!hours.plain || hours.value > 24 || at + 1 >= tokens_.size() || Gap(at) != ":") return 0;
    const std::optional<Numeral> minutes = ReadNumeral(Written(at + 1), tables_.decimal);
    if (!minutes.has_value() || minutes->digits != 2 || minutes->value >= 60) return 0;
    Key key;
    key.kind = KeyKind::kTime;
    key.value = hours.value * 60 + std::floor(minutes->value);
    return Emit(at, 2, key);
  }

  // "26/11/2024", "26.11.2024", "2024-11-26".
  size_t ReadNumericDate(size_t at) {
    const std::string_view tail = text_.substr(static_cast<size_t>(tokens_[at].span.begin));
    int field[3] = {0, 0, 0};
    size_t width[3] = {0, 0, 0};
    size_t end = 0;
    char sign = 0;
    for (int i = 0; i < 3; ++i) {
      if (i > 0) {
        if (end >= tail.size() || (tail[end] != '/' && tail[end] != '.' && tail[end] != '-')) return 0;
        if (i == 2 && tail[end] != sign) return 0;
        sign = tail[end++];
      }
      const size_t begin = end;
      while (end < tail.size() && tail[end] >= '0' && tail[end] <= '9' && end - begin < 5) {
        field[i] = field[i] * 10 + (tail[end++] - '0');
      }
      width[i] = end - begin;
      if (width[i] == 0) return 0;
    }
    Key key;
    key.kind = KeyKind::kDate;
    if (width[0] == 4 && width[2] <= 2) {
      key.year = field[0], key.month = field[1], key.day = field[2];
    } else if (width[2] == 4 && width[0] <= 2) {
      key.year = field[2], key.month = field[1], key.day = field[0];
      // American order, when it is the only one possible or English writes slashes.
      if (key.month > 12 || (language_ == "en" && sign == '/' && key.day <= 12)) std::swap(key.month, key.day);
    }
    if (!IsYear(key.year) || key.month < 1 || key.month > 12 || !IsDay(key.day)) return 0;
    const int64_t byte_end = tokens_[at].span.begin + static_cast<int64_t>(end);
    size_t taken = 1;
    while (at + taken < tokens_.size() && tokens_[at + taken].span.begin < byte_end) ++taken;
    return Emit(at, taken, key);
  }

  size_t ReadMonth(size_t at) {
    const Phrase* month = PhraseAt(at, PhraseKind::kMonth);
    if (month == nullptr) return 0;
    Key key;
    key.kind = KeyKind::kDate;
    key.month = static_cast<int>(month->value);
    size_t end = at + month->words.size();
    if (end < tokens_.size()) {
      const std::optional<Numeral> day = ReadNumeral(Written(end), tables_.decimal);
      if (day.has_value() && day->plain && IsDay(day->value)) {
        key.day = static_cast<int>(day->value);
        ++end;
      }
    }
    key.year = YearNear(&end);
    // Lower-case month names are also verbs, planets and people when no number stands beside them.
    if (key.day == 0 && key.year == 0 && text::CountCodePoints(Written(at)) <= 4) return 0;
    return Emit(at, end - at, key);
  }

  size_t ReadName(size_t at) {
    if (const Phrase* weekday = PhraseAt(at, PhraseKind::kWeekday)) {
      Key key;
      key.kind = KeyKind::kWeekday;
      key.weekday = static_cast<int>(weekday->value);
      ResolveWeekday(&key);
      return Emit(at, weekday->words.size(), key);
    }
    for (const PhraseKind kind : {PhraseKind::kCountry, PhraseKind::kLanguage}) {
      const Phrase* name = PhraseAt(at, kind);
      if (name == nullptr) continue;
      Key key;
      key.kind = kind == PhraseKind::kCountry ? KeyKind::kCountry : KeyKind::kLanguage;
      key.unit = name->unit;
      return Emit(at, name->words.size(), key);
    }
    return 0;
  }

  // The nearest such day not after the article's date, in UTC.
  void ResolveWeekday(Key* key) const {
    if (!published_.has_value()) return;
    absl::CivilDay day = absl::ToCivilDay(*published_, absl::UTCTimeZone());
    while (WeekdayOf(day) != key->weekday) --day;
    key->year = static_cast<int>(day.year());
    key->month = day.month();
    key->day = day.day();
  }

  static int WeekdayOf(absl::CivilDay day) {
    return (static_cast<int>(absl::GetWeekday(day)) + 1) % 7 + 1;  // Abseil counts from Monday = 0.
  }

  size_t Emit(size_t at, size_t taken, Key key) {
    key.span = {tokens_[at].span.begin, tokens_[at + taken - 1].span.end};
    if (key.kind == KeyKind::kDate && key.year > 0 && key.day > 0) {
      key.weekday = WeekdayOf(absl::CivilDay(key.year, key.month, key.day));
    }
    keys_.push_back(std::move(key));
    return taken;
  }

  std::string_view text_;
  std::string_view language_;
  const LocaleTables& tables_;
  std::vector<Token> tokens_;
  std::optional<absl::Time> published_;
  std::vector<Key> keys_;
};

// Values closer than this share count as a rounding of each other.
constexpr double kRounding = 0.03;

double ValueMatch(const Key& a, const Key& b) {
  if (a.value == b.value) return 1;
  const double larger = std::max(std::abs(a.value), std::abs(b.value));
  return larger >= 20 && std::abs(a.value - b.value) <= kRounding * larger ? 0.7 : 0;
}

double QuantityMatch(const Key& a, const Key& b) {
  const double values = ValueMatch(a, b);
  if (values == 0) return 0;
  if (a.kind == b.kind && a.unit == b.unit) return values;
  // A unit left unsaid, or named by a word that CLDR does not know, on one side.
  const bool bare = a.kind == KeyKind::kNumber || b.kind == KeyKind::kNumber;
  if (bare) return 0.8 * values;
  return a.kind == KeyKind::kMoney && b.kind == KeyKind::kMoney ? 0.5 * values : 0;
}

bool IsCalendar(KeyKind kind) {
  return kind == KeyKind::kDate || kind == KeyKind::kWeekday || kind == KeyKind::kYear;
}

bool Differ(int a, int b) { return a != 0 && b != 0 && a != b; }

double CalendarMatch(const Key& a, const Key& b) {
  if (Differ(a.year, b.year) || Differ(a.month, b.month) || Differ(a.day, b.day) || Differ(a.weekday, b.weekday)) {
    return 0;
  }
  if (a.day != 0 && b.day != 0) return 1;
  if (a.weekday != 0 && b.weekday != 0) return 0.9;
  if (a.month != 0 && b.month != 0) return a.day == b.day ? 1 : 0.6;
  return a.kind == b.kind ? 1 : a.year != 0 && b.year != 0 ? 0.4 : 0;
}

}  // namespace

std::vector<Key> ExtractKeys(std::string_view text, std::string_view language,
                             std::optional<absl::Time> published) {
  return KeyReader(text, language, published).Read();
}

double KeyMatch(const Key& a, const Key& b) {
  if (a.is_quantity() && b.is_quantity()) return QuantityMatch(a, b);
  if (IsCalendar(a.kind) && IsCalendar(b.kind)) return CalendarMatch(a, b);
  if (a.kind == KeyKind::kYear && b.kind == KeyKind::kNumber) return a.year == b.value ? 1 : 0;
  if (b.kind == KeyKind::kYear && a.kind == KeyKind::kNumber) return b.year == a.value ? 1 : 0;
  if (a.kind != b.kind) return 0;
  if (a.kind == KeyKind::kTime) return a.value == b.value ? 1 : 0;
  return a.unit == b.unit ? 1 : 0;
}

}  // namespace polygist::summary
