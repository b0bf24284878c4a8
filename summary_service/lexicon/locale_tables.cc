#include "summary_service/lexicon/locale_tables.h"

#include <unicode/dcfmtsym.h>
#include <unicode/dtfmtsym.h>
#include <unicode/dtptngen.h>
#include <unicode/locid.h>
#include <unicode/measunit.h>
#include <unicode/numberformatter.h>
#include <unicode/uchar.h>
#include <unicode/uloc.h>
#include <unicode/ulocdata.h>
#include <unicode/unistr.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <memory>
#include <mutex>
#include <optional>
#include <set>
#include <tuple>

#include "absl/strings/str_replace.h"
#include "common/text/utf8.h"
#include "summary_service/lexicon/currency_names.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/number_expressions.h"
#include "summary_service/lexicon/number_words.h"
#include "summary_service/lexicon/numerals.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary {
namespace {

using icu::UnicodeString;

// Counts that bring out the plural forms of the languages CLDR knows; fractions have their own in Slavic ones.
constexpr double kPluralSamples[] = {1, 2, 3, 5, 11, 100, 1.5};

// What CLDR writes, and prose does not: the dots of Devanagari, the cedillas of Romanian.
const std::vector<std::pair<absl::string_view, absl::string_view>> kSpelledOtherwise = {
    {"\u093C", ""}, {"ş", "ș"}, {"ţ", "ț"}};

// "pazar", a market, and "minggu", a week, are shorter.
constexpr int32_t kShortestSmallDay = 7;

// What is written behind a number is known with another ending, too: shorter words are not safe.
constexpr int64_t kShortestInflected = 4;
constexpr int64_t kShortestInflectedUnit = 5;

struct UnitName {
  const char* identifier;
  const char* compared_as;
  double factor;
};

// Units of news. Those of one dimension and system compare through a factor.
constexpr UnitName kUnits[] = {
    {"second", "second", 1},
    {"minute", "second", 60},
    {"hour", "second", 3600},
    {"day", "day", 1},
    {"week", "day", 7},
    {"month", "month", 1},
    {"year", "year", 1},
    {"millimeter", "meter", 0.001},
    {"centimeter", "meter", 0.01},
    {"meter", "meter", 1},
    {"kilometer", "meter", 1000},
    {"mile", "meter", 1609.344},
    {"foot", "meter", 0.3048},
    {"gram", "kilogram", 0.001},
    {"kilogram", "kilogram", 1},
    {"tonne", "kilogram", 1000},
    {"hectare", "hectare", 1},
    {"square-kilometer", "hectare", 100},
    {"square-meter", "hectare", 0.0001},
    {"liter", "liter", 1},
    {"celsius", "celsius", 1},
    {"kilometer-per-hour", "kilometer-per-hour", 1},
    {"mile-per-hour", "kilometer-per-hour", 1.609344},
    {"megawatt", "megawatt", 1},
    {"gigawatt", "megawatt", 1000},
};

std::string ToUtf8(const UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

class TableBuilder {
 public:
  explicit TableBuilder(const std::string& language) : locale_((language + "@numbers=latn").c_str()) {}

  LocaleTables Build() {
    AddSymbols();
    AddNumberWords();
    AddScales();
    AddUnits();
    AddCurrencies();
    AddCalendar();
    AddDateMarkers();
    AddRegionsAndLanguages();
    AddExpressions();
    AddInflected();
    for (auto& [first, phrases] : tables_.phrases) {
      std::stable_sort(phrases.begin(), phrases.end(),
                       [](const Phrase& a, const Phrase& b) { return a.words.size() > b.words.size(); });
    }
    return std::move(tables_);
  }

 private:
  // Those that are not numbers.
  static std::vector<Token> WordsOf(const UnicodeString& text) {
    // The narrow no-break space of French joins number and word to one (UAX 29).
    std::vector<Token> words = Tokenize(ToUtf8(UnicodeString(text).findAndReplace(u"\u202F", u" ")));
    std::erase_if(words, [](const Token& token) { return token.kind == text::WordKind::kNumber; });
    return words;
  }

  // Adds the words of `text` that are not numbers as one phrase.
  void Add(const UnicodeString& text, PhraseKind kind, double value, std::string unit = "") {
    Phrase phrase{{}, kind, value, std::move(unit)};
    for (const Token& token : WordsOf(text)) {
      phrase.upper = phrase.upper || token.upper;
      phrase.words.push_back(token.folded);
    }
    if (phrase.words.empty()) return;
    Phrase plain = phrase;
    for (std::string& word : plain.words) {
      word = absl::StrReplaceAll(absl::string_view(word.data(), word.size()), kSpelledOtherwise);
    }
    if (plain.words != phrase.words) AddPhrase(std::move(plain));
    AddPhrase(std::move(phrase));
  }

  void AddPhrase(Phrase phrase) {
    std::vector<Phrase>& known = tables_.phrases[phrase.words.front()];
    for (Phrase& other : known) {
      if (other.words != phrase.words || other.kind != phrase.kind) continue;
      other.upper = other.upper && phrase.upper;
      return;  // The first meaning stays.
    }
    known.push_back(std::move(phrase));
  }

  void AddSymbols() {
    UErrorCode error = U_ZERO_ERROR;
    const icu::DecimalFormatSymbols symbols(locale_, error);
    tables_.decimal =
        static_cast<char32_t>(symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol).char32At(0));
    // Reading them is a good part of what a formatter costs.
    numbers_ = icu::number::NumberFormatter::withLocale(locale_).symbols(symbols);
  }

  void AddNumberWords() {
    for (const NumberWord& word : SpellNumbers(locale_)) {
      Add(UnicodeString::fromUTF8(word.words), PhraseKind::kNumber, word.value);
    }
  }

  void AddScales() {
    const auto in_words = numbers_.notation(icu::number::Notation::compactLong());
    const auto in_letters = numbers_.notation(icu::number::Notation::compactShort());
    double power = 1000;
    for (int exponent = 3; exponent <= 13; ++exponent, power *= 10) {
      for (const double count : kPluralSamples) AddScale(in_words, power, count, UNUM_LONG);
      MarkOne(in_words, power);
      AddScale(in_letters, power, 2, UNUM_SHORT);
    }
  }

  // "Milliarde", beside "Milliarden": the word alone is one of them.
  void MarkOne(const icu::number::LocalizedNumberFormatter& formatter, double power) {
    UErrorCode error = U_ZERO_ERROR;
    const std::vector<Token> one = WordsOf(formatter.formatDouble(power, error).toString(error));
    const std::vector<Token> three = WordsOf(formatter.formatDouble(3 * power, error).toString(error));
    if (U_FAILURE(error) || one.size() != 1 || three.size() != 1 || one[0].folded == three[0].folded) return;
    for (Phrase& phrase : tables_.phrases[one[0].folded]) {
      phrase.one = phrase.one || (phrase.kind == PhraseKind::kScale && phrase.words.size() == 1);
    }
  }

  void AddScale(const icu::number::LocalizedNumberFormatter& formatter, double power, double count,
                UNumberCompactStyle style) {
    UErrorCode error = U_ZERO_ERROR;
    const UnicodeString shown = formatter.formatDouble(power * count, error).toString(error);
    const std::string form = ToUtf8(shown);
    const size_t digits = form.find_first_of("0123456789");
    if (U_FAILURE(error) || digits == std::string::npos) return;
    const std::optional<Numeral> numeral = ReadNumeral(std::string_view(form).substr(digits), tables_.decimal);
    if (!numeral) return;
    const double scale = std::pow(10, std::round(std::log10(power * count / numeral->value)));
    if (scale < 1000 || std::abs(scale * numeral->value - power * count) > power * count / 10) return;
    if (style == UNUM_SHORT) return AddSuffix(form, scale);
    tables_.scale_before = numeral->rest.empty();
    Add(shown, PhraseKind::kScale, scale);
  }

  void AddSuffix(const std::string& shown, double scale) {
    for (const Token& token : Tokenize(shown)) {
      std::string letters(Slice(shown, token.span));
      letters.erase(0, letters.find_first_not_of("0123456789.,"));
      if (!letters.empty()) tables_.suffixes.try_emplace(letters, scale);
    }
  }

  void AddUnits() {
    AddUnit("percent", PhraseKind::kPercent, 1, "");
    for (const UnitName& unit : kUnits) {
      AddUnit(unit.identifier, PhraseKind::kUnit, unit.factor, unit.compared_as);
    }
  }

  void AddUnit(const char* identifier, PhraseKind kind, double factor, const char* name) {
    UErrorCode error = U_ZERO_ERROR;
    const icu::MeasureUnit unit = icu::MeasureUnit::forIdentifier(identifier, error);
    for (const UNumberUnitWidth width : {UNUM_UNIT_WIDTH_FULL_NAME, UNUM_UNIT_WIDTH_SHORT}) {
      const auto formatter = numbers_.unit(unit).unitWidth(width);
      for (const double count : kPluralSamples) {
        UnicodeString shown = formatter.formatDouble(count, error).toString(error);
        if (kind == PhraseKind::kPercent && width == UNUM_UNIT_WIDTH_FULL_NAME) {
          tables_.percent_before = EndsWithDigit(shown);
        }
        // "100km" is one word.
        for (int32_t i = shown.length() - 1; i >= 0; --i) {
          if (u_isdigit(shown.charAt(i))) shown.replace(i, 1, u' ');
        }
        Add(shown, kind, factor, name);
      }
    }
  }

  static bool EndsWithDigit(const UnicodeString& text) {
    return !text.isEmpty() && u_isdigit(text.char32At(text.length() - 1));
  }

  void AddCurrencies() {
    CurrencyNames currencies = NameCurrencies(locale_);
    tables_.currency_signs = std::move(currencies.signs);
    for (const CurrencyName& currency : currencies.names) {
      Add(UnicodeString::fromUTF8(currency.name), PhraseKind::kCurrency, 1, currency.code);
    }
  }

  void AddCalendar() {
    UErrorCode error = U_ZERO_ERROR;
    const icu::DateFormatSymbols symbols(locale_, error);
    if (U_FAILURE(error)) return;
    using Symbols = icu::DateFormatSymbols;
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
        int32_t count = 0;
        const UnicodeString* months = symbols.getMonths(count, context, width);
        for (int32_t i = 0; i < count && i < 12; ++i) AddMonth(months[i], i + 1);
        const UnicodeString* days = symbols.getWeekdays(count, context, width);
        for (int32_t i = 1; i < count && i <= 7; ++i) {
          // "So", "Mo", "Sun" are words of their own; two ideographs are not.
          const std::string day = ToUtf8(days[i]);
          if (width == Symbols::WIDE || (IsIdeographic(day) && text::CountCodePoints(day) > 1)) AddWeekday(days[i], i);
        }
      }
    }
  }

  // Long ones are written small, too, whatever CLDR does ("pazartesi"); short ones are other words then.
  void AddWeekday(const UnicodeString& name, int day) {
    Add(name, PhraseKind::kWeekday, day);
    if (name.countChar32() < kShortestSmallDay || name.indexOf(u' ') >= 0) return;
    Add(UnicodeString(name).toLower(locale_), PhraseKind::kWeekday, day);
  }

  // Months that CLDR writes with digits ("2月", "tháng 2") are known by the word beside the digits.
  void AddMonth(const UnicodeString& name, int month) {
    const std::string shown = ToUtf8(name);
    const std::vector<Token> tokens = Tokenize(shown);
    const auto number = std::find_if(tokens.begin(), tokens.end(),
                                     [](const Token& token) { return token.kind == text::WordKind::kNumber; });
    if (number == tokens.end()) return Add(name, PhraseKind::kMonth, month);
    if (number != tokens.begin()) tables_.month_before.insert(tokens.front().folded);
    if (number + 1 != tokens.end()) tables_.month_after = tokens.back().folded;
  }

  // The letters directly behind the day and the year in the locale's date pattern.
  void AddDateMarkers() {
    UErrorCode error = U_ZERO_ERROR;
    const std::unique_ptr<icu::DateTimePatternGenerator> generator(
        icu::DateTimePatternGenerator::createInstance(locale_, error));
    if (U_FAILURE(error)) return;
    const std::string pattern = ToUtf8(generator->getBestPattern("yMMMd", error));
    tables_.year_after = LettersBehind(pattern, 'y');
    tables_.day_after = LettersBehind(pattern, 'd');
  }

  // Ideographs and Hangul only: elsewhere the letters of a pattern are fields or quoted words.
  static std::string LettersBehind(const std::string& pattern, char field) {
    const size_t at = pattern.rfind(field);
    if (at == std::string::npos) return "";
    size_t end = at + 1;
    while (end < pattern.size() && static_cast<unsigned char>(pattern[end]) >= 0xE3) end += 3;
    return end <= pattern.size() ? pattern.substr(at + 1, end - at - 1) : "";
  }

  void AddRegionsAndLanguages() {
    for (const char* const* code = icu::Locale::getISOCountries(); *code != nullptr; ++code) {
      UnicodeString name;
      icu::Locale("", *code).getDisplayCountry(locale_, name);
      if (ToUtf8(name) != *code) Add(name, PhraseKind::kCountry, 0, *code);
    }
    for (const char* const* code = icu::Locale::getISOLanguages(); *code != nullptr; ++code) {
      if (std::string_view(*code).size() != 2) continue;
      UnicodeString name;
      icu::Locale(*code).getDisplayLanguage(locale_, name);
      if (ToUtf8(name) != *code) Add(name, PhraseKind::kLanguage, 0, *code);
    }
  }

  void AddExpressions() {
    for (const auto& [first, phrases] : tables_.phrases) {
      std::copy_if(phrases.begin(), phrases.end(), std::back_inserter(weekdays_), [](const Phrase& phrase) {
        return phrase.kind == PhraseKind::kWeekday && phrase.words.size() == 1;
      });
    }
    for (const NumberExpression& expression : NumberExpressionsOf(locale_.getLanguage())) AddExpression(expression);
  }

  // "Dienstagabend": the Tuesday.
  void AddDayPart(const std::string& part) {
    for (Phrase phrase : weekdays_) {
      phrase.words.front() += part;
      AddPhrase(std::move(phrase));
    }
  }

  void AddExpression(const NumberExpression& expression) {
    static constexpr std::pair<std::string_view, PhraseKind> kKinds[] = {
        {"number", PhraseKind::kNumber},     {"scale", PhraseKind::kScale},
        {"one", PhraseKind::kOne},           {"part", PhraseKind::kPart},
        {"half", PhraseKind::kHalf},         {"half_before", PhraseKind::kHalfBefore},
        {"and", PhraseKind::kAnd},           {"percent", PhraseKind::kPercent},
        {"currency", PhraseKind::kCurrency}, {"percent_before", PhraseKind::kPercentBefore},
        {"fraction", PhraseKind::kFraction}, {"day", PhraseKind::kDay},
        {"clock", PhraseKind::kClock},       {"out_of", PhraseKind::kOutOf},
        {"weekday", PhraseKind::kWeekday},   {"relative_day", PhraseKind::kRelativeDay}};
    const auto& [kind, meaning, written] = expression;
    const UnicodeString phrase = UnicodeString::fromUTF8(written);
    if (kind == "currency") return Add(phrase, PhraseKind::kCurrency, 1, meaning);
    if (kind == "unit") {
      const auto unit = std::find_if(std::begin(kUnits), std::end(kUnits),
                                     [&](const UnitName& known) { return known.identifier == meaning; });
      return Add(phrase, PhraseKind::kUnit, unit->factor, unit->compared_as);
    }
    const double value = std::strtod(meaning.c_str(), nullptr);
    if (kind == "suffix") return void(tables_.suffixes.try_emplace(written, value));
    if (kind == "day_part") return AddDayPart(written);
    if (kind == "over") return void(tables_.fraction_marks.push_back(written));
    if (kind == "span_of_days") return void(tables_.span_marks.push_back(written));
    if (kind == "money_suffix") return void(tables_.money_suffixes.try_emplace(written, value));
    for (const auto& [name, of_name] : kKinds) {
      if (kind == name) Add(phrase, of_name, value);
    }
  }

  // In the order of the words: nothing may depend on that of the table.
  void AddInflected() {
    for (const auto& [first, phrases] : tables_.phrases) {
      const int64_t length = text::CountCodePoints(first);
      for (const Phrase& phrase : phrases) {
        const bool is_unit = phrase.kind == PhraseKind::kUnit;
        const bool behind_number = is_unit || phrase.kind == PhraseKind::kScale ||
                                   phrase.kind == PhraseKind::kPercent || phrase.kind == PhraseKind::kCurrency;
        const bool long_enough = length >= (is_unit ? kShortestInflectedUnit : kShortestInflected);
        if (phrase.words.size() > 1) continue;
        if (phrase.kind == PhraseKind::kWeekday || phrase.kind == PhraseKind::kMonth)
          tables_.calendar.push_back(phrase);
        if (behind_number && (long_enough || ScriptOf(first) == USCRIPT_HANGUL)) tables_.inflected.push_back(phrase);
      }
    }
    for (std::vector<Phrase>* phrases : {&tables_.inflected, &tables_.calendar}) {
      std::sort(phrases->begin(), phrases->end(), [](const Phrase& a, const Phrase& b) {
        return std::tie(a.words.front(), a.kind) < std::tie(b.words.front(), b.kind);
      });
    }
  }

  icu::Locale locale_;
  icu::number::LocalizedNumberFormatter numbers_;  // Of the locale, with its symbols.
  std::vector<Phrase> weekdays_;                   // As CLDR names them, in one word.
  LocaleTables tables_;
};

}  // namespace

const LocaleTables& TablesOf(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<LocaleTables>, std::less<>> known;
  const std::lock_guard lock(mutex);
  auto place = known.find(language);
  if (place == known.end()) {
    const std::string name = language == "und" || language.empty() ? "en" : std::string(language);
    place = known.emplace(std::string(language), std::make_unique<LocaleTables>(TableBuilder(name).Build())).first;
  }
  return *place->second;
}

}  // namespace polygist::summary
