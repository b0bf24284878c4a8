#include "summary_service/merging/matched_terms.h"

#include <cstddef>

namespace polygist::summary {

void MatchedTerms::Index(int a) {
  indexed_ = a;
  for (const IndexedHit& hit : indexed_hits_) first_of_[static_cast<size_t>(hit.term)] = -1;
  indexed_hits_.clear();
  const std::span<const int> terms = evidence_.TermsOf(a);
  for (size_t at = 0; at < terms.size(); ++at) {
    for (const TermMatch match : matches_[static_cast<size_t>(terms[at])]) {
      int& first = first_of_[static_cast<size_t>(match.term())];
      indexed_hits_.push_back({match.term(), static_cast<int>(at), match.strength(), first});
      first = static_cast<int>(indexed_hits_.size()) - 1;
    }
  }
}

}  // namespace polygist::summary
