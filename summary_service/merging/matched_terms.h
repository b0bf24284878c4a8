// Which terms of two sentences match, found for one sentence and many partners.
#pragma once

#include <cstddef>
#include <span>
#include <vector>

#include "summary_service/merging/term_evidence.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

// Two terms that match, by their positions in TermEvidence::TermsOf.
struct TermHit {
  int at = 0;     // In the one sentence.
  int other = 0;  // In the other.
  float strength = 0;
};

class MatchedTerms {
 public:
  // `matches`: MatchTerms of the story. Both must outlive it.
  MatchedTerms(const TermEvidence& evidence, const TermMatches& matches)
      : evidence_(evidence), matches_(matches), first_of_(matches.size(), -1) {}

  // Calls visit(TermHit) for those of a and b, by position in b. Cheap while a stays the same.
  template <typename Visit>
  void ForEach(int a, int b, Visit visit) {
    if (a != indexed_) Index(a);
    const std::span<const int> terms = evidence_.TermsOf(b);
    for (size_t other = 0; other < terms.size(); ++other) {
      for (int i = first_of_[static_cast<size_t>(terms[other])]; i >= 0;) {
        const IndexedHit& hit = indexed_hits_[static_cast<size_t>(i)];
        visit(TermHit{hit.at, static_cast<int>(other), hit.strength});
        i = hit.next;
      }
    }
  }

 private:
  // A position of the indexed sentence that a term matches; the term's others are linked behind it.
  struct IndexedHit {
    int term = 0;
    int at = 0;
    float strength = 0;
    int next = -1;
  };

  void Index(int a);

  const TermEvidence& evidence_;
  const TermMatches& matches_;
  int indexed_ = -1;           // The sentence.
  std::vector<int> first_of_;  // By term: index into indexed_hits_, or -1.
  std::vector<IndexedHit> indexed_hits_;
};

}  // namespace polygist::summary
