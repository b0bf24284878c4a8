#include "summary_service/merging/candidate_pairs.h"

#include <algorithm>
#include <cstddef>
#include <span>

namespace polygist::summary {
namespace {

// Terms with less evidence than this do not propose candidates.
constexpr double kLeastProposal = 0.5;
// Candidates of one sentence: in each other article, and over all.
constexpr size_t kPerArticle = 6;
constexpr size_t kPerSentence = 48;
constexpr size_t kMostHolders = 250;
// Candidates that share less than this part of what the best one shares are not worth scoring.
constexpr double kLeastShare = 0.3;
constexpr size_t kAsked = 128;  // Best sentences looked at, before the limits above.

class Proposer {
 public:
  Proposer(const TermEvidence& evidence, const TermMatches& matches)
      : evidence_(evidence),
        matches_(matches),
        proposes_(matches.size()),
        worth_(evidence.LanguageCount()),
        shared_(evidence.SentenceCount(), 0),
        places_(evidence.SentenceCount() + 1) {
    for (size_t term = 0; term < matches.size(); ++term) proposes_[term] = Proposes(static_cast<int>(term));
  }

  // The best partners of a.
  std::vector<int> PartnersOf(int a) {
    met_count_ = 0;
    for (const int term : evidence_.TermsOf(a)) Propose(a, term);
    std::vector<int> partners = WithinLimits(BestOfMet());
    for (const int b : Met()) shared_[static_cast<size_t>(b)] = 0;
    return partners;
  }

 private:
  // In stories of thousands of sentences, words that hundreds share propose nothing that rarer ones
  // would not, and cost most.
  bool Proposes(int term) const {
    if (!IsTelling(term)) return false;
    size_t holders = 0;
    for (const TermMatch match : matches_[static_cast<size_t>(term)])
      holders += evidence_.SentencesOf(match.term()).size();
    return holders <= std::max(kMostHolders, evidence_.SentenceCount() / 25);
  }

  // Whether it has evidence enough against any language.
  bool IsTelling(int term) const {
    for (size_t language = 0; language < evidence_.LanguageCount(); ++language) {
      if (evidence_.Of(term, static_cast<int>(language)).up >= kLeastProposal) return true;
    }
    return false;
  }

  void Propose(int a, int term) {
    if (!proposes_[static_cast<size_t>(term)]) return;
    const int article = evidence_.ArticleOf(a);
    for (size_t language = 0; language < worth_.size(); ++language) {
      const TermWeight weight = evidence_.Of(term, static_cast<int>(language));
      worth_[language] = weight.up < kLeastProposal ? 0 : weight.up - weight.dn;
    }
    size_t met_count = met_count_;
    for (const TermMatch match : matches_[static_cast<size_t>(term)]) {
      const double strength = match.strength();
      for (const int b : evidence_.SentencesOf(match.term())) {
        const double perfect = worth_[static_cast<size_t>(evidence_.LanguageOf(b))];
        const double worth = evidence_.ArticleOf(b) == article ? 0 : strength * perfect;
        double& sum = shared_[static_cast<size_t>(b)];
        // Without a branch: which sentences are met for the first time cannot be foreseen.
        places_[met_count] = b;
        met_count += (sum == 0) & (worth != 0);
        sum += worth;
      }
    }
    met_count_ = met_count;
  }

  std::span<const int> Met() const { return std::span(places_).first(met_count_); }

  // Best first.
  std::vector<int> BestOfMet() const {
    const auto is_better = [&](int x, int y) {
      const double sx = shared_[static_cast<size_t>(x)], sy = shared_[static_cast<size_t>(y)];
      return sx != sy ? sx > sy : x < y;
    };
    double most = 0;
    for (const int b : Met()) most = std::max(most, shared_[static_cast<size_t>(b)]);
    std::vector<int> order;
    for (const int b : Met()) {
      if (shared_[static_cast<size_t>(b)] >= kLeastShare * most) order.push_back(b);
    }
    if (order.size() > kAsked) {
      std::nth_element(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(kAsked), order.end(), is_better);
      order.resize(kAsked);
    }
    std::sort(order.begin(), order.end(), is_better);
    return order;
  }

  // The first of `order` in each article and over all.
  std::vector<int> WithinLimits(const std::vector<int>& order) const {
    std::vector<int> kept;
    std::vector<std::pair<int, size_t>> taken;  // Article, count.
    for (const int b : order) {
      const int article = evidence_.ArticleOf(b);
      auto place = std::find_if(taken.begin(), taken.end(), [&](const auto& t) { return t.first == article; });
      if (place == taken.end()) place = taken.insert(taken.end(), {article, 0});
      if (++place->second > kPerArticle) continue;
      kept.push_back(b);
      if (kept.size() == kPerSentence) break;
    }
    return kept;
  }

  const TermEvidence& evidence_;
  const TermMatches& matches_;
  std::vector<char> proposes_;  // By term: whether it proposes candidates.
  std::vector<double> worth_;   // By language: what a perfect match of the term at hand adds to a sentence of it.
  std::vector<double> shared_;  // By sentence: evidence shared with the one asked about; zero between questions.
  std::vector<int> places_;     // The sentences that share some come first; room for one more than there are.
  size_t met_count_ = 0;        // Those.
};

}  // namespace

std::vector<PairScore> CandidatePairs(const TermEvidence& evidence, const TermMatches& matches) {
  Proposer proposer(evidence, matches);
  std::vector<std::vector<int>> behind(evidence.SentenceCount());  // By the first sentence of a pair: the second one.
  for (size_t s = 0; s < evidence.SentenceCount(); ++s) {
    const auto a = static_cast<int>(s);
    for (const int b : proposer.PartnersOf(a)) behind[static_cast<size_t>(std::min(a, b))].push_back(std::max(a, b));
  }
  size_t count = 0;
  for (std::vector<int>& seconds : behind) {
    std::sort(seconds.begin(), seconds.end());
    seconds.erase(std::unique(seconds.begin(), seconds.end()), seconds.end());
    count += seconds.size();
  }
  std::vector<PairScore> pairs;
  pairs.reserve(count);
  for (size_t a = 0; a < behind.size(); ++a) {
    for (const int b : behind[a]) pairs.push_back({.a = static_cast<int>(a), .b = b});
  }
  return pairs;
}

}  // namespace polygist::summary
