// One lexicon file, mapped and checked: what Lexicon is made of.
#pragma once

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace polygist::summary::lexicon_file {

// A read-only mapping of a whole file.
class Mapping {
 public:
  static absl::StatusOr<std::unique_ptr<Mapping>> Open(const std::string& path);
  ~Mapping();
  Mapping(const Mapping&) = delete;
  Mapping& operator=(const Mapping&) = delete;

  std::string_view bytes() const { return {bytes_, size_}; }

 private:
  Mapping(const char* bytes, size_t size) : bytes_(bytes), size_(size) {}
  const char* bytes_;
  size_t size_;
};

// The words of one language.
struct Strings {
  std::span<const uint32_t> slots;
  std::span<const uint32_t> offsets;  // One more than strings.
  std::string_view bytes;

  size_t size() const { return offsets.size() - 1; }
  // Empty for offsets that lead outside.
  std::string_view At(uint32_t id) const {
    if (id >= size() || offsets[id] > offsets[id + 1] || offsets[id + 1] > bytes.size()) return {};
    return bytes.substr(offsets[id], offsets[id + 1] - offsets[id]);
  }
  // The ID of `word`, or size() when it is not there.
  uint32_t Find(std::string_view word) const;
  // The same for a word whose lexicon_format::Checksum is known.
  uint32_t Find(std::string_view word, uint64_t checksum) const;

  // Nearly all of Find and At is waiting for memory, one place after the other. These ask for the places ahead of time,
  // so that several look-ups wait together: each step after the one before it was called for all of them.
  void PrefetchSlot(uint64_t checksum) const { __builtin_prefetch(slots.data() + (checksum & (slots.size() - 1))); }
  void PrefetchOffset(uint64_t checksum) const { PrefetchOffsetOf(FirstTried(checksum)); }
  void PrefetchText(uint64_t checksum) const { PrefetchTextOf(FirstTried(checksum)); }
  void PrefetchOffsetOf(uint32_t id) const {
    if (id < size()) __builtin_prefetch(offsets.data() + id);
  }
  void PrefetchTextOf(uint32_t id) const {
    if (id < size() && offsets[id] < bytes.size()) __builtin_prefetch(bytes.data() + offsets[id]);
  }

 private:
  // The ID that Find looks at first; none of the strings when there is none.
  uint32_t FirstTried(uint64_t checksum) const;
};

// Translations of one ordered pair of languages.
struct Table {
  std::string language;
  std::string target;
  std::span<const uint32_t> keys;
  std::span<const uint32_t> first;
  std::span<const uint32_t> entries;  // String ID of `target` << 8 | weight.
  size_t sources = 0;                 // Strings of `language`.

  // The entries of a string of `language`; empty when it has none.
  std::span<const uint32_t> EntriesOf(uint32_t key) const;
  // To be called some time before, as those of Strings.
  void PrefetchRow(uint32_t key) const;

 private:
  // Most strings are keys, so the row is near its share of the table.
  size_t GuessOf(uint32_t key) const;
};

struct File {
  std::unique_ptr<Mapping> mapping;
  uint64_t checksum = 0;
  std::string licence;  // As the header has it; of a learned file its mark and name.
  std::map<std::string, Strings, std::less<>> strings;
  std::vector<Table> tables;  // By language, then target.
  // By English string: bit i when some word of sources[i] translates to it.
  std::span<const uint64_t> reached;
  std::vector<std::string> sources;  // Languages with translations to English, at most 64.
};

// Looks at the headers only, so that opening costs the same for every size: what they lead to is bounds-checked when
// it is read. Errors as Lexicon::Open.
absl::StatusOr<File> ReadFile(const std::string& path);

// Reads all of the file: DATA_LOSS with LEXICON_DAMAGED when it is not what was written.
absl::Status Verify(const File& file);

}  // namespace polygist::summary::lexicon_file
