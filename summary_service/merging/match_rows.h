// Matches of terms, packed: a long story has millions, and they are most of what comparing it takes.
#pragma once

#include <bit>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <deque>
#include <iterator>
#include <memory>
#include <vector>

#include "summary_service/merging/story.h"

namespace polygist::summary {

// A term and how well it matches another one.
class TermMatch {
 public:
  // `term`: in [0, kMostTerms). `strength`: in (0, 1], kept in steps of 1/256.
  TermMatch(int term, float strength) : bits_(static_cast<uint32_t>(term) << 8 | StepsOf(strength)) {}

  int term() const { return static_cast<int>(bits_ >> 8); }
  float strength() const { return static_cast<float>((bits_ & 0xFF) + 1) / kSteps; }

  // All of it in four bytes, the lowest of which holds the strength: without the highest, which is zero for terms
  // below 2^16, in three.
  explicit TermMatch(uint32_t bits) : bits_(bits) {}
  uint32_t bits() const { return bits_; }

 private:
  static constexpr float kSteps = 256;

  // One less than there are.
  static uint32_t StepsOf(float strength) {
    const auto steps = static_cast<uint32_t>(strength * double{kSteps} + 0.5);
    return steps == 0 ? 0 : steps - 1;
  }

  uint32_t bits_;
};

// By term. Immutable once made.
class TermMatches {
 public:
  // Matches side by side, in three bytes each where that is enough.
  class Iterator {
   public:
    using iterator_category = std::random_access_iterator_tag;
    using value_type = TermMatch;
    using difference_type = std::ptrdiff_t;
    using pointer = void;
    using reference = TermMatch;

    Iterator(const unsigned char* at, size_t width) : at_(at), width_(static_cast<difference_type>(width)) {}
    TermMatch operator*() const {
      static_assert(std::endian::native == std::endian::little, "The highest byte is left out as the last.");
      uint32_t bits = 0;
      std::memcpy(&bits, at_, sizeof(bits));
      return TermMatch(bits & ~uint32_t{0} >> (32 - 8 * width_));
    }
    Iterator& operator++() { return *this += 1; }
    Iterator& operator--() { return *this += -1; }
    Iterator& operator+=(difference_type count) { return at_ += count * width_, *this; }
    difference_type operator-(const Iterator& other) const { return (at_ - other.at_) / width_; }
    bool operator==(const Iterator& other) const { return at_ == other.at_; }

   private:
    const unsigned char* at_;
    difference_type width_;  // Bytes of each.
  };

  class Row {
   public:
    Row(Iterator begin, Iterator end) : begin_(begin), end_(end) {}
    Iterator begin() const { return begin_; }
    Iterator end() const { return end_; }
    size_t size() const { return static_cast<size_t>(end_ - begin_); }

   private:
    Iterator begin_, end_;
  };

  TermMatches() = default;

  size_t size() const { return ends_.size(); }
  Row operator[](size_t term) const {
    const unsigned char* block = blocks_[term / kTermsOfBlock].get();
    const size_t begin = term % kTermsOfBlock == 0 ? 0 : ends_[term - 1];
    return {{block + width_ * begin, width_}, {block + width_ * ends_[term], width_}};
  }

 private:
  friend class MatchCollector;
  // Few enough that a block finds room where something smaller has been.
  static constexpr size_t kTermsOfBlock = 256;

  void AddBlock();

  size_t width_ = 4;            // Bytes of each match.
  std::vector<uint32_t> ends_;  // By term: where its matches end in the block.
  // The matches of so many terms, and behind the last one as many bytes more as are read with it.
  std::vector<std::unique_ptr<unsigned char[]>> blocks_;
};

// Takes the matches of each term with those before it, and gives all of them both ways.
class MatchCollector {
 public:
  // Terms follow each other.
  void BeginTerm() { ends_.push_back(before_.size()); }
  // Of the term begun last with one before it; ascending.
  void Add(TermMatch match) {
    before_.push_back(match.bits());
    ends_.back() = before_.size();
  }
  // Of each term those with terms before it, itself with 1, and those with terms behind it, all ascending.
  TermMatches Finish() &&;

 private:
  std::vector<uint32_t> SizesBothWays() const;

  std::deque<uint32_t> before_;  // Term by term. Never moved, and given back piece by piece.
  std::vector<size_t> ends_;     // By term, into before_.
};

}  // namespace polygist::summary
