// The features of the second judge: groups of letters inside words, whole words, and pairs of words, each as
// a 32-bit hash. The trainer and the judge read them with this one function.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

#include "common/text/utf8.h"

namespace polygist::ingest {

inline constexpr int kLongestGroup = 5;

// Spreads what FNV-like steps leave in the low bits.
constexpr uint32_t MixHash(uint32_t hash) {
  hash ^= hash >> 15;
  hash *= 0x2c1b3c6dU;
  hash ^= hash >> 12;
  hash *= 0x297a2d39U;
  return hash ^ (hash >> 15);
}

// Calls visit(uint32_t hash) for every feature of `words` (Evidence::words: lower case, one space around each
// word), and visit_word(uint32_t hash) for every word besides. Groups of 1 to kLongestGroup letters take in the
// spaces at the ends of their word and nothing beyond.
template <typename Visit, typename VisitWord>
void ForEachLetterGroup(std::string_view words, Visit&& visit, VisitWord&& visit_word) {
  constexpr uint32_t kPrime = 0x01000193U;
  constexpr uint32_t kSpace = 0x3C6EF372U;
  constexpr size_t kLongestWord = 96;  // Code points; what is longer is a sentence without spaces.
  std::array<uint32_t, kLongestWord + 2> letters;
  uint32_t previous_word = 0;
  size_t offset = 0;
  while (offset < words.size()) {
    if (words[offset] == ' ') {
      ++offset;
      continue;
    }
    size_t count = 0;
    letters[count++] = kSpace;
    uint32_t word = 0x811C9DC5U;
    while (offset < words.size() && words[offset] != ' ' && count <= kLongestWord) {
      const auto letter = static_cast<uint32_t>(text::NextCodePoint(words, &offset)) * 0x9E3779B1U;
      letters[count++] = letter;
      word = (word ^ letter) * kPrime;
    }
    letters[count++] = kSpace;
    for (size_t begin = 0; begin < count; ++begin) {
      uint32_t group = 0x9747B28CU;
      const size_t end = begin + kLongestGroup < count ? begin + kLongestGroup : count;
      for (size_t i = begin; i < end; ++i) {
        group = (group ^ letters[i]) * kPrime + 1;
        if (i > begin || (begin > 0 && i + 1 < count)) visit(MixHash(group));
      }
    }
    visit(MixHash(word));
    visit_word(MixHash(word));
    if (previous_word != 0) visit(MixHash(previous_word * 31 + word));
    previous_word = word;
  }
}

template <typename Visit>
void ForEachLetterGroup(std::string_view words, Visit&& visit) {
  ForEachLetterGroup(words, visit, [](uint32_t) {});
}

// The hash of a word as visit_word sees it; 0 when `words` holds none.
inline uint32_t HashOfWord(std::string_view words) {
  uint32_t hash = 0;
  ForEachLetterGroup(
      words, [](uint32_t) {}, [&](uint32_t word) { hash = word; });
  return hash;
}

}  // namespace polygist::ingest
