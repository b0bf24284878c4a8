// Learns data/transliterations.tsv from the names that ICU has for cities (CLDR's exemplar cities of time zones).
//
//   learn_transliterations > summary_service/lexicon/data/transliterations.tsv
//
// For each script but Latin, romanised names are aligned with the same cities' names in languages of Latin script, what
// meets is counted, and the names are aligned anew by these counts (Viterbi training: Juang and Rabiner 1990, The
// segmental K-means algorithm). Names that align badly are translations, or something else's name, and left out.
#include <unicode/locid.h>
#include <unicode/strenum.h>
#include <unicode/timezone.h>
#include <unicode/tznames.h>
#include <unicode/uscript.h>

#include <algorithm>
#include <cmath>
#include <iostream>
#include <map>
#include <memory>
#include <set>
#include <span>
#include <string>
#include <utility>
#include <vector>

#include "common/text/words.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/transliteration.h"

namespace polygist::summary {
namespace {

constexpr int kRounds = 6;
// For each letter of both: pairs that score less are no spellings of one name.
constexpr double kLeastScore = 0.25;
// Of what each letter starts with, and again for itself.
constexpr double kPrior = 0.3;
// Shares are written as so many of this.
constexpr double kUnit = 100'000;
// Fewer names tell too little of a script.
constexpr size_t kFewestPairs = 100;

using Counts = LetterTable<double>;
using NamePair = std::pair<std::string, std::string>;  // Romanised; of Latin spelling.
using Spellings = std::map<std::string, std::set<std::string>>;

size_t LetterOf(char c) { return static_cast<size_t>(c - 'a'); }

// Empty where the name has several words, or other characters than letters.
std::string RomanisedName(const std::string& name) {
  const std::string folded = text::FoldForMatching(name);
  if (folded.find_first_of(" -") != std::string::npos) return {};
  const std::string latin = LatinOf(folded);
  return IsRomanisedName(latin) ? latin : std::string();
}

// Adds how one language calls cities, by script and city.
void ReadNames(const icu::Locale& locale, std::map<int, Spellings>* names) {
  UErrorCode error = U_ZERO_ERROR;
  const std::unique_ptr<icu::TimeZoneNames> cities(icu::TimeZoneNames::createInstance(locale, error));
  const std::unique_ptr<icu::StringEnumeration> zones(
      icu::TimeZone::createTimeZoneIDEnumeration(UCAL_ZONE_TYPE_CANONICAL, nullptr, nullptr, error));
  while (const icu::UnicodeString* zone = zones->snext(error)) {
    icu::UnicodeString city;
    std::string id, name;
    cities->getExemplarLocationName(*zone, city);
    if (city.isBogus() || city.isEmpty()) continue;
    city.toUTF8String(name);
    const std::string romanised = RomanisedName(name);
    if (!romanised.empty()) (*names)[ScriptOf(name)][zone->toUTF8String(id)].insert(romanised);
  }
}

std::map<int, Spellings> ReadNames() {
  std::map<int, Spellings> names;
  int32_t count = 0;
  const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
  for (const icu::Locale& locale : std::span(locales, static_cast<size_t>(count))) {
    if (*locale.getCountry() == 0) ReadNames(locale, &names);
  }
  return names;
}

std::set<NamePair> PairsOf(const Spellings& romanised, const Spellings& latin) {
  std::set<NamePair> pairs;
  for (const auto& [city, names] : romanised) {
    const auto found = latin.find(city);
    if (found == latin.end()) continue;
    for (const std::string& name : names) {
      for (const std::string& spelling : found->second) pairs.emplace(name, spelling);
    }
  }
  return pairs;
}

bool IsWeak(char c) { return std::string_view("aeiouhwy").find(c) != std::string_view::npos; }

// Before anything is counted: a letter is rather itself, or one that sounds like it, and vowels come and go.
LetterScores FirstScores() {
  LetterScores scores{};
  for (char x = 'a'; x <= 'z'; ++x) {
    for (char y = 'a'; y <= 'z'; ++y) {
      const bool alike = IsWeak(x) && IsWeak(y);
      const bool sound_alike = !IsWeak(x) && SkeletonOf({&x, 1}) == SkeletonOf({&y, 1});
      scores[LetterOf(x)][LetterOf(y)] = x == y ? 3 : sound_alike ? 2 : alike ? 0 : -4;
    }
    scores[LetterOf(x)][kNoLetter] = scores[kNoLetter][LetterOf(x)] = IsWeak(x) ? -0.5F : -3.0F;
  }
  return scores;
}

// Counts what meets in the best alignment of a pair, unless its words are no spellings of one name.
void CountMeetings(const NamePair& pair, const LetterScores& scores, Counts* counts) {
  const auto& [a, b] = pair;
  const auto none_for_a = [&](size_t i) { return scores[LetterOf(a[i - 1])][kNoLetter]; };
  const auto none_for_b = [&](size_t j) { return scores[kNoLetter][LetterOf(b[j - 1])]; };
  const auto both = [&](size_t i, size_t j) { return scores[LetterOf(a[i - 1])][LetterOf(b[j - 1])]; };
  std::vector<std::vector<float>> best(a.size() + 1, std::vector<float>(b.size() + 1, -INFINITY));
  best[0][0] = 0;
  for (size_t i = 0; i <= a.size(); ++i) {
    for (size_t j = 0; j <= b.size(); ++j) {
      if (i > 0) best[i][j] = std::max(best[i][j], best[i - 1][j] + none_for_a(i));
      if (j > 0) best[i][j] = std::max(best[i][j], best[i][j - 1] + none_for_b(j));
      if (i > 0 && j > 0) best[i][j] = std::max(best[i][j], best[i - 1][j - 1] + both(i, j));
    }
  }
  if (best[a.size()][b.size()] < kLeastScore * static_cast<double>(a.size() + b.size())) return;
  for (size_t i = a.size(), j = b.size(); i > 0 || j > 0;) {
    if (i > 0 && j > 0 && best[i][j] == best[i - 1][j - 1] + both(i, j)) {
      ++(*counts)[LetterOf(a[--i])][LetterOf(b[--j])];
    } else if (i > 0 && best[i][j] == best[i - 1][j] + none_for_a(i)) {
      ++(*counts)[LetterOf(a[--i])][kNoLetter];
    } else {
      ++(*counts)[kNoLetter][LetterOf(b[--j])];
    }
  }
}

Counts Learn(const std::set<NamePair>& pairs) {
  Counts counts{};
  LetterScores scores = FirstScores();
  for (int round = 0; round < kRounds; ++round) {
    for (size_t x = 0; x <= kLetters; ++x) {
      counts[x].fill(kPrior / (kLetters + 1));
      if (x != kNoLetter) counts[x][x] += kPrior;
    }
    counts[kNoLetter][kNoLetter] = 0;
    for (const NamePair& pair : pairs) CountMeetings(pair, scores, &counts);
    scores = ScoresOf(counts);
  }
  return counts;
}

void Write(const std::string& script, const Counts& counts) {
  double all = 0;
  for (const auto& row : counts) {
    for (const double count : row) all += count;
  }
  const auto name = [](size_t letter) { return letter == kNoLetter ? '-' : static_cast<char>('a' + letter); };
  for (size_t x = 0; x <= kLetters; ++x) {
    std::string line;
    for (size_t y = 0; y <= kLetters; ++y) {
      const auto share = static_cast<int>(std::lround(counts[x][y] / all * kUnit));
      if (share > 0) line += std::string(line.empty() ? "" : " ") + name(y) + ":" + std::to_string(share);
    }
    if (!line.empty()) std::cout << script << '\t' << name(x) << '\t' << line << '\n';
  }
}

int Main() {
  std::cout
      << "# How letters of romanised names stand for letters of Latin spelling. Learned from CLDR's exemplar cities\n"
         "# (Unicode License) by training/learn_transliterations.cc, which writes this file.\n"
         "# script (ISO 15924) <TAB> romanised letter, - for none <TAB> letter:share ..., of 100,000 in the script\n";
  const std::map<int, Spellings> names = ReadNames();
  std::map<std::string, Counts> of_scripts;
  for (const auto& [script, romanised] : names) {
    const std::set<NamePair> pairs = PairsOf(romanised, names.at(USCRIPT_LATIN));
    if (script == USCRIPT_LATIN || pairs.size() < kFewestPairs) continue;
    of_scripts[uscript_getShortName(static_cast<UScriptCode>(script))] = Learn(pairs);
    std::cerr << uscript_getShortName(static_cast<UScriptCode>(script)) << ": " << pairs.size() << " pairs\n";
  }
  for (const auto& [script, counts] : of_scripts) Write(script, counts);
  return 0;
}

}  // namespace
}  // namespace polygist::summary

int main() { return polygist::summary::Main(); }
