// What CLDR and data/number_expressions.tsv say about numbers and what stands beside them, for LocaleTableBuilder.
#include <unicode/measunit.h>
#include <unicode/uchar.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <iterator>
#include <optional>
#include <string_view>
#include <utility>

#include "summary_service/lexicon/currency_names.h"
#include "summary_service/lexicon/locale_table_builder.h"
#include "summary_service/lexicon/number_words.h"
#include "summary_service/lexicon/numerals.h"

namespace polygist::summary {
namespace {

using icu::UnicodeString;

// Counts that bring out the plural forms of the languages CLDR knows; fractions have their own in Slavic ones.
constexpr double kPluralSamples[] = {1, 2, 3, 5, 11, 100, 1.5};

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

}  // namespace

void LocaleTableBuilder::AddNumberWords() {
  for (const NumberWord& word : SpellNumbers(locale_)) {
    Add(UnicodeString::fromUTF8(word.words), PhraseKind::kNumber, word.value);
  }
}

void LocaleTableBuilder::AddScales() {
  const auto in_words = numbers_.notation(icu::number::Notation::compactLong());
  const auto in_letters = numbers_.notation(icu::number::Notation::compactShort());
  double power = 1000;
  for (int exponent = 3; exponent <= 13; ++exponent, power *= 10) {
    for (const double count : kPluralSamples) AddScale(in_words, power, count, UNUM_LONG);
    MarkOne(in_words, power);
    AddScale(in_letters, power, 2, UNUM_SHORT);
  }
}

void LocaleTableBuilder::MarkOne(const icu::number::LocalizedNumberFormatter& formatter, double power) {
  UErrorCode error = U_ZERO_ERROR;
  const std::vector<Token> one = WordsOf(formatter.formatDouble(power, error).toString(error));
  const std::vector<Token> three = WordsOf(formatter.formatDouble(3 * power, error).toString(error));
  if (U_FAILURE(error) || one.size() != 1 || three.size() != 1 || one[0].folded == three[0].folded) return;
  for (Phrase& phrase : tables_.phrases[one[0].folded]) {
    phrase.one = phrase.one || (phrase.kind == PhraseKind::kScale && phrase.words.size() == 1);
  }
}

void LocaleTableBuilder::AddScale(const icu::number::LocalizedNumberFormatter& formatter, double power, double count,
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

void LocaleTableBuilder::AddSuffix(const std::string& shown, double scale) {
  for (const Token& token : Tokenize(shown)) {
    std::string letters(Slice(shown, token.span));
    letters.erase(0, letters.find_first_not_of("0123456789.,"));
    if (!letters.empty()) tables_.suffixes.try_emplace(letters, scale);
  }
}

void LocaleTableBuilder::AddUnits() {
  AddUnit("percent", PhraseKind::kPercent, 1, "");
  for (const UnitName& unit : kUnits) {
    AddUnit(unit.identifier, PhraseKind::kUnit, unit.factor, unit.compared_as);
  }
}

void LocaleTableBuilder::AddUnit(const char* identifier, PhraseKind kind, double factor, const char* name) {
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

bool LocaleTableBuilder::EndsWithDigit(const UnicodeString& text) {
  return !text.isEmpty() && u_isdigit(text.char32At(text.length() - 1));
}

void LocaleTableBuilder::AddCurrencies() {
  CurrencyNames currencies = NameCurrencies(locale_);
  tables_.currency_signs = std::move(currencies.signs);
  for (const CurrencyName& currency : currencies.names) {
    Add(UnicodeString::fromUTF8(currency.name), PhraseKind::kCurrency, 1, currency.code);
  }
}

void LocaleTableBuilder::AddExpressions() {
  for (const auto& [first, phrases] : tables_.phrases) {
    std::copy_if(phrases.begin(), phrases.end(), std::back_inserter(weekdays_),
                 [](const Phrase& phrase) { return phrase.kind == PhraseKind::kWeekday && phrase.words.size() == 1; });
  }
  for (const NumberExpression& expression : NumberExpressionsOf(locale_.getLanguage())) AddExpression(expression);
}

void LocaleTableBuilder::AddDayPart(const std::string& part) {
  for (Phrase phrase : weekdays_) {
    phrase.words.front() += part;
    AddPhrase(std::move(phrase));
  }
}

void LocaleTableBuilder::AddExpression(const NumberExpression& expression) {
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

}  // namespace polygist::summary
