#include "ingest_service/extract/month_names.h"

#include <unicode/dtfmtsym.h>
#include <unicode/locid.h>
#include <unicode/unistr.h>

#include <algorithm>
#include <array>
#include <string>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "common/base/strings.h"
#include "common/text/words.h"

namespace polygist::ingest {
namespace {

// Shorter names ("M", "11") are marks of calendars, not words in a text.
constexpr size_t kShortestName = 3;

struct NamedMonth {
  std::string language;
  int month = 0;
};

using MonthTable = absl::flat_hash_map<std::string, std::vector<NamedMonth>>;

// The last word of a month's name as it stands in dates ("de novembre", "m. lapkričio"), folded.
std::string KeyOf(std::string_view name) {
  const auto words = text::SplitWords(name);
  if (words.empty()) return "";
  const text::Word longest = *std::max_element(words.begin(), words.end(), [](const text::Word& a, const text::Word& b) {
    return a.span.size() < b.span.size();
  });
  return text::FoldForMatching(Slice(name, longest.span), /*strip_accents=*/true);
}

void AddNames(const icu::Locale& locale, MonthTable* table) {
  UErrorCode status = U_ZERO_ERROR;
  const icu::DateFormatSymbols symbols(locale, "gregorian", status);
  if (U_FAILURE(status)) return;
  using Symbols = icu::DateFormatSymbols;
  for (const auto context : {Symbols::FORMAT, Symbols::STANDALONE}) {
    for (const auto width : {Symbols::WIDE, Symbols::ABBREVIATED}) {
      int32_t count = 0;
      const icu::UnicodeString* names = symbols.getMonths(count, context, width);
      for (int32_t month = 0; month < std::min(count, 12); ++month) {
        std::string name;
        names[month].toUTF8String(name);
        const std::string key = KeyOf(name);
        const bool has_digit = std::any_of(key.begin(), key.end(), [](char c) { return c >= '0' && c <= '9'; });
        if (key.size() < kShortestName || has_digit) continue;
        std::vector<NamedMonth>& months = (*table)[key];
        if (months.empty() || months.back().language != locale.getLanguage() || months.back().month != month + 1) {
          months.push_back({locale.getLanguage(), month + 1});
        }
      }
    }
  }
}

const MonthTable& Table() {
  static const MonthTable& table = *[] {
    auto* made = new MonthTable;
    int32_t count = 0;
    const icu::Locale* locales = icu::Locale::getAvailableLocales(count);
    for (int32_t i = 0; i < count; ++i) {
      const bool base = *locales[i].getCountry() == '\0' && *locales[i].getVariant() == '\0';
      if (base) AddNames(locales[i], made);
    }
    return made;
  }();
  return table;
}

}  // namespace

int MonthOf(std::string_view word, std::string_view language) {
  const auto found = Table().find(ToAbsl(text::FoldForMatching(word, /*strip_accents=*/true)));
  if (found == Table().end()) return 0;
  std::array<int, 13> votes{};
  for (const NamedMonth& named : found->second) {
    if (named.language == language) return named.month;
    ++votes[static_cast<size_t>(named.month)];
  }
  return static_cast<int>(std::max_element(votes.begin(), votes.end()) - votes.begin());
}

}  // namespace polygist::ingest
