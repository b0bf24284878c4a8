#include "summary_service/merging/term_features.h"

#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"

namespace polygist::summary {

TermFeatures::TermFeatures(const Rows<uint32_t>& of_term) {
  absl::flat_hash_map<uint32_t, uint32_t> numbers;
  std::vector<uint32_t> sizes, ends, numbered;
  for (size_t term = 0; term < of_term.size(); ++term) {
    for (const uint32_t feature : of_term[term]) {
      const auto [place, is_new] = numbers.try_emplace(feature, static_cast<uint32_t>(sizes.size()));
      if (is_new) sizes.push_back(0);
      ++sizes[place->second];
      numbered.push_back(place->second);
    }
    ends.push_back(static_cast<uint32_t>(numbered.size()));
  }
  of_term_ = Rows<uint32_t>(std::move(ends), std::move(numbered));
  RowFiller<int> terms(sizes);
  for (size_t term = 0; term < of_term_.size(); ++term) {
    for (const uint32_t feature : of_term_[term]) terms.Add(feature, static_cast<int>(term));
  }
  terms_ = std::move(terms).Finish();
}

}  // namespace polygist::summary
