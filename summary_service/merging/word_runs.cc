#include "summary_service/merging/word_runs.h"

#include <algorithm>
#include <cstddef>
#include <iterator>
#include <utility>

#include "absl/container/flat_hash_map.h"

namespace polygist::summary {
namespace {

// Weaker matches are mostly other words.
constexpr float kLeastStrength = 0.5f;
// Sentences that count against two words being one. 1 to 4 give the same within .01 of F1.
constexpr double kDoubt = 2;
// Words of more sentences than this are no evidence worth sharing, and would cost much.
constexpr size_t kCommon = 200;

class RunFinder {
 public:
  RunFinder(const std::vector<std::vector<int>>& sentences_of, const std::vector<std::vector<TermMatch>>& matches)
      : sentences_of_(sentences_of), matches_(matches), matching_(matches.size()), is_known_(matches.size()) {}

  float ShareOf(int before, int term) {
    const auto [place, is_new] = shares_.try_emplace({before, term}, 1.0f);
    if (is_new) place->second = Share(Matching(before), Matching(term));
    return place->second;
  }

 private:
  // Both hold the sentence at hand, which says nothing about the others.
  float Share(const std::vector<int>& some, const std::vector<int>& others) {
    if (some.empty() || others.empty()) return 1;
    both_.clear();
    std::set_intersection(some.begin(), some.end(), others.begin(), others.end(), std::back_inserter(both_));
    const auto both = static_cast<double>(both_.size());
    const double either = static_cast<double>(some.size() + others.size()) - both;
    return static_cast<float>(1 - (both - 1) / (either - 1 + kDoubt));
  }

  // The sentences with a match of the term, ascending; none of a common one.
  const std::vector<int>& Matching(int term) {
    const auto t = static_cast<size_t>(term);
    std::vector<int>& sentences = matching_[t];
    if (is_known_[t]) return sentences;
    is_known_[t] = true;
    for (const TermMatch& match : matches_[t]) {
      if (match.strength < kLeastStrength) continue;
      const std::vector<int>& more = sentences_of_[static_cast<size_t>(match.term)];
      sentences.insert(sentences.end(), more.begin(), more.end());
    }
    std::sort(sentences.begin(), sentences.end());
    sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
    if (sentences.size() > kCommon) std::vector<int>().swap(sentences);
    return sentences;
  }

  const std::vector<std::vector<int>>& sentences_of_;
  const std::vector<std::vector<TermMatch>>& matches_;
  std::vector<std::vector<int>> matching_;  // By term.
  std::vector<bool> is_known_;
  absl::flat_hash_map<std::pair<int, int>, float> shares_;
  std::vector<int> both_;
};

}  // namespace

std::vector<std::vector<float>> SharesInRuns(const std::vector<std::vector<int>>& terms_of,
                                             const std::vector<std::vector<int>>& sentences_of,
                                             const std::vector<std::vector<TermMatch>>& matches) {
  RunFinder finder(sentences_of, matches);
  std::vector<std::vector<float>> shares(terms_of.size());
  for (size_t s = 0; s < terms_of.size(); ++s) {
    const std::vector<int>& terms = terms_of[s];
    shares[s].assign(terms.size(), 1);
    for (size_t i = 1; i < terms.size(); ++i) shares[s][i] = finder.ShareOf(terms[i - 1], terms[i]);
  }
  return shares;
}

}  // namespace polygist::summary
