#include "ingest_service/decode/letter_model.h"

#include <unicode/locdspnm.h>
#include <unicode/ulocdata.h>
#include <unicode/usetiter.h>

#include <algorithm>
#include <cmath>
#include <map>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "common/text/characters.h"

namespace polygist::ingest {
namespace {

constexpr double kMinLog = -3.0;
constexpr double kMaxLog = 1.5;
constexpr double kUnseen = 0.5;  // Count given to a letter that no name has.
// A language with fewer letters beyond ASCII in its names has no statistics worth using.
constexpr int kMinLetters = 40;
// Alphabets and syllabaries are smaller.
constexpr int kIdeographic = 1000;

std::string LocaleOf(std::string language) {
  std::replace(language.begin(), language.end(), '-', '_');
  if (language.starts_with("iw")) language.replace(0, 2, "he");
  return language;
}

icu::UnicodeSet ReadExemplars(ULocaleData* data, ULocaleDataExemplarSetType type) {
  UErrorCode error = U_ZERO_ERROR;
  icu::UnicodeSet set;
  ulocdata_getExemplarSet(data, set.toUSet(), USET_ADD_CASE_MAPPINGS, type, &error);
  // Letters with their marks are listed as strings as well; their parts are what a text is made of.
  icu::UnicodeSet parts;
  for (icu::UnicodeSetIterator item(set); item.next();) {
    if (item.isString()) parts.addAll(item.getString());
  }
  set.removeAllStrings();
  set.addAll(parts);
  return set;
}

using Counts = std::unordered_map<char32_t, double>;

void CountLetters(const icu::UnicodeString& name, Counts* counts) {
  for (int32_t i = 0; i < name.length(); i = name.moveIndex32(i, 1)) {
    const auto c = static_cast<char32_t>(name.char32At(i));
    if (c >= 0x80) ++(*counts)[text::ToLower(c)];
  }
}

Counts CountLettersOfNames(const std::string& locale) {
  const std::unique_ptr<icu::LocaleDisplayNames> names(
      icu::LocaleDisplayNames::createInstance(icu::Locale(locale.c_str())));
  Counts counts;
  icu::UnicodeString name;
  for (const char* const* code = uloc_getISOCountries(); *code != nullptr; ++code) {
    CountLetters(names->regionDisplayName(*code, name), &counts);
  }
  for (const char* const* code = uloc_getISOLanguages(); *code != nullptr; ++code) {
    CountLetters(names->localeDisplayName(*code, name), &counts);
  }
  return counts;
}

// Logarithms over the expected letters beyond ASCII that are no ideographs.
std::unordered_map<char32_t, double> LogFrequencies(const icu::UnicodeSet& expected, const Counts& counts) {
  std::vector<std::pair<char32_t, double>> letters;
  double total = 0.0;
  for (icu::UnicodeSetIterator item(expected); item.next();) {
    const auto c = static_cast<char32_t>(item.getCodepoint());
    if (c < 0x80 || text::IsIdeographic(c) || text::ToLower(c) != c) continue;
    const auto found = counts.find(c);
    letters.emplace_back(c, kUnseen + (found == counts.end() ? 0.0 : found->second));
    total += letters.back().second;
  }
  std::unordered_map<char32_t, double> logs;
  if (total < kMinLetters) return logs;
  const double average = total / static_cast<double>(letters.size());
  for (const auto& [c, count] : letters) logs[c] = std::clamp(std::log(count / average), kMinLog, kMaxLog);
  return logs;
}

ULocaleData* OpenLocaleData(std::string* locale, std::string_view script_suffix) {
  UErrorCode error = U_ZERO_ERROR;
  const std::string with_script = *locale + std::string(script_suffix);
  ULocaleData* data = ulocdata_open(with_script.c_str(), &error);
  if (error == U_ZERO_ERROR) {
    *locale = with_script;
    return data;
  }
  ulocdata_close(data);
  error = U_ZERO_ERROR;
  data = ulocdata_open(locale->c_str(), &error);
  // ICU answers for an unknown locale with its default: English letters would be wrong here.
  if (error != U_USING_DEFAULT_WARNING && U_SUCCESS(error)) return data;
  ulocdata_close(data);
  return nullptr;
}

}  // namespace

LetterModel::LetterModel(const std::string& language, std::string_view script_suffix) {
  std::string locale = LocaleOf(language);
  ULocaleData* data = OpenLocaleData(&locale, script_suffix);
  if (data == nullptr) return;
  main_ = ReadExemplars(data, ULOCDATA_ES_STANDARD);
  auxiliary_ = ReadExemplars(data, ULOCDATA_ES_AUXILIARY);
  ulocdata_close(data);
  if (main_.size() < kIdeographic) log_frequencies_ = LogFrequencies(main_, CountLettersOfNames(locale));
}

bool LetterModel::IsExpected(char32_t c) const { return main_.contains(static_cast<UChar32>(c)) != 0; }
bool LetterModel::IsBorrowed(char32_t c) const { return auxiliary_.contains(static_cast<UChar32>(c)) != 0; }

double LetterModel::LogFrequency(char32_t c) const {
  const auto found = log_frequencies_.find(text::ToLower(c));
  return found == log_frequencies_.end() ? 0.0 : found->second;
}

const LetterModel& LetterModelOf(const std::string& language, std::string_view script_suffix) {
  // As many as there are codes that language identification answers with, and so bounded.
  static std::mutex& mutex = *new std::mutex();
  static auto& models = *new std::map<std::string, LetterModel>();
  const std::string key = language + std::string(script_suffix);
  const std::lock_guard lock(mutex);
  const auto found = models.find(key);
  if (found != models.end()) return found->second;
  return models.emplace(key, LetterModel(language, script_suffix)).first->second;
}

}  // namespace polygist::ingest
