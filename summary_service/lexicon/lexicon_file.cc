#include "summary_service/lexicon/lexicon_file.h"

#include <fcntl.h>
#include <sys/mman.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cstring>
#include <tuple>

#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "summary_service/lexicon/lexicon_format.h"

namespace polygist::summary::lexicon_file {
namespace {

using lexicon_format::FileHeader;
using lexicon_format::SectionHeader;

absl::Status Damaged(std::string_view what) {
  return Error(absl::StatusCode::kDataLoss, "LEXICON_DAMAGED", "A lexicon file is damaged. Build the lexicon again.",
               {{"part", std::string(what)}});
}

std::string NameOf(const char (&field)[8]) { return std::string(field, strnlen(field, sizeof(field))); }

std::span<const uint32_t> Words(std::string_view bytes, size_t at, size_t count) {
  return {reinterpret_cast<const uint32_t*>(bytes.data() + at), count};
}

uint32_t WordAt(std::string_view bytes, size_t at) { return Words(bytes, at, 1)[0]; }

absl::StatusOr<Strings> ReadStrings(std::string_view section) {
  if (section.size() < 12) return Damaged("strings");
  const size_t words = section.size() / 4;
  const size_t count = WordAt(section, 0), slots = WordAt(section, 4);
  if (count >= words || slots >= words || words < 2 + slots + count + 1 || (slots & (slots - 1)) != 0 ||
      slots <= count || count > lexicon_format::kSlotIdMask) {
    return Damaged("strings");
  }
  const size_t begin = 4 * (2 + slots + count + 1);
  return Strings{Words(section, 8, slots), Words(section, 8 + 4 * slots, count + 1), section.substr(begin)};
}

absl::StatusOr<Table> ReadTable(std::string_view section, const File& file, Table table) {
  const auto sources = file.strings.find(table.language);
  const auto targets = file.strings.find(table.target);
  if (sources == file.strings.end() || targets == file.strings.end() || section.size() < 12) {
    return Damaged("translations");
  }
  const size_t keys = WordAt(section, 0), entries = WordAt(section, 4);
  if (section.size() / 4 < 2 + 2 * keys + 1 + entries || keys > section.size() || entries > section.size()) {
    return Damaged("translations");
  }
  table.keys = Words(section, 8, keys);
  table.first = Words(section, 8 + 4 * keys, keys + 1);
  table.entries = Words(section, 8 + 4 * (2 * keys + 1), entries);
  table.sources = sources->second.size();
  return table;
}

absl::Status ReadReached(std::string_view section, File* file) {
  const auto english = file->strings.find("en");
  if (english == file->strings.end() || section.size() < 8) return Damaged("reached stems");
  const size_t sources = WordAt(section, 0), count = WordAt(section, 4);
  if (sources > lexicon_format::kMostReaching || count != english->second.size() ||
      section.size() / 8 < 1 + sources + count) {
    return Damaged("reached stems");
  }
  for (size_t i = 0; i < sources; ++i) {
    const char* name = section.data() + 8 * (1 + i);
    file->sources.emplace_back(name, strnlen(name, 8));
  }
  file->reached = {reinterpret_cast<const uint64_t*>(section.data() + 8 * (1 + sources)), count};
  return absl::OkStatus();
}

absl::Status ReadSections(std::span<const SectionHeader> sections, std::string_view bytes, uint32_t kind, File* file) {
  for (const SectionHeader& header : sections) {
    if (header.kind != kind) continue;
    if (header.offset % 8 != 0 || header.offset > bytes.size() || header.size > bytes.size() - header.offset) {
      return Damaged("section table");
    }
    const std::string_view section = bytes.substr(header.offset, header.size);
    if (kind == lexicon_format::kStrings) {
      ASSIGN_OR_RETURN(const Strings strings, ReadStrings(section));
      file->strings[NameOf(header.language)] = strings;
    } else if (kind == lexicon_format::kReached) {
      RETURN_IF_ERROR(ReadReached(section, file));
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

}  // namespace

absl::StatusOr<std::unique_ptr<Mapping>> Mapping::Open(const std::string& path) {
  const int file = open(path.c_str(), O_RDONLY | O_CLOEXEC);
  struct stat facts {};
  if (file < 0 || fstat(file, &facts) != 0) {
    if (file >= 0) close(file);
    return Error(absl::StatusCode::kNotFound, "LEXICON_NOT_FOUND", "A lexicon file cannot be read.");
  }
  const auto size = static_cast<size_t>(facts.st_size);
  void* bytes = size == 0 ? MAP_FAILED : mmap(nullptr, size, PROT_READ, MAP_SHARED, file, 0);
  close(file);
  if (bytes == MAP_FAILED) {
    return Error(absl::StatusCode::kDataLoss, "LEXICON_DAMAGED", "A lexicon file cannot be mapped.");
  }
  return std::unique_ptr<Mapping>(new Mapping(static_cast<const char*>(bytes), size));
}

Mapping::~Mapping() { munmap(const_cast<char*>(bytes_), size_); }

uint32_t Strings::Find(std::string_view word) const { return Find(word, lexicon_format::Checksum(word)); }

uint32_t Strings::Find(std::string_view word, uint64_t checksum) const {
  const size_t mask = slots.size() - 1;
  size_t slot = checksum & mask;
  for (size_t tried = 0; tried < slots.size() && slots[slot] != 0; ++tried, slot = (slot + 1) & mask) {
    const uint32_t id = (slots[slot] & lexicon_format::kSlotIdMask) - 1;
    if (slots[slot] == lexicon_format::SlotOf(id, checksum) && At(id) == word) return id;
  }
  return static_cast<uint32_t>(size());
}

uint32_t Strings::FirstTried(uint64_t checksum) const {
  return (slots[checksum & (slots.size() - 1)] & lexicon_format::kSlotIdMask) - 1;
}

size_t Table::GuessOf(uint32_t key) const {
  return std::min(keys.size() - 1, static_cast<size_t>(uint64_t{key} * keys.size() / std::max<size_t>(sources, 1)));
}

void Table::PrefetchRow(uint32_t key) const {
  if (keys.empty()) return;
  const size_t guess = GuessOf(key);
  __builtin_prefetch(keys.data() + guess);
  __builtin_prefetch(first.data() + guess);
}

// The search starts at the guess and widens.
std::span<const uint32_t> Table::EntriesOf(uint32_t key) const {
  const size_t count = keys.size();
  if (count == 0) return {};
  const size_t guess = GuessOf(key);
  size_t low = guess, high = guess + 1, step = 8;
  while (low > 0 && keys[low] > key) low -= std::min(low, step), step *= 2;
  for (step = 8; high < count && keys[high - 1] < key; step *= 2) high = std::min(count, high + step);
  const auto begin = keys.begin();
  const auto place =
      std::lower_bound(begin + static_cast<std::ptrdiff_t>(low), begin + static_cast<std::ptrdiff_t>(high), key);
  if (place == keys.end() || *place != key) return {};
  const auto row = static_cast<size_t>(place - begin);
  if (first[row] > first[row + 1] || first[row + 1] > entries.size()) return {};
  return entries.subspan(first[row], first[row + 1] - first[row]);
}

absl::StatusOr<File> ReadFile(const std::string& path) {
  File file;
  ASSIGN_OR_RETURN(file.mapping, Mapping::Open(path));
  const std::string_view bytes = file.mapping->bytes();
  FileHeader header;
  if (bytes.size() < sizeof(header)) return Damaged("header");
  std::memcpy(&header, bytes.data(), sizeof(header));
  if (std::memcmp(header.magic, lexicon_format::kMagic, sizeof(header.magic)) != 0) return Damaged("header");
  if (header.version != lexicon_format::kVersion) {
    return Error(absl::StatusCode::kFailedPrecondition, "LEXICON_VERSION",
                 "The lexicon was built for another version. Build it again.");
  }
  const std::string_view body = bytes.substr(sizeof(header));
  if (header.file_size != bytes.size()) return Damaged("size");
  if (header.section_count > body.size() / sizeof(SectionHeader)) return Damaged("section table");
  const std::span<const SectionHeader> sections(reinterpret_cast<const SectionHeader*>(body.data()),
                                                header.section_count);
  RETURN_IF_ERROR(ReadSections(sections, bytes, lexicon_format::kStrings, &file));
  RETURN_IF_ERROR(ReadSections(sections, bytes, lexicon_format::kTranslations, &file));
  std::sort(file.tables.begin(), file.tables.end(), [](const Table& a, const Table& b) {
    return std::tie(a.language, a.target) < std::tie(b.language, b.target);
  });
  RETURN_IF_ERROR(ReadSections(sections, bytes, lexicon_format::kReached, &file));
  file.checksum = header.checksum;
  file.licence.assign(header.licence, strnlen(header.licence, sizeof(header.licence)));
  return file;
}

absl::Status Verify(const File& file) {
  const std::string_view body = file.mapping->bytes().substr(sizeof(FileHeader));
  return lexicon_format::Checksum(body) == file.checksum ? absl::OkStatus() : Damaged("checksum");
}

}  // namespace polygist::summary::lexicon_file
