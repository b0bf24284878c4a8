#include "ingest_service/fingerprint/fingerprint.h"

#include <algorithm>
#include <array>
#include <string>

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"

namespace polygist::ingest {
namespace {

constexpr size_t kShingleWords = 4;
constexpr uint32_t kEmptyBin = 0xFFFFFFFF;

// FNV-1a, 64 bits.
uint64_t HashBytes(std::string_view bytes) {
  uint64_t hash = 0xCBF29CE484222325ULL;
  for (const char byte : bytes) hash = (hash ^ static_cast<unsigned char>(byte)) * 0x100000001B3ULL;
  return hash;
}

// Finalizer of SplitMix64: every input bit reaches every output bit.
uint64_t Mix(uint64_t x) {
  x = (x ^ (x >> 30)) * 0xBF58476D1CE4E5B9ULL;
  x = (x ^ (x >> 27)) * 0x94D049BB133111EBULL;
  return x ^ (x >> 31);
}

bool IsWordCharacter(char32_t c) { return text::IsLetter(c) || text::IsDigit(c); }

// Hashes of the folded words in reading order. Words are runs of letters and digits, which needs no
// dictionary; an ideograph is a word of its own.
std::vector<uint64_t> HashWords(std::string_view text) {
  std::vector<uint64_t> words;
  size_t begin = 0;
  bool inside = false;
  const auto end_word = [&](size_t end) {
    if (inside) words.push_back(HashBytes(text::FoldForMatching(text.substr(begin, end - begin))));
    inside = false;
  };
  for (size_t offset = 0; offset < text.size();) {
    const size_t here = offset;
    const char32_t c = text::NextCodePoint(text, &offset);
    if (text::IsIdeographic(c)) {
      end_word(here);
      words.push_back(HashBytes(text.substr(here, offset - here)));
    } else if (!IsWordCharacter(c)) {
      end_word(here);
    } else if (!inside) {
      begin = here;
      inside = true;
    }
  }
  end_word(text.size());
  return words;
}

uint64_t HashShingle(const std::vector<uint64_t>& words, size_t first, size_t count) {
  uint64_t hash = 0;
  for (size_t i = first; i < first + count; ++i) hash = Mix(hash * 31 + words[i]);
  return hash;
}

using Bins = std::array<uint32_t, kFingerprintSize>;

void Add(uint64_t shingle, Bins* bins) {
  uint32_t& bin = (*bins)[shingle % kFingerprintSize];
  bin = std::min(bin, std::min(static_cast<uint32_t>(shingle >> 32), kEmptyBin - 1));
}

// An empty bin takes the value of the next full one to its right, changed by the distance, so that
// two texts agree there only when they agree on both.
std::vector<uint32_t> FillEmptyBins(const Bins& bins) {
  std::vector<uint32_t> filled(bins.begin(), bins.end());
  for (int i = 0; i < kFingerprintSize; ++i) {
    uint32_t distance = 0;
    while (bins[(i + distance) % kFingerprintSize] == kEmptyBin) ++distance;
    filled[i] = bins[(i + distance) % kFingerprintSize] + distance * 0x9E3779B9U;
  }
  return filled;
}

}  // namespace

std::vector<uint32_t> Fingerprint(std::string_view text) {
  const std::vector<uint64_t> words = HashWords(text);
  if (words.empty()) return {};
  Bins bins;
  bins.fill(kEmptyBin);
  const size_t count = std::min(kShingleWords, words.size());
  for (size_t first = 0; first + count <= words.size(); ++first) {
    Add(HashShingle(words, first, count), &bins);
  }
  return FillEmptyBins(bins);
}

}  // namespace polygist::ingest
