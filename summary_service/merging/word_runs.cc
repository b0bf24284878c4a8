#include "summary_service/merging/word_runs.h"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

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
  RunFinder(const Rows<int>& sentences_of, const TermMatches& matches, size_t sentences)
      : sentences_of_(sentences_of),
        matches_(matches),
        matching_(matches.size()),
        is_known_(matches.size()),
        last_round_(sentences),
        found_(sentences + 1) {}

  float ShareOf(int before, int term) {
    return IsAlone(before) || IsAlone(term) ? 1 : Share(Matching(before), Matching(term));
  }

  // The term is not asked about again in this sentence. What was found about one that stands in no later sentence goes:
  // of thousands of sentences it would be several megabytes.
  void Leave(int term, int sentence) {
    const auto t = static_cast<size_t>(term);
    if (sentences_of_[t].back() == sentence) matching_[t] = std::vector<int>();
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
    ++round_;
    for (const int sentence : some) IsNew(sentence);
    const auto more = std::count_if(others.begin(), others.end(), [&](int sentence) { return IsNew(sentence); });
    const auto either = static_cast<double>(some.size()) + static_cast<double>(more);
    const double both = static_cast<double>(others.size()) - static_cast<double>(more);
    return static_cast<float>(1 - (both - 1) / (either - 1 + kDoubt));
  }

  // The sentences with a match of the term, each once; none of a common one.
  const std::vector<int>& Matching(int term) {
    const auto t = static_cast<size_t>(term);
    if (is_known_[t]) return matching_[t];
    is_known_[t] = true;
    ++round_;
    size_t count = 0;
    for (const TermMatch match : matches_[t]) {
      if (match.strength() < kLeastStrength) continue;
      for (const int sentence : sentences_of_[static_cast<size_t>(match.term())]) {
        found_[count] = sentence;
        count += IsNew(sentence);
      }
      if (count > kCommon) return matching_[t];
    }
    const auto end = found_.begin() + static_cast<std::ptrdiff_t>(count);
    matching_[t].assign(found_.begin(), end);
    return matching_[t];
  }

  // Whether it is asked for the first time in this round.
  bool IsNew(int sentence) { return std::exchange(last_round_[static_cast<size_t>(sentence)], round_) != round_; }

  const Rows<int>& sentences_of_;
  const TermMatches& matches_;
  std::vector<std::vector<int>> matching_;  // By term.
  std::vector<bool> is_known_;              // By term.
  std::vector<uint32_t> last_round_;        // By sentence: the last one in which it was asked for.
  uint32_t round_ = 0;
  std::vector<int> found_;  // Sentences of the term at hand; room for one more than there are.
};

}  // namespace

Rows<float> SharesInRuns(const Rows<int>& terms_of, const Rows<int>& sentences_of, const TermMatches& matches) {
  RunFinder finder(sentences_of, matches, terms_of.size());
  std::vector<uint32_t> ends;
  std::vector<float> shares;
  ends.reserve(terms_of.size());
  shares.reserve(terms_of.value_count());
  for (size_t s = 0; s < terms_of.size(); ++s) {
    const std::span<const int> terms = terms_of[s];
    for (size_t i = 0; i < terms.size(); ++i) {
      shares.push_back(i == 0 ? 1 : finder.ShareOf(terms[i - 1], terms[i]));
      if (i > 0) finder.Leave(terms[i - 1], static_cast<int>(s));
    }
    if (!terms.empty()) finder.Leave(terms.back(), static_cast<int>(s));
    ends.push_back(static_cast<uint32_t>(shares.size()));
  }
  return Rows<float>(std::move(ends), std::move(shares));
}

}  // namespace polygist::summary
