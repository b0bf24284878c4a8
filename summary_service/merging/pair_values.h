// Something known of pairs of sentences, found by both of them.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

namespace polygist::summary {

template <typename Value>
class PairValues {
 public:
  // `pairs`: of indices `a` < `b` of so many sentences, ascending by both. `value_of`: what is known of one of them.
  // Those for which `keeps` does not hold are left out.
  template <typename Pairs, typename ValueOf, typename Keeps>
  PairValues(size_t sentences, const Pairs& pairs, ValueOf value_of, Keeps keeps) : begins_(sentences + 1) {
    const auto count = static_cast<size_t>(std::count_if(pairs.begin(), pairs.end(), keeps));
    others_.reserve(count);
    values_.reserve(count);
    for (const auto& pair : pairs) {
      if (!keeps(pair)) continue;
      others_.push_back(pair.b);
      values_.push_back(value_of(pair));
      ++begins_[static_cast<size_t>(pair.a) + 1];
    }
    for (size_t i = 1; i < begins_.size(); ++i) begins_[i] += begins_[i - 1];
  }

  // Of all pairs.
  template <typename Pairs, typename ValueOf>
  PairValues(size_t sentences, const Pairs& pairs, ValueOf value_of)
      : PairValues(sentences, pairs, value_of, [](const auto&) { return true; }) {}

  // Of two sentences in either order; `none` where they are no pair.
  Value At(int a, int b, Value none) const {
    const auto first = static_cast<size_t>(std::min(a, b));
    const auto begin = others_.begin() + begins_[first], end = others_.begin() + begins_[first + 1];
    const auto place = std::lower_bound(begin, end, std::max(a, b));
    return place == end || *place != std::max(a, b) ? none : values_[static_cast<size_t>(place - others_.begin())];
  }

 private:
  std::vector<uint32_t> begins_;  // By sentence, and one more: its first pair.
  std::vector<int> others_;       // By pair: its second sentence.
  std::vector<Value> values_;     // By pair.
};

}  // namespace polygist::summary
