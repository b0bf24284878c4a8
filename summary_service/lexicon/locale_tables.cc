#include "summary_service/lexicon/locale_tables.h"

#include <unicode/dcfmtsym.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <memory>
#include <mutex>
#include <tuple>
#include <utility>

#include "absl/strings/str_replace.h"
#include "common/text/utf8.h"
#include "summary_service/lexicon/locale_table_builder.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

using icu::UnicodeString;

// What CLDR writes, and prose does not: the dots of Devanagari, the cedillas of Romanian.
const std::vector<std::pair<absl::string_view, absl::string_view>> kSpelledOtherwise = {
    {"\u093C", ""}, {"ş", "ș"}, {"ţ", "ț"}};

// What is written behind a number is known with another ending, too: shorter words are not safe.
constexpr int64_t kShortestInflected = 4;
constexpr int64_t kShortestInflectedUnit = 5;

}  // namespace

LocaleTables LocaleTableBuilder::Build() {
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

std::string LocaleTableBuilder::ToUtf8(const UnicodeString& text) {
  std::string bytes;
  text.toUTF8String(bytes);
  return bytes;
}

std::vector<Token> LocaleTableBuilder::WordsOf(const UnicodeString& text) {
  // The narrow no-break space of French joins number and word to one (UAX 29).
  std::vector<Token> words = Tokenize(ToUtf8(UnicodeString(text).findAndReplace(u"\u202F", u" ")));
  std::erase_if(words, [](const Token& token) { return token.kind == text::WordKind::kNumber; });
  return words;
}

void LocaleTableBuilder::Add(const UnicodeString& text, PhraseKind kind, double value, std::string unit) {
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

void LocaleTableBuilder::AddPhrase(Phrase phrase) {
  std::vector<Phrase>& known = tables_.phrases[phrase.words.front()];
  for (Phrase& other : known) {
    if (other.words != phrase.words || other.kind != phrase.kind) continue;
    other.upper = other.upper && phrase.upper;
    return;  // The first meaning stays.
  }
  known.push_back(std::move(phrase));
}

void LocaleTableBuilder::AddSymbols() {
  UErrorCode error = U_ZERO_ERROR;
  const icu::DecimalFormatSymbols symbols(locale_, error);
  tables_.decimal =
      static_cast<char32_t>(symbols.getConstSymbol(icu::DecimalFormatSymbols::kDecimalSeparatorSymbol).char32At(0));
  // Reading them is a good part of what a formatter costs.
  numbers_ = icu::number::NumberFormatter::withLocale(locale_).symbols(symbols);
}

void LocaleTableBuilder::AddRegionsAndLanguages() {
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

void LocaleTableBuilder::AddInflected() {
  for (const auto& [first, phrases] : tables_.phrases) {
    const int64_t length = text::CountCodePoints(first);
    for (const Phrase& phrase : phrases) {
      const bool is_unit = phrase.kind == PhraseKind::kUnit;
      const bool behind_number = is_unit || phrase.kind == PhraseKind::kScale || phrase.kind == PhraseKind::kPercent ||
                                 phrase.kind == PhraseKind::kCurrency;
      const bool long_enough = length >= (is_unit ? kShortestInflectedUnit : kShortestInflected);
      if (phrase.words.size() > 1) continue;
      if (phrase.kind == PhraseKind::kWeekday || phrase.kind == PhraseKind::kMonth) tables_.calendar.push_back(phrase);
      if (behind_number && (long_enough || ScriptOf(first) == USCRIPT_HANGUL)) tables_.inflected.push_back(phrase);
    }
  }
  for (std::vector<Phrase>* phrases : {&tables_.inflected, &tables_.calendar}) {
    std::sort(phrases->begin(), phrases->end(), [](const Phrase& a, const Phrase& b) {
      return std::tie(a.words.front(), a.kind) < std::tie(b.words.front(), b.kind);
    });
  }
}

const LocaleTables& TablesOf(std::string_view language) {
  static std::mutex mutex;
  static std::map<std::string, std::unique_ptr<LocaleTables>, std::less<>> known;
  const std::lock_guard lock(mutex);
  auto place = known.find(language);
  if (place == known.end()) {
    const std::string name = language == "und" || language.empty() ? "en" : std::string(language);
    place =
        known.emplace(std::string(language), std::make_unique<LocaleTables>(LocaleTableBuilder(name).Build())).first;
  }
  return *place->second;
}

}  // namespace polygist::summary
