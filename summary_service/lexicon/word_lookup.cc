#include "summary_service/lexicon/word_lookup.h"

#include <algorithm>

#include "summary_service/lexicon/lexicon_file.h"
#include "summary_service/lexicon/lexicon_format.h"

namespace polygist::summary {
namespace {

std::string StemKey(std::string_view stem) { return std::string(1, lexicon_format::kStemMark).append(stem); }

template <typename Source, typename Do>
void ForEach(const std::vector<Source>& sources, std::span<const uint64_t> checksums, Do perform) {
  for (const Source& source : sources) {
    for (const uint64_t checksum : checksums) perform(source, checksum);
  }
}

}  // namespace

void FoundStem::PrefetchOffset() const { strings->PrefetchOffsetOf(id); }
void FoundStem::PrefetchText() const { strings->PrefetchTextOf(id); }
std::string_view FoundStem::stem() const { return strings->At(id); }

WordLookup::WordLookup(const Lexicon& lexicon, std::string_view language, const std::vector<std::string>& targets) {
  uint32_t number = 0;
  for (const lexicon_file::File& file : lexicon.files()) {
    const auto words = file.strings.find(language);
    Source source{number++, nullptr, {}};
    if (words == file.strings.end()) continue;
    source.words = &words->second;
    for (const lexicon_file::Table& table : file.tables) {
      const auto place = std::find(targets.begin(), targets.end(), table.target);
      if (table.language != language || place == targets.end()) continue;
      source.targets.push_back(
          {static_cast<int>(place - targets.begin()), &table, &file.strings.find(table.target)->second});
    }
    if (!source.targets.empty()) sources_.push_back(std::move(source));
  }
}

absl::InlinedVector<WordLookup::Way, 16> WordLookup::WaysOf(std::string_view folded, std::string_view stem) const {
  const std::string stem_key = StemKey(stem);
  const uint64_t checksums[] = {lexicon_format::Checksum(folded), lexicon_format::Checksum(stem_key)};
  ForEach(sources_, checksums, [](const Source& source, uint64_t checksum) { source.words->PrefetchSlot(checksum); });
  ForEach(sources_, checksums, [](const Source& source, uint64_t checksum) { source.words->PrefetchOffset(checksum); });
  ForEach(sources_, checksums, [](const Source& source, uint64_t checksum) { source.words->PrefetchText(checksum); });
  absl::InlinedVector<Way, 16> ways;
  for (const Source& source : sources_) {
    const Way found[] = {{&source, source.words->Find(folded, checksums[0]), 1},
                         {&source, source.words->Find(stem_key, checksums[1]), kThroughStem}};
    for (const Way& way : found) {
      if (way.id < source.words->size()) ways.push_back(way);
    }
  }
  for (const Way& way : ways) {
    for (const Target& target : way.source->targets) target.table->PrefetchRow(way.id);
  }
  return ways;
}

bool WordLookup::Translate(std::string_view folded, std::string_view stem, float least_weight,
                           std::vector<FoundStem>* found) const {
  struct Row {
    const Way* way;
    const Target* target;
    std::span<const uint32_t> entries;
  };
  absl::InlinedVector<Row, 64> rows;
  const absl::InlinedVector<Way, 16> ways = WaysOf(folded, stem);
  for (const Way& way : ways) {
    for (const Target& target : way.source->targets) {
      const std::span<const uint32_t> entries = target.table->EntriesOf(way.id);
      if (entries.empty()) continue;
      __builtin_prefetch(entries.data());
      rows.push_back({&way, &target, entries});
    }
  }
  for (const auto& [way, target, entries] : rows) {
    for (const uint32_t entry : entries) {
      const float weight = way->factor * static_cast<float>(entry & 0xFF) / lexicon_format::kWeightUnit;
      if (weight < least_weight) continue;
      found->push_back({target->index, weight, way->source->file, entry >> 8, target->strings});
    }
  }
  return !rows.empty();
}

bool WordLookup::Knows(std::string_view folded, std::string_view stem) const {
  for (const Way& way : WaysOf(folded, stem)) {
    for (const Target& target : way.source->targets) {
      if (!target.table->EntriesOf(way.id).empty()) return true;
    }
  }
  return false;
}

ReachLookup::ReachLookup(const Lexicon& lexicon, const std::vector<std::string>& languages) {
  for (const lexicon_file::File& file : lexicon.files()) {
    const auto stems = file.strings.find("en");
    if (stems == file.strings.end()) continue;
    Source source{&stems->second, file.reached, {}};
    for (size_t i = 0; i < languages.size() && i < 32; ++i) {
      const auto place = std::find(file.sources.begin(), file.sources.end(), languages[i]);
      if (place == file.sources.end()) continue;
      source.bits.emplace_back(static_cast<int>(i), static_cast<int>(place - file.sources.begin()));
      all_ |= uint32_t{1} << i;
    }
    if (!source.bits.empty()) sources_.push_back(std::move(source));
  }
}

uint32_t ReachLookup::ReachedBy(std::string_view english_stem) const {
  const uint64_t checksum = lexicon_format::Checksum(english_stem);
  for (const Source& source : sources_) source.stems->PrefetchSlot(checksum);
  for (const Source& source : sources_) source.stems->PrefetchOffset(checksum);
  for (const Source& source : sources_) source.stems->PrefetchText(checksum);
  uint32_t reached = 0;
  for (const Source& source : sources_) {
    if (reached == all_) break;
    const uint32_t id = source.stems->Find(english_stem, checksum);
    if (id >= source.reached.size()) continue;
    for (const auto& [bit, from] : source.bits) {
      reached |= static_cast<uint32_t>(source.reached[id] >> from & 1) << bit;
    }
  }
  return reached;
}

}  // namespace polygist::summary
