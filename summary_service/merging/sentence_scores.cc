#include "summary_service/merging/sentence_scores.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>

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
// What a word that no dictionary knows counts when shares are measured: a missing match says little, unless there is no
// dictionary for the two languages. Then names would be all that sentences are measured by.
constexpr double kUnknownShare = 0.3;

class Scorer {
 public:
  Scorer(const Story& story, const TermMatches& matches, const TermEvidence& evidence)
      : evidence_(evidence), matched_(evidence, matches), sums_(evidence) {
    for (const StoryTerm& term : story.terms) {
      for (size_t language = 0; language < story.languages.size(); ++language) {
        const bool word = term.term_class == TermClass::kWord;
        told_.push_back(!word ? Told::kSurely : IsKnown(term, static_cast<int>(language)) ? Told::kByDictionary : Told::kNo);
      }
    }
  }

  PairScores Score(std::span<const SentencePair> candidates, std::span<const AssumedMatch> assumed) {
    PairScores scores;
    scores.pairs.reserve(candidates.size());
    for (const auto& [a, b] : candidates) {
      hits_ = matched_.Find(a, b);
      const double score = PairOf(a, b);
      scores.pairs.push_back({.a = a, .b = b, .score = score});
      if (score >= kLeastShared) MeasureHeld(scores.pairs.back());
    }
    for (const AssumedMatch& one : assumed) {
      hits_ = matched_.Find(one.a, one.b);
      hits_.push_back({PlaceOf(one.a, one.term_a), PlaceOf(one.b, one.term_b), kAssumed});
      scores.assumed.push_back({.a = one.a, .b = one.b, .score = PairOf(one.a, one.b)});
    }
    return scores;
  }

 private:
  // Whether a missing match of a term in a language says something.
  enum class Told : uint8_t { kNo, kByDictionary, kSurely };

  size_t LengthOf(int sentence) const { return evidence_.TermsOf(sentence).size(); }

  int PlaceOf(int sentence, int term) const {
    const std::span<const int> terms = evidence_.TermsOf(sentence);
    return static_cast<int>(std::find(terms.begin(), terms.end(), term) - terms.begin());
  }

  // By the hits found, which it leaves from the shorter sentence to the longer one.
  double PairOf(int a, int b) {
    // From here on the second sentence is the longer one.
    if (LengthOf(a) > LengthOf(b)) {
      std::swap(a, b);
      for (TermHit& hit : hits_) std::swap(hit.at, hit.other);
    }
    best_a_.assign(LengthOf(a), 0);
    best_b_.assign(LengthOf(b), 0);
    MeasureHits(a, b);
    const auto length_a = static_cast<int>(LengthOf(a));
    const auto length_b = static_cast<int>(LengthOf(b));
    const double whole = WindowScore(a, b, {0, kNothing}, {length_b, sums_.Total(b, evidence_.LanguageOf(a))});
    if (length_b <= kWindowRatio * length_a || MostOfWindows(a, b) - kWindowPenalty <= whole) return whole;
    const std::vector<TermWeight> of_first = sums_.OfFirst(b, evidence_.LanguageOf(a));
    const double all_gains = gains_;
    double best = whole;
    for (const double factor : kWindowLengths) {
      const int length = std::max(1, static_cast<int>(factor * length_a));
      if (length >= length_b) continue;
      best = std::max(best, BestWindow(a, b, of_first, length, all_gains, best + kWindowPenalty) - kWindowPenalty);
    }
    return best;
  }

  // What the hits add at most: told once, and asked for each window.
  void MeasureHits(int a, int b) {
    const int language_a = evidence_.LanguageOf(a), language_b = evidence_.LanguageOf(b);
    gains_of_hits_.clear();
    for (const TermHit& hit : hits_) {
      const TermWeight in_a = evidence_.At(a, static_cast<size_t>(hit.at), language_b);
      const TermWeight in_b = evidence_.At(b, static_cast<size_t>(hit.other), language_a);
      gains_of_hits_.push_back({in_a.up - in_a.dn, in_b.up - in_b.dn});
    }
  }

  // The best score of a against so many terms in a row of b, when it is above `least`; something less otherwise.
  // `of_first`: EvidenceSums::OfFirst of b; `all_gains`: what all matches add, and no window more.
  double BestWindow(int a, int b, const std::vector<TermWeight>& of_first, int length, double all_gains, double least) {
    const auto length_b = static_cast<int>(LengthOf(b));
    const TermWeight& all_a = sums_.Total(a, evidence_.LanguageOf(b));
    const int step = std::max(1, length / 4);
    double best = -std::numeric_limits<double>::infinity();
    for (int begin = 0, end = 0; end < length_b; begin += step) {
      end = std::min(begin + length, length_b);
      const FirstTerms before{begin, of_first[static_cast<size_t>(begin)]}, until{end, of_first[static_cast<size_t>(end)]};
      if (ScoreOf(all_a, before, until, all_gains) + kRounding < std::max(least, best)) continue;
      best = std::max(best, WindowScore(a, b, before, until));
    }
    return best;
  }

  // Some first terms of a sentence.
  struct FirstTerms {
    int count = 0;
    const TermWeight& sum;
  };

  // The score of sentence a against the terms of sentence b between two places: as if nothing matched, and then what
  // the matches make better.
  double WindowScore(int a, int b, const FirstTerms& before, const FirstTerms& until) {
    const TermWeight& all_a = sums_.Total(a, evidence_.LanguageOf(b));
    gains_ = 0;
    for (size_t i = 0; i < hits_.size(); ++i) {
      const TermHit& hit = hits_[i];
      if (hit.other < before.count || hit.other >= until.count) continue;
      gains_ += Gain(hit.strength, gains_of_hits_[i].a, &best_a_[static_cast<size_t>(hit.at)]);
      gains_ += Gain(hit.strength, gains_of_hits_[i].b, &best_b_[static_cast<size_t>(hit.other)]);
    }
    for (const TermHit& hit : hits_)
      best_a_[static_cast<size_t>(hit.at)] = best_b_[static_cast<size_t>(hit.other)] = 0;
    return ScoreOf(all_a, before, until, gains_);
  }

  static double ScoreOf(const TermWeight& all_a, const FirstTerms& before, const FirstTerms& until, double gains) {
    const double up_b = until.sum.up - before.sum.up;
    if (all_a.up <= 0 || up_b <= 0) return -1;
    const double sum = all_a.dn + until.sum.dn - before.sum.dn + gains;
    return sum / std::sqrt((all_a.up + kShortness) * (up_b + kShortness));
  }

  // No window of b scores higher: all matches of the last WindowScore, and nothing of b that goes unmatched.
  double MostOfWindows(int a, int b) const {
    const TermWeight& all_a = sums_.Total(a, evidence_.LanguageOf(b));
    const double sum = all_a.dn + gains_;
    const double up_b = sum > 0 ? 0 : sums_.Total(b, evidence_.LanguageOf(a)).up;
    return sum / std::sqrt((all_a.up + kShortness) * (up_b + kShortness));
  }

  // What a match adds to the evidence of a term beyond `seen`, the best one so far. `most`: what a perfect one adds.
  static double Gain(float strength, double most, float* seen) {
    if (strength <= *seen) return 0;
    return (strength - std::exchange(*seen, strength)) * most;
  }

  // By the hits that PairOf left.
  void MeasureHeld(PairScore& pair) {
    int a = pair.a, b = pair.b;
    const bool swapped = LengthOf(a) > LengthOf(b);
    if (swapped) std::swap(a, b);
    best_a_.assign(LengthOf(a), 0);
    best_b_.assign(LengthOf(b), 0);
    for (const TermHit& hit : hits_) {
      float& in_a = best_a_[static_cast<size_t>(hit.at)];
      float& in_b = best_b_[static_cast<size_t>(hit.other)];
      in_a = std::max(in_a, hit.strength);
      in_b = std::max(in_b, hit.strength);
    }
    (swapped ? pair.held_b : pair.held_a) = HeldOf(a, evidence_.LanguageOf(b), best_a_);
    (swapped ? pair.held_a : pair.held_b) = HeldOf(b, evidence_.LanguageOf(a), best_b_);
  }

  // The evidence of a sentence that is matched, as a share of all that could be.
  double HeldOf(int sentence, int language, const std::vector<float>& best) const {
    double held[2] = {0, 0}, all[2] = {0, 0};  // Of words that no dictionary knows, and of everything else.
    bool translated = false;
    for (size_t i = 0; i < best.size(); ++i) {
      const int term = evidence_.TermsOf(sentence)[i];
      const Told of_term = told_[static_cast<size_t>(term) * evidence_.LanguageCount() + static_cast<size_t>(language)];
      const bool told = of_term != Told::kNo;
      translated = translated || of_term == Told::kByDictionary;
      const double up = evidence_.At(sentence, i, language).up;
      held[told] += up * best[i];
      all[told] += up;
    }
    const double unknown = translated ? kUnknownShare : 1;
    const double whole = all[1] + unknown * all[0];
    return whole > 0 ? (held[1] + unknown * held[0]) / whole : 0;
  }

  // What a perfect match of the terms of a hit would add on either side.
  struct HitGains {
    double a = 0;
    double b = 0;
  };

  const TermEvidence& evidence_;
  MatchedTerms matched_;
  const EvidenceSums sums_;
  std::vector<Told> told_;  // By term and language.
  std::vector<TermHit> hits_;
  std::vector<HitGains> gains_of_hits_;  // By hit.
  double gains_ = 0;           // What the matches added in the last WindowScore.
  std::vector<float> best_a_;  // By term of the first sentence; zero between windows.
  std::vector<float> best_b_;
};

}  // namespace

PairScores ScorePairs(const Story& story, const TermMatches& matches, const TermEvidence& evidence,
                      std::span<const SentencePair> candidates, std::span<const AssumedMatch> assumed) {
  return Scorer(story, matches, evidence).Score(candidates, assumed);
}

}  // namespace polygist::summary
