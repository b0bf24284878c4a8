// Many lists of one type, side by side in memory: two allocations for all of them.
#pragma once

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace polygist::summary {

// Immutable once made. Holds fewer than 2^32 values.
template <typename Value>
class Rows {
 public:
  Rows() = default;
  // ends[n]: where row n ends in `values`; ascending, the last one is values.size().
  Rows(std::vector<uint32_t> ends, std::vector<Value> values) : ends_(std::move(ends)), values_(std::move(values)) {}

  size_t size() const { return ends_.size(); }
  size_t value_count() const { return values_.size(); }  // Of all rows.
  std::span<const Value> operator[](size_t row) const {
    const uint32_t begin = row == 0 ? 0 : ends_[row - 1];
    return {values_.data() + begin, ends_[row] - begin};
  }

 private:
  std::vector<uint32_t> ends_;
  std::vector<Value> values_;
};

// Fills rows whose sizes are known before their values are.
template <typename Value>
class RowFiller {
 public:
  explicit RowFiller(const std::vector<uint32_t>& sizes) : next_(sizes.size()) {
    uint32_t begin = 0;
    for (size_t row = 0; row < sizes.size(); begin += sizes[row++]) next_[row] = begin;
    values_.resize(begin);
  }

  void Add(size_t row, Value value) { values_[next_[row]++] = std::move(value); }
  // Every row has all of its values by now.
  Rows<Value> Finish() && { return Rows<Value>(std::move(next_), std::move(values_)); }

 private:
  std::vector<uint32_t> next_;  // By row: where its next value goes.
  std::vector<Value> values_;
};

}  // namespace polygist::summary
