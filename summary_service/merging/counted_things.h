// Whether two quantities of a story are about the same thing, told by the words around them.
#pragma once

#include <utility>
#include <vector>

#include "absl/container/flat_hash_map.h"
#include "summary_service/merging/pair_score.h"
#include "summary_service/merging/quantities.h"
#include "summary_service/merging/sentence_scores.h"
#include "summary_service/merging/story.h"
#include "summary_service/merging/term_matches.h"

namespace polygist::summary {

// Values further apart are taken for different things.
inline constexpr double kMostCountRatio = 3;

// Keeps references to its arguments.
class CountedThings {
 public:
  // `candidates`: CandidatePairs of the story.
  CountedThings(const Story& story, const TermMatches& matches, const std::vector<Quantity>& quantities,
                const std::vector<PairScore>& candidates);

  // The words behind both numbers match, one of them perhaps an adjective away.
  bool SameNoun(const Quantity& a, const Quantity& b) const;

  // The same by weaker matches, of any two of the words: enough where something else ties the numbers, too.
  bool MayBeSameNoun(const Quantity& a, const Quantity& b) const;

  // Whether the same is said of what is counted: "12 people were killed" and "15 people were hurt"
  // are not about the same people. Each side having a word that the other could show and does not
  // speaks against it, as a single such word does not, and much that matches outweighs it.
  bool SameContext(const Quantity& a, const Quantity& b) const;

  // Whether both words are surely one, or renderings of each other.
  bool SameWord(int term, int other) const { return Strength(term, other) >= kSameWord; }

  // Whether the sentence has a word for `noun`, a term.
  bool Names(int sentence, int noun) const;

  // Quantities (i < j, ascending) of different articles that count the same noun. Where hundreds of quantities count
  // one, those of sentences that are candidates of each other, so that their number grows with what is told.
  const std::vector<std::pair<int, int>>& PairsOfOneNoun() const { return pairs_; }

 private:
  static constexpr float kSameWord = 0.55f;

  // How well the words match, in [0, 1].
  float Strength(int term, int other) const;
  int ArticleOf(int quantity) const;
  void FindPairs(const std::vector<PairScore>& candidates);
  // Quantities before this one that count its noun, as far as `others`, lists by counted word, hold them.
  std::vector<int> CountingTheSame(int quantity, const absl::flat_hash_map<int, std::vector<int>>& others) const;
  void CountContext(const Quantity& a, const Quantity& b, int* matched, int* missing) const;

  const Story& story_;
  const TermMatches& matches_;
  const std::vector<Quantity>& quantities_;
  std::vector<std::pair<int, int>> pairs_;
};

// For the pairs of counts of one noun that give different values of like size: what it takes to ask how well
// their sentences would fit each other if the values were equal.
std::vector<AssumedMatch> IfCountsWereEqual(const CountedThings& things, const std::vector<Quantity>& quantities);

}  // namespace polygist::summary
