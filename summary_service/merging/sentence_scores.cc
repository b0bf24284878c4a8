#include "summary_service/merging/sentence_scores.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

#include "summary_service/merging/matched_shares.h"
#include "summary_service/merging/matched_terms.h"

namespace polygist::summary {
namespace {

// Nats added to the possible evidence of each sentence: short ones cannot be sure of anything.
constexpr double kShortness = 20;
// Longer sentences are also read through windows of the shorter one's length, times these.
constexpr double kWindowRatio = 1.5;
constexpr double kWindowLengths[] = {1.1, 1.6};
constexpr double kWindowPenalty = 0.14;
// How well terms match that are assumed to: half, so that the assumption neither speaks for a pair nor against it.
constexpr float kAssumed = 0.5f;

constexpr TermWeight kNothing;

// More than sums of a sentence's evidence are off by.
constexpr double kRounding = 1e-9;

// Shares of pairs below are not asked for: no support makes links of them.
constexpr double kLeastShared = -0.3;
// Asked of pairs that may become sure links.
constexpr double kLeastOfNames = -0.1;

class Scorer {
 public:
  Scorer(const Story& story, const TermMatches& matches, const TermEvidence& evidence)
      : evidence_(evidence), matched_(evidence, matches), sums_(evidence), shares_(story, evidence) {}

  PairScores Score(std::vector<PairScore> candidates, std::span<const AssumedMatch> assumed) {
    PairScores scores{std::move(candidates), {}};
    for (PairScore& pair : scores.pairs) {
      TakeHits(pair.a, pair.b);
      pair.score = PairOf(pair.a, pair.b);
      if (pair.score >= kLeastShared) MeasureHeld(pair);
    }
    scores.assumed.reserve(assumed.size());
    for (const AssumedMatch& one : assumed) {
      TakeHits(one.a, one.b);
      AddHit({PlaceOf(one.a, one.term_a), PlaceOf(one.b, one.term_b), kAssumed}, one.b, evidence_.LanguageOf(one.a));
      scores.assumed.push_back({.a = one.a, .b = one.b, .score = PairOf(one.a, one.b)});
    }
    return scores;
  }

 private:
  struct Hit : TermHit {
    // What a perfect match of its terms would add on either side.
    double gain_at = 0;
    double gain_other = 0;
  };

  void TakeHits(int a, int b) {
    hits_.clear();
    if (a != weighed_) WeighTermsOf(a);
    gains_ =
        std::span(gains_of_weighed_).subspan(LengthOf(a) * static_cast<size_t>(evidence_.LanguageOf(b)), LengthOf(a));
    const int language = evidence_.LanguageOf(a);
    matched_.ForEach(a, b, [&](const TermHit& hit) { AddHit(hit, b, language); });
  }

  // Of a term of the sentence weighed last with one of b. `language`: of the former.
  void AddHit(const TermHit& hit, int b, int language) {
    hits_.push_back(
        {hit, gains_[static_cast<size_t>(hit.at)], GainOf(evidence_.At(b, static_cast<size_t>(hit.other), language))});
  }

  // What a perfect match adds.
  static double GainOf(const TermWeight& weight) { return weight.up - weight.dn; }

  // Told once for all partners.
  void WeighTermsOf(int a) {
    weighed_ = a;
    gains_of_weighed_.clear();
    for (size_t language = 0; language < evidence_.LanguageCount(); ++language) {
      for (size_t place = 0; place < LengthOf(a); ++place) {
        gains_of_weighed_.push_back(GainOf(evidence_.At(a, place, static_cast<int>(language))));
      }
    }
  }

  size_t LengthOf(int sentence) const { return evidence_.TermsOf(sentence).size(); }

  int PlaceOf(int sentence, int term) const {
    const std::span<const int> terms = evidence_.TermsOf(sentence);
    return static_cast<int>(std::find(terms.begin(), terms.end(), term) - terms.begin());
  }

  // By the hits taken, which it leaves from the shorter sentence to the longer one.
  float PairOf(int a, int b) {
    // From here on the second sentence is the longer one.
    const bool swapped = LengthOf(a) > LengthOf(b);
    if (swapped) {
      std::swap(a, b);
      for (Hit& hit : hits_) std::swap(hit.at, hit.other), std::swap(hit.gain_at, hit.gain_other);
    }
    best_a_.assign(LengthOf(a), 0);
    best_b_.assign(LengthOf(b), 0);
    const auto length_a = static_cast<int>(LengthOf(a));
    const auto length_b = static_cast<int>(LengthOf(b));
    const TermWeight& all_a = sums_.Total(a, evidence_.LanguageOf(b));
    const TermWeight& all_b = sums_.Total(b, evidence_.LanguageOf(a));
    const double gains = GainsOf(hits_);
    const double whole = ScoreOf(all_a, kNothing, all_b, gains);
    if (length_b <= kWindowRatio * length_a || MostOfWindows(all_a, all_b, gains) - kWindowPenalty <= whole)
      return whole;
    if (swapped) std::sort(hits_.begin(), hits_.end(), [](const Hit& x, const Hit& y) { return x.other < y.other; });
    const std::vector<TermWeight> of_first = sums_.OfFirst(b, evidence_.LanguageOf(a));
    double best = whole;
    for (const double factor : kWindowLengths) {
      const int length = std::max(1, static_cast<int>(factor * length_a));
      if (length >= length_b) continue;
      best = std::max(best, BestWindow(all_a, of_first, length, gains, best + kWindowPenalty) - kWindowPenalty);
    }
    return best;
  }

  // The best score of a sentence against so many terms in a row of the longer one, when it is above `least`; something
  // less otherwise. By the hits, which ascend in the longer one. `all_a`: EvidenceSums::Total of the shorter one;
  // `of_first`: EvidenceSums::OfFirst of the longer one; `all_gains`: what all matches add, and no window more.
  double BestWindow(const TermWeight& all_a, const std::vector<TermWeight>& of_first, int length, double all_gains,
                    double least) {
    const auto length_b = static_cast<int>(of_first.size()) - 1;
    const int step = std::max(1, length / 4);
    double best = -std::numeric_limits<double>::infinity();
    auto first = hits_.begin(), last = first;  // Those of the window.
    for (int begin = 0, end = 0; end < length_b; begin += step) {
      end = std::min(begin + length, length_b);
      while (first != hits_.end() && first->other < begin) ++first;
      while (last != hits_.end() && last->other < end) ++last;
      const TermWeight &before = of_first[static_cast<size_t>(begin)], &until = of_first[static_cast<size_t>(end)];
      if (ScoreOf(all_a, before, until, all_gains) + kRounding < std::max(least, best)) continue;
      best = std::max(best, ScoreOf(all_a, before, until, GainsOf({first, last})));
    }
    return best;
  }

  // What hits make better, beyond the score as if nothing matched.
  double GainsOf(std::span<const Hit> hits) {
    double gains = 0;
    for (const Hit& hit : hits) {
      gains += Gain(hit.strength, hit.gain_at, &best_a_[static_cast<size_t>(hit.at)]);
      gains += Gain(hit.strength, hit.gain_other, &best_b_[static_cast<size_t>(hit.other)]);
    }
    for (const Hit& hit : hits) best_a_[static_cast<size_t>(hit.at)] = best_b_[static_cast<size_t>(hit.other)] = 0;
    return gains;
  }

  // The score of a sentence against the terms of another between two places, by sums of their evidence.
  static double ScoreOf(const TermWeight& all_a, const TermWeight& before, const TermWeight& until, double gains) {
    const double up_b = until.up - before.up;
    if (all_a.up <= 0 || up_b <= 0) return -1;
    const double sum = all_a.dn + until.dn - before.dn + gains;
    return sum / std::sqrt((all_a.up + kShortness) * (up_b + kShortness));
  }

  // No window scores higher: all matches, and nothing of b that goes unmatched.
  static double MostOfWindows(const TermWeight& all_a, const TermWeight& all_b, double gains) {
    const double sum = all_a.dn + gains;
    const double up_b = sum > 0 ? 0 : all_b.up;
    return sum / std::sqrt((all_a.up + kShortness) * (up_b + kShortness));
  }

  // What a match adds to the evidence of a term beyond `seen`, the best one so far. `most`: what a perfect one adds.
  // Without a branch: which matches are the best so far cannot be foreseen.
  static double Gain(float strength, double most, float* seen) {
    const float best = std::max(*seen, strength);
    return (best - std::exchange(*seen, best)) * most;
  }

  // By the hits that PairOf left.
  void MeasureHeld(PairScore& pair) {
    int a = pair.a, b = pair.b;
    const bool swapped = LengthOf(a) > LengthOf(b);
    if (swapped) std::swap(a, b);
    best_a_.assign(LengthOf(a), 0);
    best_b_.assign(LengthOf(b), 0);
    for (const Hit& hit : hits_) {
      float& in_a = best_a_[static_cast<size_t>(hit.at)];
      float& in_b = best_b_[static_cast<size_t>(hit.other)];
      in_a = std::max(in_a, hit.strength);
      in_b = std::max(in_b, hit.strength);
    }
    uint32_t held_a = shares_.HeldPermille(a, evidence_.LanguageOf(b), best_a_);
    uint32_t held_b = shares_.HeldPermille(b, evidence_.LanguageOf(a), best_b_);
    if (swapped) std::swap(held_a, held_b);
    pair.held_a_permille = held_a;
    pair.held_b_permille = held_b;
    if (pair.score >= kLeastOfNames) pair.names_alone = shares_.NamesAlone(a, best_a_, b, best_b_);
    const double nats = shares_.NatsOfNumbers(a, evidence_.LanguageOf(b), best_a_) +
                        shares_.NatsOfNumbers(b, evidence_.LanguageOf(a), best_b_);
    pair.number_decinats = std::min(kMostDecinats, static_cast<uint32_t>(10 * nats));
  }

  const TermEvidence& evidence_;
  MatchedTerms matched_;
  const EvidenceSums sums_;
  const MatchedShares shares_;
  std::vector<Hit> hits_;
  int weighed_ = -1;                      // Sentence: the first of the last pairs.
  std::vector<double> gains_of_weighed_;  // By language and term of it: what a perfect match adds.
  std::span<const double> gains_;         // Those against the language of its partner.
  std::vector<float> best_a_;             // By term of the first sentence; zero between windows.
  std::vector<float> best_b_;
};

}  // namespace

PairScores ScorePairs(const Story& story, const TermMatches& matches, const TermEvidence& evidence,
                      std::vector<PairScore> candidates, std::span<const AssumedMatch> assumed) {
  return Scorer(story, matches, evidence).Score(std::move(candidates), assumed);
}

}  // namespace polygist::summary
