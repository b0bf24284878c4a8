#include "summary_service/merging/rival_values.h"

#include <algorithm>
#include <map>
#include <set>
#include <string>
#include <tuple>

#include "summary_service/merging/compare_quantities.h"

namespace polygist::summary {
namespace {

// Values further apart are mostly of different things.
constexpr double kMostRatio = 1.5;
// Counts below are compared only when they count the same noun.
constexpr double kLeastCount = 10;
constexpr double kLeastCountOfNoun = 5;
// Strengths from which rivals are sure. At 480 without a common noun, translations of one text gave false ones.
constexpr int kSureOfNoun = 480;
constexpr int kSure = 510;
// In an article of more values than this, some are alike by chance: in reports of earthquakes and races half of the
// rivals were false.
constexpr int kFewValues = 6;
// An article of fewer sentences need not give the value that another one gives.
constexpr int kFewSentences = 3;
// Where a story has more values of one measure than this, hundreds of articles, likeness tells nothing.
constexpr size_t kMostOfMeasure = 500;

// Smaller ones are given with some unit by chance.
constexpr double kTellingOfUnit = 1000;
// What speaks for a value must be that much stronger than what speaks for one of another thing.
constexpr int kDoubt = 20;

// The articles that give a value of a measure: not of the smallest, which are everywhere.
class ValueGivers {
 public:
  ValueGivers(const Story& story, const std::vector<Quantity>& quantities) {
    for (const Quantity& quantity : quantities) {
      if (quantity.exactness == Exactness::kVague || quantity.value < kLeastCount) continue;
      articles_[KeyOf(quantity)].insert(story.sentences[static_cast<size_t>(quantity.sentence)].article);
    }
  }

  // Whether one article gives both.
  bool AreToldApart(const Quantity& a, const Quantity& b) const {
    const auto of_a = articles_.find(KeyOf(a)), of_b = articles_.find(KeyOf(b));
    if (of_a == articles_.end() || of_b == articles_.end()) return false;
    return std::any_of(of_a->second.begin(), of_a->second.end(),
                       [&](int article) { return of_b->second.contains(article); });
  }

 private:
  using ValueKey = std::tuple<KeyKind, std::string, double>;
  static ValueKey KeyOf(const Quantity& quantity) { return {quantity.kind, quantity.unit, quantity.value}; }

  std::map<ValueKey, std::set<int>> articles_;
};

bool IsWhole(double value) { return value == static_cast<double>(static_cast<int64_t>(value)); }

class RivalFinder {
 public:
  RivalFinder(const Story& story, const CountedThings& things, const std::vector<Quantity>& quantities)
      : story_(story), things_(things), quantities_(quantities) {
    for (const StorySentence& sentence : story.sentences) ++sizes_[sentence.article];
    for (size_t i = 0; i < quantities.size(); ++i) {
      const Quantity& quantity = quantities[i];
      Give(quantity, quantity.value);
      if (quantity.exactness == Exactness::kRange) Give(quantity, quantity.high);
      if (quantity.exactness == Exactness::kVague || quantity.value <= 0) continue;
      if (IsDateLine(story, story.sentences[static_cast<size_t>(quantity.sentence)])) continue;
      counts_[ArticleOf(quantity)] += IsCountOrMoney(quantity);
      by_measure_[{static_cast<int>(quantity.kind), quantity.unit}].push_back(static_cast<int>(i));
    }
  }

  std::vector<RivalValues> Find() {
    std::vector<RivalValues> rivals;
    for (auto& [measure, members] : by_measure_) {
      if (members.size() > kMostOfMeasure) continue;
      std::sort(members.begin(), members.end(),
                [&](int i, int j) { return std::tie(At(i).value, i) < std::tie(At(j).value, j); });
      for (size_t i = 0; i < members.size(); ++i) AddRivalsOf(members, i, &rivals);
    }
    std::sort(rivals.begin(), rivals.end(),
              [](const RivalValues& x, const RivalValues& y) { return std::tie(x.a, x.b) < std::tie(y.a, y.b); });
    return rivals;
  }

 private:
  const Quantity& At(int quantity) const { return quantities_[static_cast<size_t>(quantity)]; }
  int ArticleOf(const Quantity& quantity) const {
    return story_.sentences[static_cast<size_t>(quantity.sentence)].article;
  }

  // Distances and spans of time are said of everything.
  static bool IsCountOrMoney(const Quantity& quantity) {
    return quantity.kind == KeyKind::kNumber || quantity.kind == KeyKind::kMoney;
  }

  void Give(const Quantity& quantity, double value) {
    given_.insert({ArticleOf(quantity), value, quantity.unit});
    // A number that counts nothing may be of any measure.
    if (quantity.kind == KeyKind::kNumber && quantity.anchors.empty()) bare_.insert({ArticleOf(quantity), value});
    if (quantity.kind == KeyKind::kMoney || quantity.kind == KeyKind::kMeasure) with_unit_.insert(value);
  }

  // "150,000 dollars, and 50,000 more": a number that counts nothing, where others give it a unit.
  bool IsOfUnit(const Quantity& quantity) const {
    return quantity.kind == KeyKind::kNumber && quantity.anchors.empty() && quantity.value >= kTellingOfUnit &&
           with_unit_.contains(quantity.value);
  }

  bool Gives(int article, const Quantity& quantity) const {
    return given_.contains({article, quantity.value, quantity.unit}) || bare_.contains({article, quantity.value});
  }

  void AddRivalsOf(const std::vector<int>& members, size_t place, std::vector<RivalValues>* rivals) const {
    const Quantity& a = At(members[place]);
    for (size_t next = place + 1; next < members.size(); ++next) {
      const Quantity& b = At(members[next]);
      if (b.value > kMostRatio * a.value) return;
      if (a.value == b.value || ArticleOf(a) == ArticleOf(b)) continue;
      if (Gives(ArticleOf(a), b) || Gives(ArticleOf(b), a)) continue;
      if (IsOfUnit(a) || IsOfUnit(b) || !CompareQuantities(a, b).has_value()) continue;
      if (a.kind == KeyKind::kNumber && (!IsWhole(a.value) || !IsWhole(b.value))) continue;
      const bool noun = things_.MayBeSameNoun(a, b);
      rivals->push_back({std::min(members[place], members[next]), std::max(members[place], members[next]), noun,
                         IsShort(a, b), IsWeak(a, b, noun)});
    }
  }

  bool IsWeak(const Quantity& a, const Quantity& b, bool noun) const {
    if (!IsCountOrMoney(a) || (!noun && !IsTelling(a))) return true;
    if (a.kind == KeyKind::kNumber && a.value < kLeastCountOfNoun) return true;
    return std::max(counts_.at(ArticleOf(a)), counts_.at(ArticleOf(b))) > kFewValues;
  }

  bool IsShort(const Quantity& a, const Quantity& b) const {
    return std::min(sizes_.at(ArticleOf(a)), sizes_.at(ArticleOf(b))) < kFewSentences;
  }

  static bool IsTelling(const Quantity& a) {
    if (a.kind != KeyKind::kNumber) return a.kind == KeyKind::kMoney;
    return a.value >= kLeastCount;
  }

  const Story& story_;
  const CountedThings& things_;
  const std::vector<Quantity>& quantities_;
  std::map<int, int> counts_;                             // Of counts and amounts of money, by article.
  std::map<int, int> sizes_;                              // Sentences, by article.
  std::set<std::tuple<int, double, std::string>> given_;  // Articles and the values they give, with their units.
  std::set<double> with_unit_;                            // Values that some article gives with a unit.
  std::set<std::pair<int, double>> bare_;                 // The same of numbers that count nothing.
  std::map<std::pair<int, std::string>, std::vector<int>> by_measure_;
};

}  // namespace

std::vector<RivalValues> FindRivals(const Story& story, const CountedThings& things,
                                    const std::vector<Quantity>& quantities) {
  return RivalFinder(story, things, quantities).Find();
}

std::vector<AssumedMatch> IfRivalsWereEqual(const std::vector<RivalValues>& rivals,
                                            const std::vector<Quantity>& quantities) {
  std::vector<AssumedMatch> assumed;
  for (const RivalValues& pair : rivals) {
    const Quantity& a = quantities[static_cast<size_t>(pair.a)];
    const Quantity& b = quantities[static_cast<size_t>(pair.b)];
    assumed.push_back({a.sentence, b.sentence, a.term, b.term});
  }
  return assumed;
}

std::vector<bool> AreDoubtful(const Story& story, const std::vector<Quantity>& quantities,
                              const std::vector<RivalValues>& rivals, const std::vector<int>& strengths_permille) {
  const ValueGivers givers(story, quantities);
  const auto at = [&](int quantity) -> const Quantity& { return quantities[static_cast<size_t>(quantity)]; };
  std::map<int, std::vector<size_t>> of_quantity;
  for (size_t i = 0; i < rivals.size(); ++i) {
    of_quantity[rivals[i].a].push_back(i);
    of_quantity[rivals[i].b].push_back(i);
  }
  // Of one of its values: whether another rival of that stands against the other value.
  const auto is_contested = [&](size_t i, int quantity, int partner) {
    const std::vector<size_t>& others = of_quantity.at(quantity);
    return std::any_of(others.begin(), others.end(), [&](size_t other) {
      const RivalValues& pair = rivals[other];
      const Quantity& against = at(pair.a == quantity ? pair.b : pair.a);
      return against.value != at(partner).value && pair.same_noun >= rivals[i].same_noun &&
             strengths_permille[other] + kDoubt > strengths_permille[i] && givers.AreToldApart(against, at(partner));
    });
  };
  std::vector<bool> doubtful(rivals.size());
  for (size_t i = 0; i < rivals.size(); ++i) {
    doubtful[i] = is_contested(i, rivals[i].a, rivals[i].b) || is_contested(i, rivals[i].b, rivals[i].a);
  }
  return doubtful;
}

std::vector<std::pair<int, int>> SureRivals(const Story& story, const std::vector<Quantity>& quantities,
                                            const std::vector<RivalValues>& rivals,
                                            const std::vector<int>& strengths_permille,
                                            const std::vector<bool>& doubtful, const std::vector<SentenceLink>& links,
                                            int caution_permille) {
  const auto article_of = [&](int quantity) {
    return story.sentences[static_cast<size_t>(quantities[static_cast<size_t>(quantity)].sentence)].article;
  };
  const auto is_linked = [&](const RivalValues& pair) {
    const int a = quantities[static_cast<size_t>(pair.a)].sentence,
              b = quantities[static_cast<size_t>(pair.b)].sentence;
    const auto place =
        std::lower_bound(links.begin(), links.end(), std::pair(a, b),
                         [](const auto& link, const auto& ends) { return std::pair(link.a, link.b) < ends; });
    return place != links.end() && place->a == a && place->b == b;
  };
  // By quantity and article of the other: a common noun counts before the strength.
  std::map<std::pair<int, int>, std::pair<bool, int>> best;
  const auto rank = [&](size_t i) { return std::pair(rivals[i].same_noun, strengths_permille[i]); };
  for (size_t i = 0; i < rivals.size(); ++i) {
    auto& row = best[{rivals[i].a, article_of(rivals[i].b)}];
    auto& column = best[{rivals[i].b, article_of(rivals[i].a)}];
    row = std::max(row, rank(i));
    column = std::max(column, rank(i));
  }
  std::vector<std::pair<int, int>> sure;
  for (size_t i = 0; i < rivals.size(); ++i) {
    const RivalValues& pair = rivals[i];
    if (pair.weak || doubtful[i] || strengths_permille[i] < (pair.same_noun ? kSureOfNoun : kSure) + caution_permille)
      continue;
    if (pair.in_short && is_linked(pair)) continue;
    if (best[{pair.a, article_of(pair.b)}] == rank(i) && best[{pair.b, article_of(pair.a)}] == rank(i))
      sure.emplace_back(pair.a, pair.b);
  }
  return sure;
}

}  // namespace polygist::summary
