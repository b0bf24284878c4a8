#include "summary_service/lexicon/language_traits.h"

#include <cstdint>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/str_split.h"
#include "common/base/strings.h"
#include "language_traits_data.h"

namespace polygist::summary {
namespace {

// By language: the traits it has, a bit for each.
using TraitTable = absl::flat_hash_map<std::string, uint32_t>;

uint32_t BitOf(LanguageTrait trait) { return uint32_t{1} << static_cast<int>(trait); }

TraitTable ReadTable() {
  static constexpr std::pair<std::string_view, LanguageTrait> kNames[] = {
      {"capital_nouns", LanguageTrait::kCapitalNouns},
      {"counters", LanguageTrait::kCounters},
      {"counted_before", LanguageTrait::kCountedBefore},
      {"syllables", LanguageTrait::kSyllables},
      {"unit_before", LanguageTrait::kUnitBefore}};
  TraitTable table;
  for (const absl::string_view line : absl::StrSplit(ToAbsl(data::kLanguageTraits), '\n')) {
    const std::pair<absl::string_view, absl::string_view> row = absl::StrSplit(line, '\t');
    for (const auto& [name, trait] : kNames) {
      if (row.first != ToAbsl(name)) continue;
      for (const absl::string_view language : absl::StrSplit(row.second, ' ')) table[language] |= BitOf(trait);
    }
  }
  return table;
}

}  // namespace

bool HasTrait(std::string_view language, LanguageTrait trait) {
  static const TraitTable& table = *new TraitTable(ReadTable());
  const auto place = table.find(ToAbsl(language));
  return place != table.end() && (place->second & BitOf(trait)) != 0;
}

}  // namespace polygist::summary
