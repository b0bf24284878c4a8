#include "summary_service/lexicon/lexicon.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <filesystem>
#include <map>
#include <optional>
#include <set>
#include <span>
#include <system_error>

#include "common/base/digest.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "summary_service/lexicon/lexicon_format.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

using lexicon_format::FileHeader;
using lexicon_format::SectionHeader;

// What a translation reached through the stem is worth against one of the word itself.
constexpr double kThroughStem = 0.9;

// A read-only mapping of a whole file.
class Mapping {
 public:
  static absl::StatusOr<std::unique_ptr<Mapping>> Open(const std::string& path) {
    const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
    struct stat facts {};
    if (file < 0 || fstat(file, &facts) != 0) {
      if (file >= 0) close(file);
      return Error(absl::StatusCode::kNotFound, "LEXICON_NOT_FOUND",
                   "A lexicon file cannot be read.");
    }
    const auto size = static_cast<size_t>(facts.st_size);
    void* bytes = size == 0 ? MAP_FAILED : mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
    close(file);
    if (bytes == MAP_FAILED) {
      return Error(absl::StatusCode::kDataLoss, "LEXICON_DAMAGED",
                   "A lexicon file cannot be mapped.");
    }
    return std::unique_ptr<Mapping>(new Mapping(static_cast<const char*>(bytes), size));
  }
  ~Mapping() { munmap(const_cast<char*>(bytes_), size_); }
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  std::string_view bytes() const { return {bytes_, size_}; }

 private:
  Mapping(const char* bytes, size_t size) : bytes_(bytes), size_(size) {}
  const char* bytes_;
  size_t size_;
};

struct Strings {
  std::span<const uint32_t> slots;
  std::span<const uint32_t> offsets;  // One more than strings.
  const char* bytes = nullptr;

  size_t size() const { return offsets.size() - 1; }
  std::string_view At(uint32_t id) const {
    return {bytes + offsets[id], offsets[id + 1] - offsets[id]};
  }

  // The ID of `word`, or size() when it is not there.
  uint32_t Find(std::string_view word) const {
    const size_t mask = slots.size() - 1;
    size_t slot = lexicon_format::Checksum(word) & mask;
    for (size_t tried = 0; tried < slots.size() && slots[slot] != 0;
         ++tried, slot = (slot + 1) & mask) {
      if (At(slots[slot] - 1) == word) return slots[slot] - 1;
    }
    return static_cast<uint32_t>(size());
  }
};

struct Table {
  std::string language;
  std::string target;
  std::span<const uint32_t> keys;
  std::span<const uint32_t> first;
  std::span<const uint32_t> entries;
  size_t sources = 0;  // Strings of `language`.
};

// The row of `key`, or nothing. Most strings are keys, so the row is near its share of the table:
// the search starts there and widens.
std::optional<size_t> RowOf(const Table& table, uint32_t key) {
  const size_t count = table.keys.size();
  if (count == 0) return std::nullopt;
  const size_t guess = std::min(
      count - 1, static_cast<size_t>(uint64_t{key} * count / std::max<size_t>(table.sources, 1)));
  size_t low = guess, high = guess + 1, step = 8;
  while (low > 0 && table.keys[low] > key) low -= std::min(low, step), step *= 2;
  for (step = 8; high < count && table.keys[high - 1] < key; step *= 2)
    high = std::min(count, high + step);
  const auto begin = table.keys.begin();
  const auto place = std::lower_bound(begin + static_cast<std::ptrdiff_t>(low),
                                      begin + static_cast<std::ptrdiff_t>(high), key);
  if (place == table.keys.end() || *place != key) return std::nullopt;
  return static_cast<size_t>(place - begin);
}

struct File {
  std::unique_ptr<Mapping> mapping;
  uint64_t checksum = 0;
  std::string licence;
  std::map<std::string, Strings, std::less<>> strings;
  std::vector<Table> tables;  // By language, then target.
  std::vector<uint32_t>
      reached;  // By English string: bit i when some word of source i translates to it.
  std::vector<std::string> sources;  // Languages with translations to English, at most 32.
};

absl::Status Damaged(std::string_view what) {
  return Error(absl::StatusCode::kDataLoss, "LEXICON_DAMAGED",
               "A lexicon file is damaged. Build the lexicon again.",
               {{"part", std::string(what)}});
}

std::string NameOf(const char (&field)[8]) {
  return std::string(field, strnlen(field, sizeof(field)));
}

std::span<const uint32_t> Words(std::string_view bytes, size_t at, size_t count) {
  return {reinterpret_cast<const uint32_t*>(bytes.data() + at), count};
}

uint32_t WordAt(std::string_view bytes, size_t at) { return Words(bytes, at, 1)[0]; }

bool Ascends(std::span<const uint32_t> offsets) {
  return std::is_sorted(offsets.begin(), offsets.end());
}

absl::StatusOr<Strings> ReadStrings(std::string_view section) {
  if (section.size() < 12) return Damaged("strings");
  const size_t words = section.size() / 4;
  const size_t count = WordAt(section, 0), slots = WordAt(section, 4);
  if (count >= words || slots >= words || words < 2 + slots + count + 1 ||
      (slots & (slots - 1)) != 0 || slots <= count) {
    return Damaged("strings");
  }
  const size_t begin = 4 * (2 + slots + count + 1);
  const Strings strings{Words(section, 8, slots), Words(section, 8 + 4 * slots, count + 1),
                        section.data() + begin};
  if (!Ascends(strings.offsets) || strings.offsets.front() != 0 ||
      strings.offsets.back() > section.size() - begin) {
    return Damaged("string offsets");
  }
  if (std::any_of(strings.slots.begin(), strings.slots.end(),
                  [&](uint32_t slot) { return slot > count; })) {
    return Damaged("string slots");
  }
  return strings;
}

absl::StatusOr<Table> ReadTable(std::string_view section, const File& file, Table table) {
  const auto sources = file.strings.find(table.language);
  const auto targets = file.strings.find(table.target);
  if (sources == file.strings.end() || targets == file.strings.end() || section.size() < 12) {
    return Damaged("translations");
  }
  const size_t keys = WordAt(section, 0), entries = WordAt(section, 4);
  if (section.size() / 4 < 2 + 2 * keys + 1 + entries || keys > section.size() ||
      entries > section.size()) {
    return Damaged("translations");
  }
  table.keys = Words(section, 8, keys);
  table.first = Words(section, 8 + 4 * keys, keys + 1);
  table.entries = Words(section, 8 + 4 * (2 * keys + 1), entries);
  if (!Ascends(table.keys) || (keys > 0 && table.keys.back() >= sources->second.size()))
    return Damaged("keys");
  if (!Ascends(table.first) || table.first.back() != entries) return Damaged("entry offsets");
  table.sources = sources->second.size();
  const size_t strings = targets->second.size();
  if (std::any_of(table.entries.begin(), table.entries.end(),
                  [&](uint32_t entry) { return (entry >> 8) >= strings; })) {
    return Damaged("entries");
  }
  return table;
}

absl::Status ReadSections(std::span<const SectionHeader> sections, std::string_view bytes,
                          uint32_t kind, File* file) {
  for (const SectionHeader& header : sections) {
    if (header.kind != kind) continue;
    if (header.offset % 8 != 0 || header.offset > bytes.size() ||
        header.size > bytes.size() - header.offset) {
      return Damaged("section table");
    }
    const std::string_view section = bytes.substr(header.offset, header.size);
    if (kind == lexicon_format::kStrings) {
      ASSIGN_OR_RETURN(const Strings strings, ReadStrings(section));
      file->strings[NameOf(header.language)] = strings;
    } else {
      Table table;
      table.language = NameOf(header.language);
      table.target = NameOf(header.target);
      ASSIGN_OR_RETURN(table, ReadTable(section, *file, std::move(table)));
      file->tables.push_back(std::move(table));
    }
  }
  return absl::OkStatus();
}

void NoteReached(File* file) {
  const auto english = file->strings.find("en");
  if (english == file->strings.end()) return;
  file->reached.resize(english->second.size());
  for (const Table& table : file->tables) {
    if (table.target != "en" || file->sources.size() == 32) continue;
    const uint32_t bit = uint32_t{1} << file->sources.size();
    file->sources.push_back(table.language);
    for (const uint32_t entry : table.entries) file->reached[entry >> 8] |= bit;
  }
}

absl::StatusOr<File> ReadFile(const std::string& path) {
  File file;
  ASSIGN_OR_RETURN(file.mapping, Mapping::Open(path));
  const std::string_view bytes = file.mapping->bytes();
  FileHeader header;
  if (bytes.size() < sizeof(header)) return Damaged("header");
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (std::memcmp(header.magic, lexicon_format::kMagic, sizeof(header.magic)) != 0)
    return Damaged("header");
  if (header.version != lexicon_format::kVersion) {
    return Error(absl::StatusCode::kFailedPrecondition, "LEXICON_VERSION",
                 "The lexicon was built for another version. Build it again.");
  }
  const std::string_view body = bytes.substr(sizeof(header));
  if (header.file_size != bytes.size() || header.checksum != lexicon_format::Checksum(body))
    return Damaged("checksum");
  if (header.section_count > body.size() / sizeof(SectionHeader)) return Damaged("section table");
  const std::span<const SectionHeader> sections(reinterpret_cast<const SectionHeader*>(body.data()),
                                                header.section_count);
  RETURN_IF_ERROR(ReadSections(sections, bytes, lexicon_format::kStrings, &file));
  RETURN_IF_ERROR(ReadSections(sections, bytes, lexicon_format::kTranslations, &file));
  std::sort(file.tables.begin(), file.tables.end(), [](const Table& a, const Table& b) {
    return std::tie(a.language, a.target) < std::tie(b.language, b.target);
  });
  NoteReached(&file);
  file.checksum = header.checksum;
  file.licence.assign(header.licence, strnlen(header.licence, sizeof(header.licence)));
  return file;
}

// Adds the entries of `key`, scaled by `factor`.
void Collect(const Strings& targets, const Table& table, uint32_t key, double factor,
             std::vector<Translation>* found) {
  const std::optional<size_t> row = RowOf(table, key);
  if (!row.has_value()) return;
  for (uint32_t i = table.first[*row]; i < table.first[*row + 1]; ++i) {
    const double weight = (table.entries[i] & 0xFF) * (1000.0 / lexicon_format::kWeightUnit);
    found->push_back(
        {table.target, targets.At(table.entries[i] >> 8), static_cast<int>(weight * factor)});
  }
}

// The heaviest of each stem, best first.
void KeepBest(size_t limit, std::vector<Translation>* found) {
  std::sort(found->begin(), found->end(), [](const Translation& a, const Translation& b) {
    return std::tie(a.language, a.stem, b.weight_permille) <
           std::tie(b.language, b.stem, a.weight_permille);
  });
  found->erase(std::unique(found->begin(), found->end(),
                           [](const Translation& a, const Translation& b) {
                             return a.language == b.language && a.stem == b.stem;
                           }),
               found->end());
  std::stable_sort(found->begin(), found->end(), [](const Translation& a, const Translation& b) {
    return a.weight_permille > b.weight_permille;
  });
  if (found->size() > limit) found->resize(limit);
}

}  // namespace

struct Lexicon::Files {
  std::vector<File> files;
  std::string digest;
};

absl::StatusOr<Lexicon> Lexicon::Open(const std::vector<std::string>& paths) {
  auto files = std::make_shared<Files>();
  DigestBuilder digest;
  for (const std::string& path : paths) {
    ASSIGN_OR_RETURN(File file, ReadFile(path));
    digest.Add(static_cast<int64_t>(file.checksum));
    if (file.licence.starts_with(lexicon_format::kLearnedMark)) digest.Add(file.licence);
    files->files.push_back(std::move(file));
  }
  files->digest = digest.Hex();
  return Lexicon(std::move(files));
}

absl::StatusOr<Lexicon> Lexicon::OpenFolder(const std::string& folder) {
  std::vector<std::string> paths;
  std::error_code error;
  for (const auto& entry : std::filesystem::directory_iterator(folder, error)) {
    if (entry.path().extension() == ".lex") paths.push_back(entry.path().string());
  }
  if (paths.empty()) {
    return Error(absl::StatusCode::kNotFound, "LEXICON_NOT_FOUND",
                 "The folder holds no lexicon file.");
  }
  std::sort(paths.begin(), paths.end());
  return Open(paths);
}

std::vector<Translation> Lexicon::Translate(std::string_view language, std::string_view folded,
                                            const std::vector<std::string>& targets,
                                            size_t limit) const {
  std::vector<Translation> found;
  const std::string stem_key = lexicon_format::kStemMark + StemOf(folded, language);
  for (const File& file : files_->files) {
    const auto words = file.strings.find(language);
    if (words == file.strings.end()) continue;
    const uint32_t word = words->second.Find(folded);
    const uint32_t stem = words->second.Find(stem_key);
    const auto first = std::lower_bound(
        file.tables.begin(), file.tables.end(), language,
        [](const Table& table, std::string_view name) { return table.language < name; });
    for (auto place = first; place != file.tables.end() && place->language == language; ++place) {
      const Table& table = *place;
      if (!targets.empty() &&
          std::find(targets.begin(), targets.end(), table.target) == targets.end())
        continue;
      const Strings& strings = file.strings.find(table.target)->second;
      Collect(strings, table, word, 1, &found);
      Collect(strings, table, stem, kThroughStem, &found);
    }
  }
  KeepBest(limit, &found);
  return found;
}

uint32_t Lexicon::ReachedBy(std::string_view english_stem,
                            const std::vector<std::string>& languages) const {
  uint32_t reached = 0;
  for (const File& file : files_->files) {
    const auto strings = file.strings.find("en");
    if (strings == file.strings.end()) continue;
    const uint32_t id = strings->second.Find(english_stem);
    if (id == strings->second.size() || file.reached[id] == 0) continue;
    for (size_t i = 0; i < languages.size() && i < 32; ++i) {
      const auto source = std::find(file.sources.begin(), file.sources.end(), languages[i]);
      if (source != file.sources.end() &&
          (file.reached[id] >> (source - file.sources.begin()) & 1) != 0) {
        reached |= uint32_t{1} << i;
      }
    }
  }
  return reached;
}

bool Lexicon::Covers(std::string_view language) const {
  if (language == "en") return true;
  for (const File& file : files_->files) {
    for (const Table& table : file.tables) {
      if (table.language == language) return true;
    }
  }
  return false;
}

std::vector<LexiconPair> Lexicon::Pairs() const {
  std::map<std::pair<std::string, std::string>, int64_t> words;
  for (const File& file : files_->files) {
    for (const Table& table : file.tables) {
      words[{table.language, table.target}] += static_cast<int64_t>(table.keys.size());
    }
  }
  std::vector<LexiconPair> pairs;
  for (const auto& [pair, count] : words) pairs.push_back({pair.first, pair.second, count});
  return pairs;
}

std::vector<std::string> Lexicon::LearnedSnapshots() const {
  std::vector<std::string> names;
  for (const File& file : files_->files) {
    if (!file.licence.starts_with(lexicon_format::kLearnedMark)) continue;
    names.push_back(file.licence.substr(lexicon_format::kLearnedMark.size()));
  }
  return names;
}

const std::string& Lexicon::digest() const { return files_->digest; }

}  // namespace polygist::summary
