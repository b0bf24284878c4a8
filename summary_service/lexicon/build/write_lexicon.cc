#include "summary_service/lexicon/build/write_lexicon.h"

#include <algorithm>
#include <bit>
#include <cmath>
#include <cstring>
#include <filesystem>
#include <fstream>
#include <set>
#include <system_error>
#include <vector>

#include "common/base/error.h"
#include "summary_service/lexicon/lexicon_format.h"

namespace polygist::summary::lexicon_build {
namespace {

using lexicon_format::FileHeader;
using lexicon_format::SectionHeader;

constexpr size_t kMostEntries = 16;

void AppendWord(uint32_t word, std::string* bytes) {
  char raw[4];
  std::memcpy(raw, &word, 4);
  bytes->append(raw, 4);
}

// The strings of one language and their numbers.
class Pool {
 public:
  void Add(std::string_view word) { words_.emplace(word); }
  void Number() {
    uint32_t id = 0;
    for (const std::string& word : words_) ids_.emplace_hint(ids_.end(), word, id++);
  }
  uint32_t IdOf(std::string_view word) const { return ids_.find(word)->second; }
  size_t size() const { return words_.size(); }

  std::string Bytes() const {
    std::string bytes;
    const std::vector<uint32_t> slots = Slots();
    AppendWord(static_cast<uint32_t>(words_.size()), &bytes);
    AppendWord(static_cast<uint32_t>(slots.size()), &bytes);
    for (const uint32_t slot : slots) AppendWord(slot, &bytes);
    uint32_t offset = 0;
    for (const std::string& word : words_) {
      AppendWord(offset, &bytes);
      offset += static_cast<uint32_t>(word.size());
    }
    AppendWord(offset, &bytes);
    for (const std::string& word : words_) bytes += word;
    return bytes;
  }

 private:
  // At most half full.
  std::vector<uint32_t> Slots() const {
    std::vector<uint32_t> slots(std::bit_ceil(2 * words_.size() + 1), 0);
    uint32_t id = 0;
    for (const std::string& word : words_) {
      const uint64_t checksum = lexicon_format::Checksum(word);
      size_t slot = checksum & (slots.size() - 1);
      while (slots[slot] != 0) slot = (slot + 1) & (slots.size() - 1);
      slots[slot] = lexicon_format::SlotOf(id++, checksum);
    }
    return slots;
  }

  std::set<std::string, std::less<>> words_;
  std::map<std::string_view, uint32_t> ids_;
};

std::vector<uint32_t> EntriesOf(const std::vector<PairTable::Entry>& row, const PairTable& table, const Pool& targets) {
  std::vector<uint32_t> entries;
  for (const PairTable::Entry& entry : row) {
    const auto weight = static_cast<uint32_t>(std::clamp(std::lround(entry.weight * lexicon_format::kWeightUnit), 1L,
                                                         static_cast<long>(lexicon_format::kWeightUnit)));
    entries.push_back(targets.IdOf(table.stems()[entry.stem]) << 8 | weight);
  }
  std::sort(entries.begin(), entries.end(),
            [](uint32_t a, uint32_t b) { return (a & 0xFF) != (b & 0xFF) ? (a & 0xFF) > (b & 0xFF) : a < b; });
  if (entries.size() > kMostEntries) entries.resize(kMostEntries);
  return entries;
}

struct TableWords {
  std::vector<uint32_t> keys, first = {0}, entries;
};

TableWords WordsOf(const PairTable& table, const Pool& sources, const Pool& targets) {
  TableWords words;
  for (const auto& [key, row] : table.SortedRows()) {
    words.keys.push_back(sources.IdOf(key));
    const std::vector<uint32_t> kept = EntriesOf(*row, table, targets);
    words.entries.insert(words.entries.end(), kept.begin(), kept.end());
    words.first.push_back(static_cast<uint32_t>(words.entries.size()));
  }
  return words;
}

std::string TableBytes(const TableWords& words) {
  std::string bytes;
  AppendWord(static_cast<uint32_t>(words.keys.size()), &bytes);
  AppendWord(static_cast<uint32_t>(words.entries.size()), &bytes);
  for (const std::vector<uint32_t>* part : {&words.keys, &words.first, &words.entries}) {
    for (const uint32_t word : *part) AppendWord(word, &bytes);
  }
  return bytes;
}

// Which languages reach which English strings.
class Reached {
 public:
  explicit Reached(size_t strings) : bits_(strings, 0) {}

  void Add(const std::string& source, const std::vector<uint32_t>& entries) {
    if (sources_.size() == lexicon_format::kMostReaching) return;
    const uint64_t bit = uint64_t{1} << sources_.size();
    sources_.push_back(source);
    for (const uint32_t entry : entries) bits_[entry >> 8] |= bit;
  }

  std::string Bytes() const {
    std::string bytes;
    AppendWord(static_cast<uint32_t>(sources_.size()), &bytes);
    AppendWord(static_cast<uint32_t>(bits_.size()), &bytes);
    for (const std::string& source : sources_) {
      bytes += source;
      bytes.resize((bytes.size() + 7) / 8 * 8, '\0');
    }
    bytes.append(reinterpret_cast<const char*>(bits_.data()), bits_.size() * sizeof(uint64_t));
    return bytes;
  }

 private:
  std::vector<std::string> sources_;
  std::vector<uint64_t> bits_;
};

struct Section {
  SectionHeader header{};
  std::string bytes;
};

Section MakeSection(uint32_t kind, const std::string& language, const std::string& target, std::string bytes) {
  Section section;
  section.header.kind = kind;
  std::strncpy(section.header.language, language.c_str(), sizeof(section.header.language) - 1);
  std::strncpy(section.header.target, target.c_str(), sizeof(section.header.target) - 1);
  section.bytes = std::move(bytes);
  return section;
}

std::map<std::string, Pool> PoolsOf(const WordPairs& pairs) {
  std::map<std::string, Pool> pools;
  for (const auto& [languages, table] : pairs.tables()) {
    for (const auto& [key, row] : table.SortedRows()) pools[languages.first].Add(key);
    for (const std::string& stem : table.stems()) pools[languages.second].Add(stem);
  }
  for (auto& [language, pool] : pools) pool.Number();
  return pools;
}

std::string Assemble(std::vector<Section> sections, std::string_view licence) {
  uint64_t offset = sizeof(FileHeader) + sections.size() * sizeof(SectionHeader);
  std::string body;
  for (Section& section : sections) {
    section.header.offset = (offset + 7) / 8 * 8;
    section.header.size = section.bytes.size();
    offset = section.header.offset + section.header.size;
    body.append(reinterpret_cast<const char*>(&section.header), sizeof(SectionHeader));
  }
  for (const Section& section : sections) {
    body.resize(section.header.offset - sizeof(FileHeader), '\0');
    body += section.bytes;
  }
  FileHeader header{};
  std::memcpy(header.magic, lexicon_format::kMagic, sizeof(header.magic));
  header.version = lexicon_format::kVersion;
  header.section_count = static_cast<uint32_t>(sections.size());
  header.file_size = sizeof(FileHeader) + body.size();
  header.checksum = lexicon_format::Checksum(body);
  std::memcpy(header.licence, licence.data(), std::min(licence.size(), sizeof(header.licence) - 1));
  return std::string(reinterpret_cast<const char*>(&header), sizeof(header)) + body;
}

}  // namespace

std::string LexiconBytes(const WordPairs& pairs, std::string_view licence) {
  const std::map<std::string, Pool> pools = PoolsOf(pairs);
  std::vector<Section> sections;
  for (const auto& [language, pool] : pools) {
    sections.push_back(MakeSection(lexicon_format::kStrings, language, "", pool.Bytes()));
  }
  const auto english = pools.find("en");
  Reached reached(english == pools.end() ? 0 : english->second.size());
  for (const auto& [languages, table] : pairs.tables()) {
    if (table.size() == 0) continue;  // Opened, and nothing was learned.
    const TableWords words = WordsOf(table, pools.at(languages.first), pools.at(languages.second));
    if (languages.second == "en") reached.Add(languages.first, words.entries);
    sections.push_back(
        MakeSection(lexicon_format::kTranslations, languages.first, languages.second, TableBytes(words)));
  }
  if (english != pools.end()) sections.push_back(MakeSection(lexicon_format::kReached, "en", "", reached.Bytes()));
  return Assemble(std::move(sections), licence);
}

absl::Status WriteFile(const std::string& path, std::string_view bytes) {
  const std::string draft = path + ".new";
  std::ofstream out(draft, std::ios::binary);
  out.write(bytes.data(), static_cast<std::streamsize>(bytes.size()));
  out.close();
  std::error_code error;
  if (out) std::filesystem::rename(draft, path, error);
  if (!out || error) {
    return Error(absl::StatusCode::kUnavailable, "LEXICON_NOT_WRITTEN", "A lexicon file cannot be written.");
  }
  return absl::OkStatus();
}

}  // namespace polygist::summary::lexicon_build
