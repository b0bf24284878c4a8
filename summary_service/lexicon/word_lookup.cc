#include "summary_service/lexicon/word_lookup.h"

#include <algorithm>
#include <map>

#include "summary_service/lexicon/lexicon_file.h"
#include "summary_service/lexicon/lexicon_format.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/related_languages.h"

namespace polygist::summary {
namespace {

// Of another language's dictionary: most words that both have mean the same.
constexpr float kThroughRelative = 0.8f;

// The related language that has more words with a translation; empty when there is none.
std::string RelativeOf(const Lexicon& lexicon, std::string_view language) {
  std::map<std::string, size_t, std::less<>> words;
  for (const lexicon_file::File& file : lexicon.files()) {
    for (const lexicon_file::Table& table : file.tables) words[table.language] += table.keys.size();
  }
  const auto own = words.find(language);
  const size_t least = own == words.end() ? 0 : own->second;
  std::vector<std::string> larger;
  for (const auto& [other, count] : words) {
    if (count > least) larger.push_back(other);
  }
  return RelatedLanguage(language, larger);
}

template <typename Source, typename Do>
void ForEach(const std::vector<Source>& sources, std::span<const uint64_t> checksums, Do perform) {
  for (const uint64_t checksum : checksums) {
    for (const Source& source : sources) perform(source, checksum);
  }
}

}  // namespace

void FoundStem::PrefetchOffset() const { strings->PrefetchOffsetOf(id); }
void FoundStem::PrefetchText() const { strings->PrefetchTextOf(id); }
std::string_view FoundStem::stem() const { return strings->At(id); }

WordLookup::WordLookup(const Lexicon& lexicon, std::string_view language, const std::vector<std::string>& targets)
    : sources_(SourcesOf(lexicon, language, targets)), related_(RelativeOf(lexicon, language)) {
  if (!related_.empty()) related_sources_ = SourcesOf(lexicon, related_, targets);
}

std::vector<WordLookup::Source> WordLookup::SourcesOf(const Lexicon& lexicon, std::string_view language,
                                                      const std::vector<std::string>& targets) {
  std::vector<Source> sources;
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
    if (!source.targets.empty()) sources.push_back(std::move(source));
  }
  return sources;
}

std::vector<WordLookup::Way> WordLookup::WaysOf(const std::vector<Source>& sources, std::span<const WordToFind> words) {
  std::vector<std::string> stem_keys;
  std::vector<uint64_t> checksums;  // Of each word, and of its stem as a key.
  for (const WordToFind& word : words) {
    stem_keys.push_back(std::string(1, lexicon_format::kStemMark).append(word.stem));
    checksums.push_back(lexicon_format::Checksum(word.folded));
    checksums.push_back(lexicon_format::Checksum(stem_keys.back()));
  }
  ForEach(sources, checksums, [](const Source& source, uint64_t checksum) { source.words->PrefetchSlot(checksum); });
  ForEach(sources, checksums, [](const Source& source, uint64_t checksum) { source.words->PrefetchOffset(checksum); });
  ForEach(sources, checksums, [](const Source& source, uint64_t checksum) { source.words->PrefetchText(checksum); });
  std::vector<Way> ways;
  for (size_t i = 0; i < words.size(); ++i) {
    for (const Source& source : sources) {
      const Way found[] = {{i, &source, source.words->Find(words[i].folded, checksums[2 * i]), 1},
                           {i, &source, source.words->Find(stem_keys[i], checksums[2 * i + 1]), kThroughStem}};
      for (const Way& way : found) {
        if (way.id >= source.words->size()) continue;
        for (const Target& target : source.targets) target.table->PrefetchRow(way.id);
        ways.push_back(way);
      }
    }
  }
  return ways;
}

void WordLookup::AddRelated(std::span<const WordToFind> words, std::vector<Way>* ways) const {
  if (related_sources_.empty()) return;
  std::vector<bool> known(words.size());
  for (const Way& way : *ways) known[way.word] = true;
  std::vector<size_t> unknown;
  std::vector<std::string> stems;
  for (size_t i = 0; i < words.size(); ++i) {
    if (known[i]) continue;
    unknown.push_back(i);
    stems.push_back(StemOf(words[i].folded, related_));
  }
  std::vector<WordToFind> to_find;
  for (size_t i = 0; i < unknown.size(); ++i) to_find.push_back({words[unknown[i]].folded, stems[i]});
  for (Way way : WaysOf(related_sources_, to_find)) {
    way.word = unknown[way.word];
    way.factor *= kThroughRelative;
    ways->push_back(way);
  }
  std::stable_sort(ways->begin(), ways->end(), [](const Way& a, const Way& b) { return a.word < b.word; });
}

FoundWords WordLookup::Find(std::span<const WordToFind> words) const {
  FoundWords found;
  std::vector<Way> ways = WaysOf(sources_, words);
  AddRelated(words, &ways);
  auto way = ways.begin();
  for (size_t i = 0; i < words.size(); ++i) {
    for (; way != ways.end() && way->word == i; ++way) {
      for (const Target& target : way->source->targets) {
        const std::span<const uint32_t> entries = target.table->EntriesOf(way->id);
        if (entries.empty()) continue;
        __builtin_prefetch(entries.data());
        found.entries.push_back({target.index, way->source->file, way->factor, entries, target.strings});
      }
    }
    found.ends.push_back(found.entries.size());
  }
  return found;
}

bool WordLookup::HasKey(std::string_view key) const {
  const uint64_t checksum = lexicon_format::Checksum(key);
  return std::any_of(sources_.begin(), sources_.end(), [&](const Source& source) {
    const uint32_t id = source.words->Find(key, checksum);
    return std::any_of(source.targets.begin(), source.targets.end(),
                       [&](const Target& target) { return !target.table->EntriesOf(id).empty(); });
  });
}

void FoundEntries::AppendTo(float least_weight, std::vector<FoundStem>* found) const {
  for (const uint32_t entry : entries) {
    const float weight = factor * static_cast<float>(entry & 0xFF) / lexicon_format::kWeightUnit;
    if (weight >= least_weight) found->push_back({target, weight, file, entry >> 8, strings});
  }
}

ReachLookup::ReachLookup(const Lexicon& lexicon, const std::vector<std::string>& languages) {
  for (const lexicon_file::File& file : lexicon.files()) {
    const auto stems = file.strings.find("en");
    if (stems == file.strings.end()) continue;
    Source source{&stems->second, file.reached, {}};
    for (size_t i = 0; i < languages.size() && i < 32; ++i) {
      for (const std::string& from : {languages[i], RelativeOf(lexicon, languages[i])}) {
        const auto place = std::find(file.sources.begin(), file.sources.end(), from);
        if (place == file.sources.end()) continue;
        source.bits.emplace_back(static_cast<int>(i), static_cast<int>(place - file.sources.begin()));
        all_ |= uint32_t{1} << i;
      }
    }
    if (!source.bits.empty()) sources_.push_back(std::move(source));
  }
}

std::vector<uint32_t> ReachLookup::ReachedBy(std::span<const std::string_view> english_stems) const {
  std::vector<uint64_t> checksums;
  for (const std::string_view stem : english_stems) checksums.push_back(lexicon_format::Checksum(stem));
  ForEach(sources_, checksums, [](const Source& source, uint64_t checksum) { source.stems->PrefetchSlot(checksum); });
  ForEach(sources_, checksums, [](const Source& source, uint64_t checksum) { source.stems->PrefetchOffset(checksum); });
  ForEach(sources_, checksums, [](const Source& source, uint64_t checksum) { source.stems->PrefetchText(checksum); });
  std::vector<uint32_t> reached(english_stems.size());
  for (size_t i = 0; i < english_stems.size(); ++i) {
    for (const Source& source : sources_) {
      if (reached[i] == all_) break;
      const uint32_t id = source.stems->Find(english_stems[i], checksums[i]);
      if (id >= source.reached.size()) continue;
      for (const auto& [bit, from] : source.bits) {
        reached[i] |= static_cast<uint32_t>(source.reached[id] >> from & 1) << bit;
      }
    }
  }
  return reached;
}

}  // namespace polygist::summary
