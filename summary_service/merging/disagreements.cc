#include "summary_service/merging/disagreements.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>
#include <optional>
#include <tuple>
#include <utility>

#include "summary_service/merging/quantities.h"

namespace polygist::summary {
namespace {

// Links from which counts, amounts with a unit, and dates are compared.
constexpr int kCountLink = 500;
constexpr int kAmountLink = 560;
constexpr int kDateLink = 620;
// Values further apart are taken for different things.
constexpr double kMostRatio = 3;
constexpr double kMostReferentRatio = 1.6;
// A count tied by its referent alone must be at least this: small counts are everywhere.
constexpr double kLeastReferentCount = 5;
// Sentences of an article that must name the noun before it is its subject.
constexpr int kCentralSentences = 3;
// Words around two counts, of both sides, that must match for each that either side could show and does not. At 5
// people killed and people hurt in one earthquake were compared.
constexpr int kMatchedForMissing = 6;
constexpr float kSameNoun = 0.55f;
constexpr double kAboutTolerance = 0.1;
constexpr double kRounding = 0.03;

double Ratio(double a, double b) {
  return std::min(a, b) <= 0 ? INFINITY : std::max(a, b) / std::min(a, b);
}

bool IsOpen(Exactness exactness) {
  return exactness == Exactness::kAtLeast || exactness == Exactness::kAtMost;
}

bool IsInterval(const Quantity& q) {
  return q.exactness == Exactness::kRange || q.exactness == Exactness::kVague;
}

// Digits before the trailing zeros: 2 for 1500.
int SignificantDigits(double value) {
  if (value != std::floor(value) || value < 1) return 9;
  int digits = 0;
  bool significant = false;
  for (; value >= 1; value = std::floor(value / 10)) {
    significant = significant || std::fmod(value, 10) != 0;
    digits += significant;
  }
  return digits;
}

bool IsRoundingOf(double rounded, double exact) {
  return std::abs(rounded - exact) <= kRounding * exact &&
         SignificantDigits(rounded) < SignificantDigits(exact);
}

// What two tied quantities are to each other; nothing when they agree or cannot be compared.
std::optional<DisagreementKind> Compare(const Quantity& a, const Quantity& b) {
  if (IsInterval(a) || IsInterval(b)) {
    if (IsInterval(a) && IsInterval(b)) return std::nullopt;
    const Quantity& interval = IsInterval(a) ? a : b;
    const Quantity& point = IsInterval(a) ? b : a;
    if (point.value >= interval.value && point.value <= interval.high) {
      return interval.exactness == Exactness::kRange ? DisagreementKind::kRange
                                                     : DisagreementKind::kApproximate;
    }
    const bool far =
        interval.exactness == Exactness::kVague || point.exactness != Exactness::kExact;
    return far ? std::nullopt : std::optional(DisagreementKind::kDisagree);
  }
  if (a.value == b.value) return std::nullopt;
  if (a.whole == b.value || b.whole == a.value) return DisagreementKind::kPartOf;
  if (a.whole > 0 || b.whole > 0) return std::nullopt;
  const bool hedged = a.exactness != Exactness::kExact || b.exactness != Exactness::kExact;
  if (hedged && Ratio(a.value, b.value) <= 1 + kAboutTolerance)
    return DisagreementKind::kApproximate;
  if (IsRoundingOf(a.value, b.value) || IsRoundingOf(b.value, a.value))
    return DisagreementKind::kApproximate;
  // "More than 100" and "250" do not contradict each other, nor do they say the same.
  if (IsOpen(a.exactness) || IsOpen(b.exactness)) return std::nullopt;
  return DisagreementKind::kDisagree;
}

class Finder {
 public:
  Finder(std::span<const SourceArticle> articles, const Story& story,
         const std::vector<std::vector<TermMatch>>& matches, std::span<const SentenceLink> links)
      : articles_(articles),
        story_(story),
        matches_(matches),
        quantities_(ReadQuantities(articles, story)) {
    for (const SentenceLink& link : links) {
      strength_[{link.a, link.b}] = link.strength_permille;
      linked_[link.a].push_back(link.b);
      linked_[link.b].push_back(link.a);
    }
    for (size_t i = 0; i < quantities_.size(); ++i)
      of_sentence_[quantities_[i].sentence].push_back(static_cast<int>(i));
  }

  std::vector<Disagreement> Find() {
    const auto count = static_cast<int>(quantities_.size());
    for (int i = 0; i < count; ++i) {
      for (int j = i + 1; j < count; ++j) Relate(i, j);
    }
    std::vector<Disagreement> found = Collect();
    FindDates(&found);
    return found;
  }

 private:
  struct Conflict {
    int a = 0;
    int b = 0;
    DisagreementKind kind;
  };

  const Quantity& At(int quantity) const { return quantities_[static_cast<size_t>(quantity)]; }
  const StorySentence& SentenceOf(int sentence) const {
    return story_.sentences[static_cast<size_t>(sentence)];
  }
  int ArticleOf(const Quantity& quantity) const { return SentenceOf(quantity.sentence).article; }

  int Strength(int a, int b) const {
    const auto place = strength_.find({std::min(a, b), std::max(a, b)});
    return place == strength_.end() ? 0 : place->second;
  }

  bool SameTerm(int a, int b) const {
    if (a == b) return true;
    const std::vector<TermMatch>& row = matches_[static_cast<size_t>(a)];
    const auto place =
        std::lower_bound(row.begin(), row.end(), b,
                         [](const TermMatch& match, int term) { return match.term < term; });
    return place != row.end() && place->term == b && place->strength >= kSameNoun;
  }

  // The nearest words behind both numbers, one of them perhaps an adjective away.
  bool SameNoun(const Quantity& a, const Quantity& b) const {
    for (size_t i = 0; i < a.anchors.size(); ++i) {
      for (size_t j = 0; j < b.anchors.size(); ++j) {
        if (i + j <= 1 && SameTerm(a.anchors[i], b.anchors[j])) return true;
      }
    }
    return false;
  }

  // Whether the same is said of what is counted: "12 people were killed" and "15 people were hurt"
  // are not about the same people. Each side having a word that the other could show and does not
  // speaks against it, as a single such word does not, and much that matches outweighs it.
  bool SameContext(const Quantity& a, const Quantity& b) const {
    int matched = 0, missing_in_b = 0, missing_in_a = 0;
    CountContext(a, b, &matched, &missing_in_b);
    CountContext(b, a, &matched, &missing_in_a);
    return matched > 0 && matched >= kMatchedForMissing * std::min(missing_in_a, missing_in_b);
  }

  void CountContext(const Quantity& a, const Quantity& b, int* matched, int* missing) const {
    const int language = SentenceOf(b.sentence).language;
    for (const int term : a.context) {
      const StoryTerm& word = story_.terms[static_cast<size_t>(term)];
      const bool known =
          word.language == language || (language < 32 && (word.known_in >> language & 1) != 0);
      const bool met = Names(b.sentence, term);
      *matched += met;
      *missing += known && !met;
    }
  }

  static bool SameMeasure(const Quantity& a, const Quantity& b) {
    return a.kind == b.kind && a.unit == b.unit;
  }

  void Relate(int i, int j) {
    const Quantity& a = At(i);
    const Quantity& b = At(j);
    if (ArticleOf(a) == ArticleOf(b) || !SameMeasure(a, b)) return;
    const int strength = Strength(a.sentence, b.sentence);
    const bool count = a.kind == KeyKind::kNumber;
    const bool tied = count ? (strength >= kCountLink && SameNoun(a, b) && SameContext(a, b)) ||
                                  SameReferent(i, j)
                            : strength >= kAmountLink && IsOnlyAmount(i) && IsOnlyAmount(j);
    if (!tied) return;
    if (a.value == b.value) {
      agreements_.push_back({i, j});
      return;
    }
    const std::optional<DisagreementKind> kind = Compare(a, b);
    if (!kind.has_value()) return;
    if (*kind == DisagreementKind::kDisagree &&
        (Ratio(a.value, b.value) > kMostRatio || HasCounterpart(i, b.sentence) ||
         HasCounterpart(j, a.sentence))) {
      return;
    }
    conflicts_.push_back({i, j, Revised(a, b) ? DisagreementKind::kLaterRevision : *kind});
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

  bool Revised(const Quantity& a, const Quantity& b) const {
    const SourceArticle& first = articles_[static_cast<size_t>(ArticleOf(a))];
    const SourceArticle& second = articles_[static_cast<size_t>(ArticleOf(b))];
    return !first.source.empty() && first.source == second.source &&
           first.publish_time.has_value() && second.publish_time.has_value() &&
           *first.publish_time != *second.publish_time;
  }

  bool SameReferent(int i, int j) {
    const Quantity& a = At(i);
    const Quantity& b = At(j);
    if (a.exactness != Exactness::kExact || b.exactness != Exactness::kExact) return false;
    if (std::min(a.value, b.value) < kLeastReferentCount ||
        Ratio(a.value, b.value) > kMostReferentRatio)
      return false;
    if (a.anchors.empty() || b.anchors.empty() || !SameTerm(a.anchors[0], b.anchors[0]))
      return false;
    if (!IsSingleCount(a) || !IsSingleCount(b)) return false;
    return IsCentral(a) && IsCentral(b) && (ToldWithoutCount(a, b) || ToldWithoutCount(b, a));
  }

  // Whether its article gives this noun no other exact count.
  bool IsSingleCount(const Quantity& quantity) const {
    return std::all_of(quantities_.begin(), quantities_.end(), [&](const Quantity& other) {
      return ArticleOf(other) != ArticleOf(quantity) || other.value == quantity.value ||
             other.exactness == Exactness::kVague || other.kind != quantity.kind ||
             !SameNoun(other, quantity);
    });
  }

  bool Names(int sentence, int noun) const {
    const std::vector<TermUse>& uses = SentenceOf(sentence).uses;
    return std::any_of(uses.begin(), uses.end(),
                       [&](const TermUse& use) { return SameTerm(noun, use.term); });
  }

  bool IsCentral(const Quantity& quantity) const {
    int sentences = 0;
    for (size_t s = 0; s < story_.sentences.size(); ++s) {
      if (story_.sentences[s].article != ArticleOf(quantity)) continue;
      sentences += Names(static_cast<int>(s), quantity.anchors[0]);
    }
    return sentences >= kCentralSentences;
  }

  // A sentence of b's article that says what a's sentence says, and names the noun without a count.
  bool ToldWithoutCount(const Quantity& a, const Quantity& b) const {
    const auto others = linked_.find(a.sentence);
    if (others == linked_.end()) return false;
    return std::any_of(others->second.begin(), others->second.end(), [&](int other) {
      return SentenceOf(other).article == ArticleOf(b) && other != b.sentence &&
             Strength(a.sentence, other) >= kCountLink && Names(other, a.anchors[0]) &&
             !Counts(other, a);
    });
  }

  bool Counts(int sentence, const Quantity& like) const {
    const auto own = of_sentence_.find(sentence);
    if (own == of_sentence_.end()) return false;
    return std::any_of(own->second.begin(), own->second.end(), [&](int other) {
      return At(other).kind == like.kind && SameNoun(At(other), like);
    });
  }

  // One disagreement for all conflicts that share a quantity, with all that agree with one of them.
  std::vector<Disagreement> Collect() const {
    std::vector<int> root(quantities_.size());
    std::iota(root.begin(), root.end(), 0);
    const auto find = [&](int i) {
      while (root[static_cast<size_t>(i)] != i) i = root[static_cast<size_t>(i)];
      return i;
    };
    const auto join = [&](int i, int j) {
      const int a = find(i), b = find(j);
      root[static_cast<size_t>(std::max(a, b))] = std::min(a, b);
    };
    for (const Conflict& conflict : conflicts_) join(conflict.a, conflict.b);
    for (const auto& [i, j] : agreements_) join(i, j);
    std::map<int, DisagreementKind> kinds;
    for (const Conflict& conflict : conflicts_) {
      const auto [place, is_new] = kinds.try_emplace(find(conflict.a), conflict.kind);
      if (!is_new) place->second = std::min(place->second, conflict.kind);  // DISAGREE first.
    }
    std::vector<Disagreement> found;
    for (const auto& [group, kind] : kinds) {
      Disagreement disagreement;
      disagreement.kind = kind;
      for (size_t i = 0; i < quantities_.size(); ++i) {
        if (find(static_cast<int>(i)) == group) AddValue(quantities_[i], &disagreement);
      }
      found.push_back(std::move(disagreement));
    }
    return found;
  }

  void AddValue(const Quantity& quantity, Disagreement* disagreement) const {
    const StorySentence& sentence = SentenceOf(quantity.sentence);
    if (disagreement->about.empty() && !quantity.anchor_span.empty() &&
        quantity.kind == KeyKind::kNumber) {
      const SourceArticle& article = articles_[static_cast<size_t>(sentence.article)];
      disagreement->about = std::string(Slice(article.text, quantity.anchor_span));
    }
    const std::string unit = quantity.kind == KeyKind::kPercent ? "percent" : quantity.unit;
    disagreement->values.push_back(
        {sentence.article, sentence.sentence, quantity.span, quantity.value, unit});
  }

  // The only full date of a sentence.
  const Key* OnlyDate(int sentence, ByteSpan* span) const {
    const Key* only = nullptr;
    for (const TermUse& use : SentenceOf(sentence).uses) {
      const StoryTerm& term = story_.terms[static_cast<size_t>(use.term)];
      if (term.key < 0) continue;
      const Key& key = story_.keys[static_cast<size_t>(term.key)];
      if (key.kind == KeyKind::kWeekday) return nullptr;
      if (key.kind != KeyKind::kDate) continue;
      if (only != nullptr || key.day == 0) return nullptr;
      only = &key;
      *span = use.span;
    }
    return only;
  }

  static double DateValue(const Key& key) { return key.year * 10000 + key.month * 100 + key.day; }

  void FindDates(std::vector<Disagreement>* found) const {
    for (const auto& [pair, strength] : strength_) {
      ByteSpan first_span, second_span;
      const Key* first = strength >= kDateLink ? OnlyDate(pair.first, &first_span) : nullptr;
      const Key* second = first != nullptr ? OnlyDate(pair.second, &second_span) : nullptr;
      if (second == nullptr || KeyMatch(*first, *second) > 0) continue;
      Disagreement dates;
      const StorySentence& a = SentenceOf(pair.first);
      const StorySentence& b = SentenceOf(pair.second);
      dates.values = {{a.article, a.sentence, first_span, DateValue(*first), "date"},
                      {b.article, b.sentence, second_span, DateValue(*second), "date"}};
      found->push_back(std::move(dates));
    }
  }

  std::span<const SourceArticle> articles_;
  const Story& story_;
  const std::vector<std::vector<TermMatch>>& matches_;
  std::vector<Quantity> quantities_;
  std::map<std::pair<int, int>, int> strength_;
  std::map<int, std::vector<int>> linked_;
  std::map<int, std::vector<int>> of_sentence_;  // Quantities by sentence.
  std::vector<std::pair<int, int>> agreements_;
  std::vector<Conflict> conflicts_;
};

}  // namespace

std::string_view NameOf(DisagreementKind kind) {
  switch (kind) {
    case DisagreementKind::kDisagree:
      return "DISAGREE";
    case DisagreementKind::kApproximate:
      return "APPROXIMATE";
    case DisagreementKind::kPartOf:
      return "PART_OF";
    case DisagreementKind::kLaterRevision:
      return "LATER_REVISION";
    case DisagreementKind::kRange:
      return "RANGE";
  }
  return "";
}

std::vector<Disagreement> FindDisagreements(std::span<const SourceArticle> articles,
                                            const Story& story,
                                            const std::vector<std::vector<TermMatch>>& matches,
                                            std::span<const SentenceLink> links) {
  return Finder(articles, story, matches, links).Find();
}

}  // namespace polygist::summary
