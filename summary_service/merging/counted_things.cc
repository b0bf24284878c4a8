#include "summary_service/merging/counted_things.h"

#include <algorithm>

#include "summary_service/merging/compare_quantities.h"

namespace polygist::summary {
namespace {

constexpr float kMaybeSameWord = 0.2f;
// Words around two counts, of both sides, that must match for each that either side could show and does not. At 5
// people killed and people hurt in one earthquake were compared.
constexpr int kMatchedForMissing = 6;
// Quantities that count one noun from which on not every two are compared.
constexpr size_t kMostOfOneNoun = 250;

}  // namespace

CountedThings::CountedThings(const Story& story, const TermMatches& matches, const std::vector<Quantity>& quantities,
                             const std::vector<PairScore>& candidates)
    : story_(story), matches_(matches), quantities_(quantities) {
  FindPairs(candidates);
}

float CountedThings::Strength(int term, int other) const {
  const TermMatches::Row row = matches_[static_cast<size_t>(term)];
  const auto place = std::lower_bound(row.begin(), row.end(), other,
                                      [](TermMatch match, int wanted) { return match.term() < wanted; });
  return place != row.end() && (*place).term() == other ? (*place).strength() : 0;
}

bool CountedThings::SameNoun(const Quantity& a, const Quantity& b) const {
  for (size_t i = 0; i < a.anchors.size(); ++i) {
    for (size_t j = 0; j < b.anchors.size(); ++j) {
      if (i + j <= 1 && SameWord(a.anchors[i], b.anchors[j])) return true;
    }
  }
  return false;
}

bool CountedThings::MayBeSameNoun(const Quantity& a, const Quantity& b) const {
  return std::any_of(a.anchors.begin(), a.anchors.end(), [&](int mine) {
    return std::any_of(b.anchors.begin(), b.anchors.end(),
                       [&](int theirs) { return Strength(mine, theirs) >= kMaybeSameWord; });
  });
}

bool CountedThings::SameContext(const Quantity& a, const Quantity& b) const {
  int matched = 0, missing_in_b = 0, missing_in_a = 0;
  CountContext(a, b, &matched, &missing_in_b);
  CountContext(b, a, &matched, &missing_in_a);
  return matched > 0 && matched >= kMatchedForMissing * std::min(missing_in_a, missing_in_b);
}

void CountedThings::CountContext(const Quantity& a, const Quantity& b, int* matched, int* missing) const {
  const int language = story_.sentences[static_cast<size_t>(b.sentence)].language;
  for (const int term : a.context) {
    const StoryTerm& word = story_.terms[static_cast<size_t>(term)];
    const bool known = word.language == language || (language < 32 && (word.known_in >> language & 1) != 0);
    const bool met = Names(b.sentence, term);
    *matched += met;
    *missing += known && !met;
  }
}

bool CountedThings::Names(int sentence, int noun) const {
  const std::vector<TermUse>& uses = story_.sentences[static_cast<size_t>(sentence)].uses;
  return std::any_of(uses.begin(), uses.end(), [&](const TermUse& use) { return SameWord(noun, use.term); });
}

int CountedThings::ArticleOf(int quantity) const {
  return story_.sentences[static_cast<size_t>(quantities_[static_cast<size_t>(quantity)].sentence)].article;
}

std::vector<int> CountedThings::CountingTheSame(int quantity,
                                                const absl::flat_hash_map<int, std::vector<int>>& others) const {
  std::vector<int> counting;
  for (const int anchor : quantities_[static_cast<size_t>(quantity)].anchors) {
    for (const TermMatch match : matches_[static_cast<size_t>(anchor)]) {
      const auto place = match.strength() < kSameWord ? others.end() : others.find(match.term());
      if (place != others.end()) counting.insert(counting.end(), place->second.begin(), place->second.end());
    }
  }
  return counting;
}

void CountedThings::FindPairs(const std::vector<PairScore>& candidates) {
  std::vector<std::vector<int>> in_sentence(story_.sentences.size());  // Quantities.
  std::vector<std::vector<int>> candidates_before(story_.sentences.size());
  for (const PairScore& pair : candidates) candidates_before[static_cast<size_t>(pair.b)].push_back(pair.a);
  absl::flat_hash_map<int, std::vector<int>> counting;  // By anchor.
  for (size_t q = 0; q < quantities_.size(); ++q) {
    const Quantity& quantity = quantities_[q];
    std::vector<int> others = CountingTheSame(static_cast<int>(q), counting);
    if (others.size() > kMostOfOneNoun) {
      others.clear();
      for (const int sentence : candidates_before[static_cast<size_t>(quantity.sentence)]) {
        const std::vector<int>& theirs = in_sentence[static_cast<size_t>(sentence)];
        others.insert(others.end(), theirs.begin(), theirs.end());
      }
    }
    std::sort(others.begin(), others.end());
    others.erase(std::unique(others.begin(), others.end()), others.end());
    for (const int other : others) {
      if (ArticleOf(other) != ArticleOf(static_cast<int>(q)) &&
          SameNoun(quantities_[static_cast<size_t>(other)], quantity))
        pairs_.emplace_back(other, static_cast<int>(q));
    }
    for (const int anchor : quantity.anchors) counting[anchor].push_back(static_cast<int>(q));
    in_sentence[static_cast<size_t>(quantity.sentence)].push_back(static_cast<int>(q));
  }
  std::sort(pairs_.begin(), pairs_.end());
  pairs_.shrink_to_fit();
}

std::vector<AssumedMatch> IfCountsWereEqual(const CountedThings& things, const std::vector<Quantity>& quantities) {
  std::vector<AssumedMatch> assumed;
  for (const auto& [i, j] : things.PairsOfOneNoun()) {
    const Quantity& a = quantities[static_cast<size_t>(i)];
    const Quantity& b = quantities[static_cast<size_t>(j)];
    if (a.kind != KeyKind::kNumber || !SameMeasure(a, b) || a.value == b.value) continue;
    if (RatioOf(a.value, b.value) <= kMostCountRatio) assumed.push_back({a.sentence, b.sentence, a.term, b.term});
  }
  return assumed;
}

}  // namespace polygist::summary
