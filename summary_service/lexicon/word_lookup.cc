#include "summary_service/lexicon/word_lookup.h"

#include <algorithm>

#include "summary_service/lexicon/lexicon_file.h"
#include "summary_service/lexicon/lexicon_format.h"

namespace polygist::summary {
namespace {

std::string StemKey(std::string_view stem) { return std::string(1, lexicon_format::kStemMark).append(stem); }

}  // namespace

WordLookup::WordLookup(const Lexicon& lexicon, std::string_view language, const std::vector<std::string>& targets) {
  for (const lexicon_file::File& file : lexicon.files()) {
    const auto words = file.strings.find(language);
    if (words == file.strings.end()) continue;
    Source source{&words->second, {}};
    for (const lexicon_file::Table& table : file.tables) {
      const auto place = std::find(targets.begin(), targets.end(), table.target);
      if (table.language != language || place == targets.end()) continue;
      source.targets.push_back(
          {static_cast<int>(place - targets.begin()), &table, &file.strings.find(table.target)->second});
    }
    if (!source.targets.empty()) sources_.push_back(std::move(source));
  }
}

void WordLookup::Translate(std::string_view folded, std::string_view stem, std::vector<FoundStem>* found) const {
  const std::string stem_key = StemKey(stem);
  for (const Source& source : sources_) {
    const std::pair<uint32_t, float> ways[] = {{source.words->Find(folded), 1.0f},
                                               {source.words->Find(stem_key), kThroughStem}};
    for (const auto& [word, factor] : ways) {
      if (word >= source.words->size()) continue;
      for (const Target& target : source.targets) {
        for (const uint32_t entry : target.table->EntriesOf(word)) {
          const float weight = factor * static_cast<float>(entry & 0xFF) / lexicon_format::kWeightUnit;
          found->push_back({target.index, weight, target.strings->At(entry >> 8)});
        }
      }
    }
  }
}

bool WordLookup::Knows(std::string_view folded, std::string_view stem) const {
  for (const Source& source : sources_) {
    for (const uint32_t word : {source.words->Find(folded), source.words->Find(StemKey(stem))}) {
      if (word >= source.words->size()) continue;
      for (const Target& target : source.targets) {
        if (!target.table->EntriesOf(word).empty()) return true;
      }
    }
  }
  return false;
}

}  // namespace polygist::summary
