#include "summary_service/merging/number_hedges.h"

#include <algorithm>
#include <map>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "common/base/strings.h"
#include "common/text/words.h"
#include "number_hedges_data.h"

namespace polygist::summary {
namespace {

using HedgeTable = std::map<std::string, std::vector<HedgePhrase>, std::less<>>;

Hedge HedgeNamed(std::string_view name) {
  static constexpr std::pair<std::string_view, Hedge> kNames[] = {{"about", Hedge::kAbout},
                                                                  {"least", Hedge::kAtLeast},
                                                                  {"most", Hedge::kAtMost},
                                                                  {"of", Hedge::kOf},
                                                                  {"to", Hedge::kTo},
                                                                  {"dozens", Hedge::kDozens},
                                                                  {"hundreds", Hedge::kHundreds},
                                                                  {"thousands", Hedge::kThousands},
                                                                  {"millions", Hedge::kMillions}};
  for (const auto& [known, hedge] : kNames) {
    if (known == name) return hedge;
  }
  return Hedge::kAbout;
}

HedgeTable ReadTable() {
  HedgeTable table;
  for (const absl::string_view line : absl::StrSplit(ToAbsl(data::kNumberHedges), '\n')) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() != 3 || fields[0].starts_with("#")) continue;
    const std::vector<std::string> phrases = absl::StrSplit(fields[2], " | ");
    for (const std::string& phrase : phrases) {
      table[fields[0]].push_back({HedgeNamed(fields[1]), text::FoldForMatching(phrase)});
    }
  }
  for (auto& [language, phrases] : table) {
    std::stable_sort(phrases.begin(), phrases.end(),
                     [](const HedgePhrase& a, const HedgePhrase& b) { return a.phrase.size() > b.phrase.size(); });
  }
  return table;
}

}  // namespace

const std::vector<HedgePhrase>& HedgesOf(std::string_view language) {
  static const HedgeTable table = ReadTable();
  static const std::vector<HedgePhrase> none;
  const auto place = table.find(language);
  return place == table.end() ? none : place->second;
}

}  // namespace polygist::summary
