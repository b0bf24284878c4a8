#include "summary_service/merging/disagreements.h"

#include <algorithm>
#include <cmath>
#include <iterator>
#include <map>
#include <optional>
#include <set>
#include <tuple>
#include <utility>

#include "summary_service/lexicon/keys.h"
#include "summary_service/merging/compare_quantities.h"
#include "summary_service/merging/group_conflicts.h"

namespace polygist::summary {
namespace {

// Links from which counts and amounts with a unit are compared.
constexpr int kCountLink = 500;
// What counts that differ must link if they were equal.
constexpr int kCountLinkIfEqual = 500;
// And those tied by their referent: less is known about what is said of it.
constexpr int kReferentLinkIfEqual = 550;
constexpr int kAmountLink = 560;
constexpr double kMostReferentRatio = 1.6;
// Distances and spans of time are said of everything: those further apart are of different things.
constexpr double kMostMeasureRatio = 2;
// A count tied by its referent alone must be at least this: small counts are everywhere.
constexpr double kLeastReferentCount = 5;
// From here on the same count of the same noun is no chance.
constexpr double kTellingCount = 10;
// A count from here on that is not round is hardly ever another one by chance; where dozens give it, it is.
constexpr double kLeastUneven = 100;
constexpr size_t kMostAlike = 64;
// Sentences of an article that must name the noun before it is its subject.
constexpr int kCentralSentences = 3;

class Finder {
 public:
  Finder(std::span<const SourceArticle> articles, const Story& story, const std::vector<Quantity>& quantities,
         const CountedThings& things, const QuantityTies& ties)
      : articles_(articles),
        story_(story),
        quantities_(quantities),
        things_(things),
        rivals_(ties.rivals),
        links_(ties.links),
        links_if_equal_(ties.links_if_equal),
        things_told_(quantities.size()) {
    for (size_t i = 0; i < quantities_.size(); ++i) {
      of_sentence_[quantities_[i].sentence].push_back(static_cast<int>(i));
      of_value_[quantities_[i].value].push_back(static_cast<int>(i));
      of_article_[ArticleOf(quantities_[i])].push_back(static_cast<int>(i));
    }
  }

  std::vector<Disagreement> Find(const QuantityTies& ties) {
    for (const auto& [i, j] : things_.PairsOfOneNoun()) RelateCounts(i, j);
    for (const SentenceLink& link : links_) {
      if (link.strength_permille >= kAmountLink) RelateAmounts(link.a, link.b);
      if (link.strength_permille >= kCountLink) AgreeOnValues(link.a, link.b, link.strength_permille);
    }
    AgreeOnUnevenCounts();
    for (const auto& [i, j] : rivals_) Relate(i, j);
    std::vector<Disagreement> found = things_told_.Find(articles_, story_, quantities_);
    std::vector<Disagreement> dates = GroupDates(story_, ties.dates, ties.rival_dates);
    std::move(dates.begin(), dates.end(), std::back_inserter(found));
    return found;
  }

 private:
  const Quantity& At(int quantity) const { return quantities_[static_cast<size_t>(quantity)]; }
  const StorySentence& SentenceOf(int sentence) const { return story_.sentences[static_cast<size_t>(sentence)]; }
  int ArticleOf(const Quantity& quantity) const { return SentenceOf(quantity.sentence).article; }

  // Of the first link between the two; `links` ascend by their sentences.
  static int StrengthIn(std::span<const SentenceLink> links, int a, int b) {
    const auto [first, second] = std::minmax({a, b});
    const auto place = std::lower_bound(
        links.begin(), links.end(), std::pair(first, second),
        [](const SentenceLink& link, const std::pair<int, int>& wanted) { return std::pair(link.a, link.b) < wanted; });
    return place == links.end() || place->a != first || place->b != second ? 0 : place->strength_permille;
  }
  int Strength(int a, int b) const { return StrengthIn(links_, a, b); }

  void RelateCounts(int i, int j) {
    const Quantity& a = At(i);
    const Quantity& b = At(j);
    if (a.kind != KeyKind::kNumber || !SameMeasure(a, b)) return;
    if (a.value == b.value && a.value >= kTellingCount) return things_told_.Agree(i, j);
    const bool linked = Strength(a.sentence, b.sentence) >= kCountLink ||
                        StrengthIn(links_if_equal_, a.sentence, b.sentence) >= kCountLinkIfEqual;
    const bool same_statement = linked && things_.SameContext(a, b);
    if (same_statement || SameReferent(i, j)) Relate(i, j, same_statement);
  }

  void RelateAmounts(int sentence, int other) {
    const auto own = of_sentence_.find(sentence), theirs = of_sentence_.find(other);
    if (own == of_sentence_.end() || theirs == of_sentence_.end()) return;
    for (const int i : own->second) {
      for (const int j : theirs->second) {
        if (At(i).kind != KeyKind::kNumber && SameMeasure(At(i), At(j)) && IsOnlyAmount(i) && IsOnlyAmount(j) &&
            (At(i).value == At(j).value || (!GivesToo(At(i), At(j)) && !GivesToo(At(j), At(i)))))
          Relate(i, j);
      }
    }
  }

  // The same value in two linked sentences: a telling one, or the only one of both, which may count the same noun.
  void AgreeOnValues(int sentence, int other, int strength) {
    const auto own = of_sentence_.find(sentence), theirs = of_sentence_.find(other);
    if (own == of_sentence_.end() || theirs == of_sentence_.end()) return;
    for (const int i : own->second) {
      for (const int j : theirs->second) {
        if (At(i).value != At(j).value || !SameMeasure(At(i), At(j))) continue;
        const bool may_be_one = At(i).kind != KeyKind::kNumber || things_.MayBeSameNoun(At(i), At(j));
        const bool only = strength >= kAmountLink && may_be_one && IsOnlyAmount(i) && IsOnlyAmount(j);
        if (At(i).value >= kTellingCount || only) things_told_.Agree(i, j);
      }
    }
  }

  // The same large, uneven count in two articles is of one thing, in whatever words.
  void AgreeOnUnevenCounts() {
    for (const auto& [value, alike] : of_value_) {
      if (value < kLeastUneven || std::fmod(value, 10) == 0 || alike.size() > kMostAlike) continue;
      for (size_t i = 0; i < alike.size(); ++i) {
        for (size_t j = i + 1; j < alike.size(); ++j) {
          if (At(alike[i]).kind == KeyKind::kNumber && SameMeasure(At(alike[i]), At(alike[j]))) {
            things_told_.Agree(alike[i], alike[j]);
          }
        }
      }
    }
  }

  // Of two quantities of the same thing.
  void Relate(int i, int j, bool same_statement = true) {
    const Quantity& a = At(i);
    const Quantity& b = At(j);
    if (a.value == b.value) {
      things_told_.Agree(i, j);
      return;
    }
    const std::optional<DisagreementKind> kind = CompareQuantities(a, b);
    if (!kind.has_value()) return;
    const bool a_in_b = HasCounterpart(i, b.sentence), b_in_a = HasCounterpart(j, a.sentence);
    if ((a_in_b && b_in_a) || IsPartOfSum(i, b.value) || IsPartOfSum(j, a.value)) return;
    const double most = a.kind == KeyKind::kMeasure ? kMostMeasureRatio : kMostCountRatio;
    if (*kind == DisagreementKind::kDisagree &&
        (RatioOf(a.value, b.value) > most || a_in_b || b_in_a || ToldApart(a, b))) {
      return;
    }
    things_told_.Differ(i, j, Revised(a, b) ? DisagreementKind::kLaterRevision : *kind, same_statement);
  }

  // No other quantity of this kind and unit in its sentence.
  bool IsOnlyAmount(int quantity) const {
    const std::vector<int>& others = of_sentence_.at(At(quantity).sentence);
    return std::count_if(others.begin(), others.end(),
                         [&](int other) { return SameMeasure(At(other), At(quantity)); }) == 1;
  }

  // Whether `sentence` holds the same value: then its other values are about other things.
  bool HasCounterpart(int quantity, int sentence) const {
    const auto others = of_sentence_.find(sentence);
    if (others == of_sentence_.end()) return false;
    return std::any_of(others->second.begin(), others->second.end(), [&](int other) {
      return SameMeasure(At(other), At(quantity)) && At(other).value == At(quantity).value;
    });
  }

  // Whether it makes the value together with another one of its sentence: "150,000 dollars, and 50,000 more".
  bool IsPartOfSum(int quantity, double sum) const {
    const std::vector<int>& others = of_sentence_.at(At(quantity).sentence);
    return std::any_of(others.begin(), others.end(), [&](int other) {
      const bool alike = SameMeasure(At(other), At(quantity)) || At(other).kind == KeyKind::kNumber;
      return other != quantity && alike && At(other).value + At(quantity).value == sum;
    });
  }

  bool Revised(const Quantity& a, const Quantity& b) const {
    const SourceArticle& first = articles_[static_cast<size_t>(ArticleOf(a))];
    const SourceArticle& second = articles_[static_cast<size_t>(ArticleOf(b))];
    return !first.source.empty() && first.source == second.source && first.publish_time.has_value() &&
           second.publish_time.has_value() && *first.publish_time != *second.publish_time;
  }

  bool SameReferent(int i, int j) {
    const Quantity& a = At(i);
    const Quantity& b = At(j);
    if (a.exactness != Exactness::kExact || b.exactness != Exactness::kExact) return false;
    if (std::min(a.value, b.value) < kLeastReferentCount || RatioOf(a.value, b.value) > kMostReferentRatio)
      return false;
    if (a.anchors.empty() || b.anchors.empty() || !things_.SameWord(a.anchors[0], b.anchors[0])) return false;
    if (!IsSingleCount(a) || !IsSingleCount(b)) return false;
    const bool a_central = IsCentral(a), b_central = IsCentral(b);
    if (!a_central && !b_central) return false;
    if (StrengthIn(links_if_equal_, a.sentence, b.sentence) >= kReferentLinkIfEqual) return true;
    return a_central && b_central && (ToldWithoutCount(a, b) || ToldWithoutCount(b, a));
  }

  // Whether an article gives both values for the noun: then they are of different things.
  bool ToldApart(const Quantity& a, const Quantity& b) const {
    const std::set<int> with_a = ArticlesThatCount(a, a.value), with_b = ArticlesThatCount(a, b.value);
    return std::any_of(with_a.begin(), with_a.end(), [&](int article) { return with_b.contains(article); });
  }

  // Whether the article of `quantity` gives the value of `other`, too, of whatever.
  bool GivesToo(const Quantity& quantity, const Quantity& other) const {
    const std::vector<int>& alike = of_value_.at(other.value);
    return std::any_of(alike.begin(), alike.end(),
                       [&](int i) { return ArticleOf(At(i)) == ArticleOf(quantity) && SameMeasure(At(i), quantity); });
  }

  // Articles that count as many of what `quantity` counts.
  std::set<int> ArticlesThatCount(const Quantity& quantity, double value) const {
    std::set<int> articles;
    for (const int i : of_value_.at(value)) {
      if (SameMeasure(At(i), quantity) && things_.SameNoun(At(i), quantity)) articles.insert(ArticleOf(At(i)));
    }
    return articles;
  }

  // Whether its article gives this noun no other exact count.
  bool IsSingleCount(const Quantity& quantity) const {
    const std::vector<int>& of_article = of_article_.at(ArticleOf(quantity));
    return std::all_of(of_article.begin(), of_article.end(), [&](int i) {
      const Quantity& other = At(i);
      return other.value == quantity.value || other.exactness == Exactness::kVague || other.kind != quantity.kind ||
             !things_.SameNoun(other, quantity);
    });
  }

  // The first one of the article, and the first one behind it.
  std::pair<int, int> SentencesOf(int article) const {
    const auto [first, last] = std::ranges::equal_range(story_.sentences, article, {}, &StorySentence::article);
    return {static_cast<int>(first - story_.sentences.begin()), static_cast<int>(last - story_.sentences.begin())};
  }

  bool IsCentral(const Quantity& quantity) const {
    const auto [first, last] = SentencesOf(ArticleOf(quantity));
    int naming = 0;
    for (int sentence = first; sentence < last; ++sentence) naming += things_.Names(sentence, quantity.anchors[0]);
    return naming >= kCentralSentences;
  }

  // A sentence of b's article that says what a's sentence says, and names the noun without a count.
  bool ToldWithoutCount(const Quantity& a, const Quantity& b) const {
    const auto [first, last] = SentencesOf(ArticleOf(b));
    for (int other = first; other < last; ++other) {
      if (other != b.sentence && Strength(a.sentence, other) >= kCountLink && things_.Names(other, a.anchors[0]) &&
          !Counts(other, a)) {
        return true;
      }
    }
    return false;
  }

  bool Counts(int sentence, const Quantity& like) const {
    const auto own = of_sentence_.find(sentence);
    if (own == of_sentence_.end()) return false;
    return std::any_of(own->second.begin(), own->second.end(),
                       [&](int other) { return At(other).kind == like.kind && things_.SameNoun(At(other), like); });
  }

  std::span<const SourceArticle> articles_;
  const Story& story_;
  const std::vector<Quantity>& quantities_;
  const CountedThings& things_;
  const std::vector<std::pair<int, int>>& rivals_;
  std::span<const SentenceLink> links_;           // Ascending, each pair once.
  std::span<const SentenceLink> links_if_equal_;  // Ascending, of each pair the strongest first.
  std::map<int, std::vector<int>> of_sentence_;   // Quantities by sentence.
  std::map<double, std::vector<int>> of_value_;   // Quantities by value.
  std::map<int, std::vector<int>> of_article_;    // Quantities by article.
  ConflictGroups things_told_;
};

}  // namespace

std::vector<Disagreement> FindDisagreements(std::span<const SourceArticle> articles, const Story& story,
                                            const std::vector<Quantity>& quantities, const CountedThings& things,
                                            const QuantityTies& ties) {
  return Finder(articles, story, quantities, things, ties).Find(ties);
}

}  // namespace polygist::summary
