// A word as numbers that are quick to compare.
#pragma once

#include <cstddef>
#include <cstdint>
#include <cstring>
#include <string_view>
#include <tuple>

#include "absl/hash/hash.h"
#include "absl/strings/string_view.h"

namespace polygist::summary {

// Up to 16 bytes the key is the word; it refers to longer ones, which must outlive it.
class WordKey {
 public:
  explicit WordKey(std::string_view word) : size_(static_cast<uint32_t>(word.size())) {
    if (size_ >= sizeof(uint64_t)) {
      head_ = IsWhole() ? Load<uint64_t>(word.data()) : reinterpret_cast<uintptr_t>(word.data());
      tail_ = Load<uint64_t>(word.data() + size_ - sizeof(uint64_t));
    } else if (size_ >= sizeof(uint32_t)) {
      head_ = Load<uint32_t>(word.data());
      tail_ = Load<uint32_t>(word.data() + size_ - sizeof(uint32_t));
    } else if (size_ > 0) {
      head_ = static_cast<unsigned char>(word.front());
      tail_ = static_cast<unsigned char>(word[size_ / 2]) << 8 | static_cast<unsigned char>(word.back());
    }
  }

  // Different from run to run: nobody can write a text of words that meet in one place.
  size_t Hash() const {
    if (IsWhole()) return absl::Hash<std::tuple<uint64_t, uint64_t, uint32_t>>()({head_, tail_, size_});
    return absl::Hash<absl::string_view>()(absl::string_view(Begin(), size_));
  }

  friend bool operator==(const WordKey& a, const WordKey& b) {
    if (a.size_ != b.size_ || a.tail_ != b.tail_) return false;
    return a.head_ == b.head_ || (!a.IsWhole() && std::memcmp(a.Begin(), b.Begin(), a.size_) == 0);
  }

 private:
  template <typename Number>
  static Number Load(const char* from) {
    Number number;
    std::memcpy(&number, from, sizeof number);
    return number;
  }

  // Whether head, tail and size tell all of the word.
  bool IsWhole() const { return size_ <= 2 * sizeof(uint64_t); }
  // Requires: not IsWhole.
  const char* Begin() const { return reinterpret_cast<const char*>(static_cast<uintptr_t>(head_)); }

  uint64_t head_ = 0;  // The first eight bytes, four or one of a shorter word; where a longer one begins.
  uint64_t tail_ = 0;  // The last ones, which may be some of the first.
  uint32_t size_ = 0;
};

}  // namespace polygist::summary
