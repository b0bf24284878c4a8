#include "ingest_service/segment/language_rules.h"

#include <algorithm>
#include <map>
#include <string>

#include "common/text/language_tag.h"
#include "ingest_service/segment/characters.h"
#include "ingest_service/segment/words.h"
#include "segment_data.h"

namespace polygist::ingest::segment {
namespace {

using RulesByLanguage = std::map<std::string_view, LanguageRules, std::less<>>;

// What holds in every language.
constexpr std::string_view kEveryLanguage = "*";

std::string_view TakeUntil(std::string_view* rest, char separator) {
  const size_t end = std::min(rest->find(separator), rest->size());
  const std::string_view field = rest->substr(0, end);
  rest->remove_prefix(std::min(end + 1, rest->size()));
  return field;
}

void AddAbbreviations(Abbreviation kind, std::string_view words, LanguageRules* rules) {
  while (!words.empty()) {
    const std::string_view word = TakeUntil(&words, ' ');
    if (!word.empty()) rules->abbreviations.emplace_back(word, kind);
  }
}

void AddWords(std::string_view words, std::vector<std::string_view>* list) {
  while (!words.empty()) {
    const std::string_view word = TakeUntil(&words, ' ');
    if (!word.empty()) list->push_back(word);
  }
}

void AddCharacters(std::string_view characters, std::vector<char32_t>* list) {
  for (size_t at = 0; at < characters.size(); at = After(characters, at)) {
    const char32_t character = CharacterAt(characters, at);
    if (character != ' ') list->push_back(character);
  }
}

void AddEntry(std::string_view kind, std::string_view words, LanguageRules* rules) {
  if (kind == "before") AddAbbreviations(Abbreviation::kBefore, words, rules);
  if (kind == "number") AddAbbreviations(Abbreviation::kBeforeNumber, words, rules);
  if (kind == "either") AddAbbreviations(Abbreviation::kEither, words, rules);
  if (kind == "unit") AddAbbreviations(Abbreviation::kUnit, words, rules);
  if (kind == "word") AddAbbreviations(Abbreviation::kWord, words, rules);
  if (kind == "end") AddAbbreviations(Abbreviation::kEnd, words, rules);
  if (kind == "starter") AddWords(words, &rules->starters);
  if (kind == "continuer") AddWords(words, &rules->continuers);
  if (kind == "after-quote") AddWords(words, &rules->quote_continuations);
  if (kind == "after-quote-prefix") AddWords(words, &rules->quote_prefixes);
  if (kind == "blank-before") AddWords(words, &rules->blank_starters);
  if (kind == "blank-after") AddWords(words, &rules->blank_enders);
  if (kind == "mark") AddCharacters(words, &rules->spaced_marks);
  if (kind == "endings") AddCharacters(words, &rules->endings);
  if (kind == "ordinals" || kind == "lower-ordinals") rules->ordinals = true;
  if (kind == "ordinals") rules->ordinals_before_capitals = true;
}

// One entry per line: languages (several joined by commas), kind, words; tab-separated. "#" starts
// a comment.
void ReadTable(std::string_view table, RulesByLanguage* rules) {
  while (!table.empty()) {
    std::string_view line = TakeUntil(&table, '\n');
    if (line.empty() || line.front() == '#') continue;
    std::string_view languages = TakeUntil(&line, '\t');
    const std::string_view kind = TakeUntil(&line, '\t');
    while (!languages.empty()) AddEntry(kind, line, &(*rules)[TakeUntil(&languages, ',')]);
  }
}

bool IsCased(std::string_view word) {
  const char32_t first = CharacterAt(word, 0);
  return IsLower(first) || IsUpper(first);
}

// Of a language with an entry, before the common ones are added.
OwnData OwnDataOf(const LanguageRules& rules) {
  if (rules.abbreviations.empty()) return OwnData::kSome;
  const bool wants_starters = IsCased(rules.abbreviations.front().first);
  return wants_starters && rules.starters.empty() ? OwnData::kSome : OwnData::kWhole;
}

template <typename T>
void Append(const std::vector<T>& from, std::vector<T>* to) {
  to->insert(to->end(), from.begin(), from.end());
}

// A language's own entries come first, so that the stable sort lets them win over the common ones.
void AddCommon(const LanguageRules& common, LanguageRules* rules) {
  Append(common.abbreviations, &rules->abbreviations);
  Append(common.starters, &rules->starters);
  Append(common.spaced_marks, &rules->spaced_marks);
}

void MarkInteresting(LanguageRules* rules) {
  for (const unsigned char byte : {'.', '!', '?', '\n', ')'}) rules->interesting[byte] = true;
  // First bytes of the UTF-8 ranges that hold a mark, bullet or pictograph: Armenian, Arabic,
  // Syriac, N'Ko, and everything from U+0800 on but Han, Hangul and private use.
  for (const int byte : {0xD6, 0xD8, 0xDB, 0xDC, 0xDF, 0xE0, 0xE1, 0xE2, 0xE3, 0xEA, 0xEF, 0xF0}) {
    rules->interesting[byte] = true;
  }
  if (rules->EndsAtBlanks()) rules->interesting[' '] = true;
  for (const char32_t mark : rules->spaced_marks) {
    if (mark < 0x80) rules->interesting[mark] = true;
  }
}

void Finish(LanguageRules* rules) {
  std::stable_sort(rules->abbreviations.begin(), rules->abbreviations.end(),
                   [](const auto& a, const auto& b) { return a.first < b.first; });
  std::sort(rules->starters.begin(), rules->starters.end());
  std::sort(rules->continuers.begin(), rules->continuers.end());
  std::sort(rules->quote_continuations.begin(), rules->quote_continuations.end());
  MarkInteresting(rules);
}

bool JoinsWords(char32_t c) { return c == '\'' || c == U'’' || c == '-'; }

Abbreviation FindInAnyCase(const LanguageRules& rules, std::string_view word) {
  std::string form = LowerCase(word);
  const Abbreviation found = rules.Find(form);
  if (found != Abbreviation::kNone || word.empty() || word[0] < 'A' || word[0] > 'Z') return found;
  form[0] = word[0];
  return rules.Find(form);
}

RulesByLanguage ReadAll() {
  RulesByLanguage rules;
  ReadTable(data::kAbbreviations, &rules);
  ReadTable(data::kStarters, &rules);
  ReadTable(data::kMarks, &rules);
  const LanguageRules common = rules[kEveryLanguage];
  for (auto& [language, entry] : rules) {
    if (language != kEveryLanguage) {
      entry.own = OwnDataOf(entry);
      AddCommon(common, &entry);
    }
    Finish(&entry);
  }
  return rules;
}

}  // namespace

Abbreviation LanguageRules::Find(std::string_view lower_case_word) const {
  const auto found = std::lower_bound(abbreviations.begin(), abbreviations.end(), lower_case_word,
                                      [](const auto& entry, std::string_view word) { return entry.first < word; });
  if (found == abbreviations.end() || found->first != lower_case_word) return Abbreviation::kNone;
  return found->second;
}

Abbreviation LanguageRules::FindAsWritten(std::string_view word) const {
  const Abbreviation whole = FindInAnyCase(*this, word);
  size_t part = word.size();
  while (part > 0 && !JoinsWords(CharacterBefore(word, part))) part = Before(word, part);
  return whole != Abbreviation::kNone || part == 0 ? whole : FindInAnyCase(*this, word.substr(part));
}

bool LanguageRules::MayEndWord(char32_t letter) const {
  return endings.empty() || std::find(endings.begin(), endings.end(), letter) != endings.end();
}

bool LanguageRules::TiesQuote(std::string_view lower_case_word) const {
  return std::binary_search(quote_continuations.begin(), quote_continuations.end(), lower_case_word);
}

bool LanguageRules::IsContinuer(std::string_view lower_case_word) const {
  return std::binary_search(continuers.begin(), continuers.end(), lower_case_word);
}

bool LanguageRules::IsStarter(std::string_view lower_case_word) const {
  return std::binary_search(starters.begin(), starters.end(), lower_case_word);
}

const LanguageRules& RulesFor(std::string_view language) {
  static const RulesByLanguage all = ReadAll();
  const auto found = all.find(text::BaseLanguage(language));
  return found != all.end() ? found->second : all.find(kEveryLanguage)->second;
}

}  // namespace polygist::ingest::segment
