#include "ingest_service/extract/month_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/smpdtfmt.h>
#include <unicode/uchar.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <memory>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "common/text/utf8.h"
#include "common/text/words.h"

namespace polygist::ingest {
namespace {

// Shorter names ("M", "11") are marks of calendars, not words in a text.
constexpr size_t kShortestName = 3;

// What a word means in a language: the number of a month, or of a half of the day.
struct Meaning {
  std::string language;
  int number = 0;
};

using NameTable = absl::flat_hash_map<std::string, std::vector<Meaning>>;

void Add(const std::string& key, const char* language, int number, NameTable* table) {
  std::vector<Meaning>& meanings = (*table)[key];
  if (meanings.empty() || meanings.back().language != language || meanings.back().number != number)
    meanings.push_back({language, number});
}

// In `language`, else in the language of most meanings; 0 for an unknown word. `Count`: one more than the highest
// number.
template <size_t Count>
int NumberOf(const NameTable& table, const std::string& key, std::string_view language) {
  const auto found = table.find(key);
  if (found == table.end()) return 0;
  std::array<int, Count> votes{};
  for (const Meaning& meaning : found->second) {
    if (meaning.language == language) return meaning.number;
    ++votes[static_cast<size_t>(meaning.number)];
  }
  return static_cast<int>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

// The longest word of a month's name as it stands in dates ("de novembre", "m. lapkričio"), folded.
std::string KeyOf(std::string_view name) {
  while (name.ends_with('.')) name.remove_suffix(1);
  // Thai abbreviations hold full stops: "มี.ค.".
  if (name.find(' ') == std::string_view::npos) return text::FoldForMatching(name, /*strip_accents=*/true);
  const auto words = text::SplitWords(name);
  if (words.empty()) return "";
  const text::Word longest =
      *std::max_element(words.begin(), words.end(),
                        [](const text::Word& a, const text::Word& b) { return a.span.size() < b.span.size(); });
  return text::FoldForMatching(Slice(name, longest.span), /*strip_accents=*/true);
}

std::string Utf8(const icu::UnicodeString& text) {
  std::string utf8;
  text.toUTF8String(utf8);
  return utf8;
}

using Symbols = icu::DateFormatSymbols;

void AddMonths(const Symbols& symbols, const char* language, NameTable* table) {
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (int32_t month = 0; month < std::min(count, 12); ++month) {
        const std::string key = KeyOf(Utf8(names[month]));
        const bool has_digit = std::any_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (key.size() >= kShortestName && !has_digit) Add(key, language, month + 1, table);
      }
    }
  }
}

// Letters only, folded: "p. m." and "PM" are one.
std::string LettersOf(std::string_view words) {
  std::string letters;
  for (const text::Word& word : text::SplitWords(words)) letters += text::FoldForMatching(Slice(words, word.span));
  std::erase_if(letters, [](char c) { return c == '.' || c == ' '; });
  return letters;
}

void AddHalves(const Symbols& symbols, const char* language, NameTable* table) {
  int32_t count = 0;
  const icu::UnicodeString* names = symbols.getAmPmStrings(count);
  for (int32_t half = 0; half < std::min(count, 2); ++half) {
    const std::string key = LettersOf(Utf8(names[half]));
    if (!key.empty()) Add(key, language, half + 1, table);
  }
}

struct Names {
  NameTable months;
  NameTable prefixed;  // Months of languages that write them in dates with letters before them, without those.
  NameTable halves;
};

// Where the language writes a month in dates with letters before it ("ב" in Hebrew), the names with those. Others may
// stand there too ("ל").
void AddPrefixedMonths(const icu::Locale& locale, const Symbols& symbols, Names* table) {
  const std::unique_ptr<icu::DateFormat> format(icu::DateFormat::createDateInstance(icu::DateFormat::kLong, locale));
  const auto* simple = dynamic_cast<const icu::SimpleDateFormat*>(format.get());
  if (simple == nullptr) return;
  icu::UnicodeString pattern;
  simple->toPattern(pattern);
  pattern.findAndReplace("'", "");
  const int32_t month = pattern.indexOf("MMMM");
  int32_t begin = month;
  while (begin > 0 && pattern[begin - 1] > 0x7F && u_isalpha(pattern[begin - 1])) --begin;
  if (month < 0 || begin == month) return;
  int32_t count = 0;
  const icu::UnicodeString* names = symbols.getMonths(count, Symbols::FORMAT, Symbols::WIDE);
  for (int32_t i = 0; i < std::min(count, 12); ++i) {
    const std::string key = KeyOf(Utf8(icu::UnicodeString(pattern, begin, month - begin) + names[i]));
    if (key.size() < kShortestName) continue;
    Add(key, locale.getLanguage(), i + 1, &table->months);
    Add(KeyOf(Utf8(names[i])), locale.getLanguage(), i + 1, &table->prefixed);
  }
}

Names ReadNames() {
  Names names;
  int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (int32_t i = 0; i < count; ++i) {
    if (*locales[i].getVariant() != '\0') continue;
    UErrorCode status = U_ZERO_ERROR;
    const Symbols symbols(locales[i], "gregorian", status);
    if (U_FAILURE(status)) continue;
    // Countries differ in months: July is "يوليو" in Egypt and "تموز" in Iraq.
    AddMonths(symbols, locales[i].getLanguage(), &names.months);
    if (*locales[i].getCountry() != '\0') continue;
    AddPrefixedMonths(locales[i], symbols, &names);
    AddHalves(symbols, locales[i].getLanguage(), &names.halves);
  }
  return names;
}

const Names& AllNames() {
  static const Names& names = *new Names(ReadNames());
  return names;
}

}  // namespace

int MonthOf(std::string_view word, std::string_view language) {
  const std::string key = text::FoldForMatching(word, /*strip_accents=*/true);
  const int month = NumberOf<13>(AllNames().months, key, language);
  if (month > 0 || key.empty()) return month;
  size_t second = 0;
  text::NextCodePoint(key, &second);
  return NumberOf<13>(AllNames().prefixed, key.substr(second), language);
}

int HalfOfDay(std::string_view words, std::string_view language) {
  const std::string key = LettersOf(words);
  const auto found = AllNames().halves.find(key);
  if (found == AllNames().halves.end()) return 0;
  // "du" is the afternoon in Hungarian only; "pm" is understood everywhere.
  const auto known = [&](std::string_view in) {
    return std::any_of(found->second.begin(), found->second.end(),
                       [&](const Meaning& meaning) { return meaning.language == in; });
  };
  if (!language.empty() && !known(language)) return known("en") ? NumberOf<3>(AllNames().halves, key, "en") : 0;
  return NumberOf<3>(AllNames().halves, key, language);
}

}  // namespace polygist::ingest
