#include "ingest_service/decode/misread.h"

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <utility>

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "ingest_service/decode/convert.h"
#include "ingest_service/decode/detect.h"

namespace polygist::ingest {
namespace {

constexpr int64_t kFirstLook = 400;  // Characters.
constexpr int64_t kMinCharacters = 20;
constexpr double kMinShare = 0.6;    // Of the characters that are no white space.
constexpr double kConvincing = 1.0;  // Score of a decoding, as for labels.

// The byte of windows-1252 for a character beyond ASCII; bytes without a character are C1 controls.
std::optional<char> ByteOf(char32_t c) {
  constexpr std::array<char32_t, 32> kHigh = {0x20AC, 0x81,   0x201A, 0x192,  0x201E, 0x2026, 0x2020, 0x2021,
                                              0x2C6,  0x2030, 0x160,  0x2039, 0x152,  0x8D,   0x17D,  0x8F,
                                              0x90,   0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
                                              0x2DC,  0x2122, 0x161,  0x203A, 0x153,  0x9D,   0x17E,  0x178};
  if (c < 0x100) return static_cast<char>(c);
  for (size_t i = 0; i < kHigh.size(); ++i) {
    if (kHigh.at(i) == c) return static_cast<char>(0x80 + i);
  }
  return std::nullopt;
}

bool LooksMisread(std::string_view text) {
  int64_t all = 0;
  int64_t high = 0;
  for (size_t offset = 0; offset < text.size() && all < kFirstLook;) {
    const char32_t c = text::NextCodePoint(text, &offset);
    if (text::IsWhiteSpace(c)) continue;
    ++all;
    if (c < 0x80) continue;
    if (!ByteOf(c).has_value()) return false;
    ++high;
  }
  return high >= kMinCharacters && static_cast<double>(high) >= kMinShare * static_cast<double>(all);
}

// The bytes that were misread, each mapped to its character; nothing when a character stands for none.
std::optional<text::MappedText> BytesOf(std::string_view text) {
  text::MappedText bytes;
  for (size_t offset = 0; offset < text.size();) {
    const size_t begin = offset;
    const std::optional<char> byte = ByteOf(text::NextCodePoint(text, &offset));
    if (!byte.has_value()) return std::nullopt;
    bytes.AppendDerived({&*byte, 1}, {static_cast<int64_t>(begin), static_cast<int64_t>(offset)});
  }
  return bytes;
}

bool IsMostlyBeyondLatin(std::string_view text) {
  constexpr char32_t kFirstBeyondLatin = 0x370;
  int64_t letters = 0;
  int64_t beyond = 0;
  for (size_t offset = 0; offset < text.size();) {
    const char32_t c = text::NextCodePoint(text, &offset);
    letters += text::IsLetter(c);
    beyond += text::IsLetter(c) && c >= kFirstBeyondLatin;
  }
  return beyond * 2 > letters;
}

}  // namespace

Repaired RepairMisread(Repaired repaired) {
  if (!LooksMisread(repaired.text.text())) return repaired;
  const std::optional<text::MappedText> bytes = BytesOf(repaired.text.text());
  if (!bytes.has_value()) return repaired;
  const Detection detection = DetectLegacy(bytes->text());
  if (detection.score < kConvincing) return repaired;
  const Converted converted = Convert(bytes->text(), *detection.charset);
  if (converted.invalid > 0 || !IsMostlyBeyondLatin(converted.text.text())) return repaired;
  repaired.repaired += static_cast<int64_t>(converted.text.runs().size());
  repaired.text = Compose(Compose(converted.text, *bytes), repaired.text);
  return repaired;
}

}  // namespace polygist::ingest
