#include "summary_service/merging/word_runs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <iterator>
#include <span>
#include <utility>
#include <vector>

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
  RunFinder(const Rows<int>& sentences_of, const TermMatches& matches)
      : sentences_of_(sentences_of), matches_(matches), matching_(matches.size()), is_known_(matches.size()) {}

  float ShareOf(int before, int term) {
    if (IsAlone(before) || IsAlone(term)) return 1;
    const auto [place, is_new] = shares_.try_emplace({before, term}, 1.0f);
    if (is_new) place->second = Share(Matching(before), Matching(term));
    return place->second;
  }

 private:
  // Whether the term stands in one sentence and matches nothing else.
  bool IsAlone(int term) const {
    const auto t = static_cast<size_t>(term);
    return sentences_of_[t].size() == 1 && matches_[t].size() == 1;
  }

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
      const std::span<const int> more = sentences_of_[static_cast<size_t>(match.term)];
      sentences.insert(sentences.end(), more.begin(), more.end());
    }
    std::sort(sentences.begin(), sentences.end());
    sentences.erase(std::unique(sentences.begin(), sentences.end()), sentences.end());
    if (sentences.size() > kCommon) std::vector<int>().swap(sentences);
    return sentences;
  }

  const Rows<int>& sentences_of_;
  const TermMatches& matches_;
  std::vector<std::vector<int>> matching_;  // By term.
  std::vector<bool> is_known_;
  absl::flat_hash_map<std::pair<int, int>, float> shares_;
  std::vector<int> both_;
};

}  // namespace

Rows<float> SharesInRuns(const Rows<int>& terms_of, const Rows<int>& sentences_of, const TermMatches& matches) {
  RunFinder finder(sentences_of, matches);
  std::vector<uint32_t> ends;
  std::vector<float> shares;
  for (size_t s = 0; s < terms_of.size(); ++s) {
    const std::span<const int> terms = terms_of[s];
    for (size_t i = 0; i < terms.size(); ++i) shares.push_back(i == 0 ? 1 : finder.ShareOf(terms[i - 1], terms[i]));
    ends.push_back(static_cast<uint32_t>(shares.size()));
  }
  return Rows<float>(std::move(ends), std::move(shares));
}

}  // namespace polygist::summary
