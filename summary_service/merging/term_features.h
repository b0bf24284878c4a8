// What terms are made of, as trigrams, and which terms have what.
#pragma once

#include <cstdint>
#include <span>

#include "summary_service/merging/rows.h"

namespace polygist::summary {

class TermFeatures {
 public:
  TermFeatures() = default;
  // Row t: the features of term t, ascending, in any numbering.
  explicit TermFeatures(const Rows<uint32_t>& of_term);

  // In a numbering of their own.
  std::span<const uint32_t> Of(int term) const { return of_term_[static_cast<size_t>(term)]; }
  // Ascending.
  std::span<const int> TermsWith(uint32_t feature) const { return terms_[feature]; }

 private:
  Rows<uint32_t> of_term_;
  Rows<int> terms_;
};

}  // namespace polygist::summary
