#include "summary_service/merging/value_majorities.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "summary_service/merging/compare_quantities.h"

namespace polygist::summary {
namespace {

// What is counted for a member that is no rival of the value: least of all.
constexpr int kNoStrength = 380;
// Mean strengths from which a value is one of the same thing. Of thirty stories of ten articles, whose articles tell of
// many things, the highest false ones reached 502 against three articles, 532 against two, and 447 where half of the
// members count the same noun.
constexpr int kSureOfTwo = 545;
constexpr int kSureOfMore = 520;
constexpr int kSureOfNoun = 490;
// Equal counts below agree only when they count the same noun.
constexpr double kTellingCount = 10;

class MajorityFinder {
 public:
  MajorityFinder(const Story& story, const CountedThings& things, const std::vector<Quantity>& quantities)
      : story_(story), things_(things), quantities_(quantities), root_(quantities.size()) {
    std::iota(root_.begin(), root_.end(), 0);
  }

  void Agree(const std::vector<SentenceLink>& links) {
    std::map<int, std::vector<int>> of_sentence;
    for (size_t i = 0; i < quantities_.size(); ++i) of_sentence[quantities_[i].sentence].push_back(static_cast<int>(i));
    for (const SentenceLink& link : links) {
      const auto own = of_sentence.find(link.a), theirs = of_sentence.find(link.b);
      if (own == of_sentence.end() || theirs == of_sentence.end()) continue;
      for (const int i : own->second) {
        for (const int j : theirs->second) {
          if (AreEqual(At(i), At(j))) Join(i, j);
        }
      }
    }
    for (size_t i = 0; i < root_.size(); ++i) {
      Majority& majority = majorities_[RootOf(static_cast<int>(i))];
      majority.members.push_back(static_cast<int>(i));
      majority.articles.insert(ArticleOf(static_cast<int>(i)));
    }
  }

  std::vector<std::pair<int, int>> Find(const std::vector<RivalValues>& rivals, const std::vector<int>& strengths) {
    for (size_t i = 0; i < rivals.size(); ++i) {
      AddFit(rivals[i].a, rivals[i].b, rivals[i].same_noun, strengths[i]);
      AddFit(rivals[i].b, rivals[i].a, rivals[i].same_noun, strengths[i]);
    }
    std::map<int, int> best_of_value;
    std::map<std::pair<int, int>, int> best_of_article;  // By majority and article.
    for (const auto& [ends, fit] : fits_) {
      int& of_value = best_of_value[ends.second];
      int& of_article = best_of_article[{ends.first, ArticleOf(ends.second)}];
      of_value = std::max(of_value, MeanOf(ends.first, fit));
      of_article = std::max(of_article, MeanOf(ends.first, fit));
    }
    std::set<std::pair<int, int>> sure;
    for (const auto& [ends, fit] : fits_) {
      const auto& [root, value] = ends;
      const int mean = MeanOf(root, fit);
      if (mean < SureMean(root, fit) || mean < best_of_value[value] || mean < best_of_article[{root, ArticleOf(value)}])
        continue;
      for (const int member : majorities_.at(root).members) sure.insert(std::minmax(member, value));
    }
    return {sure.begin(), sure.end()};
  }

 private:
  struct Majority {
    std::vector<int> members;
    std::set<int> articles;
  };

  // A value beside a majority.
  struct Fit {
    int sum = 0;       // Of strengths.
    size_t count = 0;  // Members that are its rivals.
    size_t nouns = 0;  // Those that may count the same noun.
  };

  const Quantity& At(int quantity) const { return quantities_[static_cast<size_t>(quantity)]; }
  int ArticleOf(int quantity) const { return story_.sentences[static_cast<size_t>(At(quantity).sentence)].article; }

  int RootOf(int quantity) const {
    while (root_[static_cast<size_t>(quantity)] != quantity) quantity = root_[static_cast<size_t>(quantity)];
    return quantity;
  }

  void Join(int i, int j) {
    const auto [first, second] = std::minmax({RootOf(i), RootOf(j)});
    root_[static_cast<size_t>(second)] = first;
  }

  bool AreEqual(const Quantity& a, const Quantity& b) const {
    if (!SameMeasure(a, b) || a.value != b.value) return false;
    return a.kind != KeyKind::kNumber || a.value >= kTellingCount || things_.MayBeSameNoun(a, b);
  }

  void AddFit(int member, int value, bool noun, int strength) {
    const int root = RootOf(member);
    if (majorities_.at(root).articles.size() < 2) return;
    Fit& fit = fits_[{root, value}];
    fit.sum += std::max(strength, kNoStrength);
    ++fit.count;
    fit.nouns += noun;
  }

  int MeanOf(int root, const Fit& fit) const {
    const size_t members = majorities_.at(root).members.size();
    const int missing = static_cast<int>(members - fit.count);
    return (fit.sum + kNoStrength * missing) / static_cast<int>(members);
  }

  int SureMean(int root, const Fit& fit) const {
    const Majority& majority = majorities_.at(root);
    if (majority.articles.size() < 3) return kSureOfTwo;
    return 2 * fit.nouns >= majority.members.size() ? kSureOfNoun : kSureOfMore;
  }

  const Story& story_;
  const CountedThings& things_;
  const std::vector<Quantity>& quantities_;
  std::vector<int> root_;                    // By quantity: another one of its majority, or itself.
  std::map<int, Majority> majorities_;       // By root.
  std::map<std::pair<int, int>, Fit> fits_;  // By root and value.
};

}  // namespace

std::vector<std::pair<int, int>> AgainstMajorities(const Story& story, const CountedThings& things,
                                                   const std::vector<Quantity>& quantities,
                                                   const std::vector<RivalValues>& rivals,
                                                   const std::vector<int>& strengths_permille,
                                                   const std::vector<SentenceLink>& links) {
  MajorityFinder finder(story, things, quantities);
  finder.Agree(links);
  return finder.Find(rivals, strengths_permille);
}

}  // namespace polygist::summary
