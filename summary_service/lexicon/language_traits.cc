#include "summary_service/lexicon/language_traits.h"

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/strings/str_split.h"
#include "common/base/strings.h"
#include "language_traits_data.h"

namespace polygist::summary {
namespace {

using Languages = std::set<std::string, std::less<>>;

std::map<LanguageTrait, Languages> ReadTable() {
  static constexpr std::pair<std::string_view, LanguageTrait> kNames[] = {
      {"capital_nouns", LanguageTrait::kCapitalNouns},
      {"counters", LanguageTrait::kCounters},
      {"counted_before", LanguageTrait::kCountedBefore},
      {"syllables", LanguageTrait::kSyllables}};
  std::map<LanguageTrait, Languages> table;
  for (const absl::string_view line : absl::StrSplit(ToAbsl(data::kLanguageTraits), '\n')) {
    const std::pair<absl::string_view, absl::string_view> row = absl::StrSplit(line, '\t');
    for (const auto& [name, trait] : kNames) {
      if (row.first == ToAbsl(name)) table[trait] = absl::StrSplit(row.second, ' ');
    }
  }
  return table;
}

}  // namespace

bool HasTrait(std::string_view language, LanguageTrait trait) {
  static const auto& table = *new std::map<LanguageTrait, Languages>(ReadTable());
  return table.at(trait).contains(language);
}

}  // namespace polygist::summary
