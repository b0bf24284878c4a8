// What is known of words of near relatives: in which word lists a word stands, one bit per list; or, of words that
// are known to tell the languages apart (training/variants.tsv), kListClasses and one bit per language that prefers
// it. What a word says for a language is learned per class, so that words which the training text never uses speak
// too. Words of no list, and of all, have class 0, which says nothing: neither tells which language it is, only how
// far the text is from what was learned from.
//
// Bytes, little-endian: u8 log2 of buckets, u32 number of words W, u8[buckets] words of each bucket, W pairs of
// u8 fingerprint and u8 class. A word's bucket are the top bits of its hash, the fingerprint the lowest 8.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace polygist::ingest {

class WordClasses {
 public:
  static constexpr int kMostLists = 6;
  static constexpr uint32_t kListClasses = 1U << kMostLists;
  static constexpr int kMostRelatives = 4;
  static constexpr uint32_t kClasses = kListClasses + (1U << kMostRelatives);

  // A class counts as that many features: it is learned from all its words, a group of letters from a few.
  static constexpr int kTimes = 3;

  WordClasses() = default;  // Knows no word.
  // False when `bytes`, which must outlive this, do not begin with such a table; else takes it off their front.
  bool Read(std::string_view& bytes);

  bool empty() const { return entries_.empty(); }
  // The class of the word with `hash` (letter_groups.h). One in some hundred unknown words is taken for another.
  uint32_t ClassOf(uint32_t hash) const;

 private:
  int log2_buckets_ = 0;
  std::vector<uint32_t> begins_;  // Per bucket and one more: index of its first pair.
  std::string_view entries_;
};

}  // namespace polygist::ingest
