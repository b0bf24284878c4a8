// Phrases by language. Data files, as embedded: lines "language <TAB> kind <TAB> phrase|phrase|...", '#' for remarks.
#pragma once

#include <array>
#include <bitset>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"

namespace polygist::summary {

struct PhraseRow {
  std::string language;  // BCP 47.
  std::string kind;
  std::vector<std::string> phrases;  // Folded for matching.
};

std::vector<PhraseRow> ReadPhraseTable(std::string_view data);

struct PhraseMatch {
  size_t bytes = 0;  // Of the folded text.
  int value = 0;
};

// Finds the phrases that a text begins with. Thread-safe once nothing is added any more.
class PhraseIndex {
 public:
  // `phrase` is folded and not empty. The first value given for a phrase stays.
  void Add(const std::string& phrase, int value);

  // False when `text`, whatever its case, begins with no phrase for sure: tells most words apart before they are
  // folded. Requires valid UTF-8, not empty.
  bool MayBegin(std::string_view text) const;
  // How many bytes of `text` decide which phrases it begins with, up to `phrases` of them in a row. Requires valid
  // UTF-8.
  size_t Reach(std::string_view text, int phrases = 1) const;
  // The phrases that `folded` begins with, longest first; none that ends inside a word of ASCII letters.
  // Requires valid UTF-8.
  std::vector<PhraseMatch> BeginningsOf(std::string_view folded) const;

 private:
  void MarkFirstTwo(std::string_view phrase);

  absl::flat_hash_map<std::string, int> values_;
  absl::flat_hash_set<char32_t> first_;
  std::bitset<128 * 128> first_two_;            // By the first two bytes, where they are ASCII.
  std::array<std::vector<size_t>, 256> bytes_;  // By first byte: the sizes of phrases, longest first.
  size_t longest_ = 0;
};

}  // namespace polygist::summary
