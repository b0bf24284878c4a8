// A word as numbers that are quick to compare.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <tuple>

#include "absl/hash/hash.h"
#include "common/base/strings.h"

namespace polygist::summary {

// Refers to the word, which must outlive it.
class WordKey {
 public:
  explicit WordKey(std::string_view word) : word_(word) {
    const size_t size = word.size();
    if (size >= sizeof(uint64_t)) {
      head_ = Load<uint64_t>(word.data());
      tail_ = Load<uint64_t>(word.data() + size - sizeof(uint64_t));
    } else if (size >= sizeof(uint32_t)) {
      head_ = Load<uint32_t>(word.data());
      tail_ = Load<uint32_t>(word.data() + size - sizeof(uint32_t));
    } else if (size > 0) {
      head_ = static_cast<unsigned char>(word.front());
      tail_ = static_cast<unsigned char>(word[size / 2]) << 8 | static_cast<unsigned char>(word.back());
    }
  }

  std::string_view word() const { return word_; }

  // Different from run to run: nobody can write a text of words that meet in one place.
  size_t Hash() const {
    if (IsWhole()) return absl::Hash<std::tuple<uint64_t, uint64_t, size_t>>()({head_, tail_, word_.size()});
    return absl::Hash<absl::string_view>()(ToAbsl(word_));
  }

  friend bool operator==(const WordKey& a, const WordKey& b) {
    return a.head_ == b.head_ && a.tail_ == b.tail_ && a.word_.size() == b.word_.size() &&
           (a.IsWhole() || a.word_ == b.word_);
  }

 private:
  template <typename Number>
  static Number Load(const char* from) {
    Number number;
    std::memcpy(&number, from, sizeof number);
    return number;
  }

  // Whether head, tail and size tell all of the word.
  bool IsWhole() const { return word_.size() <= 2 * sizeof(uint64_t); }

  std::string_view word_;
  uint64_t head_ = 0;  // The first eight bytes; four or one of a shorter word.
  uint64_t tail_ = 0;  // The last ones, which may be some of the first.
};

}  // namespace polygist::summary
