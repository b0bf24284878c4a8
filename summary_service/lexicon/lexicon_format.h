// The bytes of a lexicon file (.lex), version 2. Little-endian, made by polygist_lexicon_build,
// mapped by Lexicon::Open.
//
//   FileHeader
//   SectionHeader[section_count]
//   sections, each 8-byte aligned
//
// A strings section (one per language) holds the words of that language, sorted by bytes:
//   uint32 count; uint32 slot_count (a power of two, more than count);
//   uint32 slot[slot_count] (SlotOf(string ID, Checksum(word)), 0 when empty; a word stands at Checksum(word) &
//   (slot_count - 1) or in the next free slot); uint32 offset[count + 1]; bytes
// A translations section (one per ordered pair of languages) maps words of `language` to stems of
// `target`:
//   uint32 key_count; uint32 entry_count; uint32 key[key_count] (string IDs of `language`,
//   ascending); uint32 first[key_count + 1]; uint32 entry[entry_count] (string ID of `target` << 8
//   | weight)
// A reached section, for English, tells from which languages each of its strings can be reached:
//   uint32 source_count (at most 64); uint32 count (the strings of English); char source[source_count][8];
//   uint64 sources[count] (bit i: some word of source i translates to it)
// A key is a folded word, or kStemMark and a stem. Weights are in 250ths.
#pragma once

#include <cstdint>
#include <string_view>

namespace polygist::summary::lexicon_format {

inline constexpr char kMagic[8] = {'P', 'G', 'L', 'E', 'X', 'I', 'C', '2'};
inline constexpr uint32_t kVersion = 2;
inline constexpr char kStemMark = '~';
inline constexpr int kWeightUnit = 250;
// What the licence field of a file learned from articles begins with; its name follows.
inline constexpr std::string_view kLearnedMark = "learned:";

enum SectionKind : uint32_t { kStrings = 1, kTranslations = 2, kReached = 3 };
inline constexpr size_t kMostReaching = 64;

struct FileHeader {
  char magic[8];
  uint32_t version;
  uint32_t section_count;
  uint64_t file_size;
  uint64_t checksum;  // Checksum() of everything behind this header.
  char licence[32];   // SPDX name, zero-padded.
};
static_assert(sizeof(FileHeader) == 64);

struct SectionHeader {
  uint32_t kind;
  uint32_t reserved;
  char language[8];  // Zero-padded.
  char target[8];    // Empty for strings.
  uint64_t offset;   // From the start of the file.
  uint64_t size;
};
static_assert(sizeof(SectionHeader) == 40);

// Eight bits of the checksum beside the ID: a slot of another word is told without reading the word.
inline constexpr uint32_t kSlotIdMask = 0xFFFFFF;
constexpr uint32_t SlotOf(uint32_t id, uint64_t checksum) {
  return static_cast<uint32_t>(checksum >> 56) << 24 | (id + 1);
}

// Four lanes of multiply and rotate over 8-byte words: finds damage, not forgery, at memory speed.
uint64_t Checksum(std::string_view bytes);

}  // namespace polygist::summary::lexicon_format
