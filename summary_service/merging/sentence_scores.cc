#include "summary_service/merging/sentence_scores.h"

#include <algorithm>
#include <cmath>
#include <limits>
#include <utility>

#include "summary_service/merging/candidate_pairs.h"
#include "summary_service/merging/matched_terms.h"
#include "summary_service/merging/term_evidence.h"

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

// Shares of pairs below are not asked for: no support makes links of them.
constexpr double kLeastShared = -0.3;
// What a word that no dictionary knows counts when shares are measured: a missing match says little, unless there is no
// dictionary for the two languages. Then names would be all that sentences are measured by.
constexpr double kUnknownShare = 0.3;

class Scorer {
 public:
  Scorer(const Story& story, const TermMatches& matches)
      : story_(story), matches_(matches), evidence_(story, matches), matched_(evidence_, matches), sums_(evidence_) {}

  PairScores Score(std::span<const AssumedMatch> assumed) {
    const std::vector<std::pair<int, int>> pairs = CandidatePairs(evidence_, matches_);
    PairScores scores;
    scores.pairs.reserve(pairs.size());
    for (const auto& [a, b] : pairs) {
      hits_ = matched_.Find(a, b);
      const double score = PairOf(a, b);
      scores.pairs.push_back({a, b, score, score < kLeastShared ? 0 : Shared(a, b)});
    }
    for (const AssumedMatch& one : assumed) {
      hits_ = matched_.Find(one.a, one.b);
      hits_.push_back({PlaceOf(one.a, one.term_a), PlaceOf(one.b, one.term_b), kAssumed});
      scores.assumed.push_back({one.a, one.b, PairOf(one.a, one.b), 0});
    }
    return scores;
  }

 private:
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
    const auto length_a = static_cast<int>(LengthOf(a));
    const auto length_b = static_cast<int>(LengthOf(b));
    const double whole = WindowScore(a, b, 0, length_b);
    if (length_b <= kWindowRatio * length_a || MostOfWindows(a, b) - kWindowPenalty <= whole) return whole;
    double best = whole;
    for (const double factor : kWindowLengths) {
      const int length = std::max(1, static_cast<int>(factor * length_a));
      if (length < length_b) best = std::max(best, BestWindow(a, b, length) - kWindowPenalty);
    }
    return best;
  }

  // The best score of a against so many terms in a row of b.
  double BestWindow(int a, int b, int length) {
    const auto length_b = static_cast<int>(LengthOf(b));
    const int step = std::max(1, length / 4);
    double best = -std::numeric_limits<double>::infinity();
    for (int begin = 0, end = 0; end < length_b; begin += step) {
      end = std::min(begin + length, length_b);
      best = std::max(best, WindowScore(a, b, begin, end));
    }
    return best;
  }

  // The score of sentence a against the terms [begin, end) of sentence b: as if nothing matched,
  // and then what the matches make better.
  double WindowScore(int a, int b, int begin, int end) {
    const int language_a = evidence_.LanguageOf(a), language_b = evidence_.LanguageOf(b);
    const std::vector<TermWeight>& before_a = sums_.Of(a, language_b);
    const std::vector<TermWeight>& before_b = sums_.Of(b, language_a);
    const auto from = static_cast<size_t>(begin), to = static_cast<size_t>(end);
    double sum = before_a.back().dn + before_b[to].dn - before_b[from].dn;
    const double up_a = before_a.back().up, up_b = before_b[to].up - before_b[from].up;
    if (up_a <= 0 || up_b <= 0) return -1;
    gains_ = 0;
    for (const TermHit& hit : hits_) {
      if (hit.other < begin || hit.other >= end) continue;
      gains_ += Gain(a, hit.at, language_b, hit.strength, &best_a_);
      gains_ += Gain(b, hit.other, language_a, hit.strength, &best_b_);
    }
    sum += gains_;
    for (const TermHit& hit : hits_)
      best_a_[static_cast<size_t>(hit.at)] = best_b_[static_cast<size_t>(hit.other)] = 0;
    return sum / std::sqrt((up_a + kShortness) * (up_b + kShortness));
  }

  // No window of b scores higher: all matches of the last WindowScore, and nothing of b that goes unmatched.
  double MostOfWindows(int a, int b) {
    const TermWeight all_a = sums_.Of(a, evidence_.LanguageOf(b)).back();
    const double sum = all_a.dn + gains_;
    const double up_b = sum > 0 ? 0 : sums_.Of(b, evidence_.LanguageOf(a)).back().up;
    return sum / std::sqrt((all_a.up + kShortness) * (up_b + kShortness));
  }

  // What a match adds to the evidence of the term at `at` beyond the best one seen so far.
  double Gain(int sentence, int at, int language, float strength, std::vector<float>* best) const {
    float& seen = (*best)[static_cast<size_t>(at)];
    if (strength <= seen) return 0;
    const TermWeight& weight = evidence_.Of(evidence_.TermsOf(sentence)[static_cast<size_t>(at)], language);
    const double gain = (strength - seen) * (weight.up - weight.dn);
    seen = strength;
    return gain;
  }

  // By the hits that PairOf left: how much of the sentence that the other one holds more of is held.
  double Shared(int a, int b) {
    if (LengthOf(a) > LengthOf(b)) std::swap(a, b);
    best_a_.assign(LengthOf(a), 0);
    best_b_.assign(LengthOf(b), 0);
    for (const TermHit& hit : hits_) {
      float& in_a = best_a_[static_cast<size_t>(hit.at)];
      float& in_b = best_b_[static_cast<size_t>(hit.other)];
      in_a = std::max(in_a, hit.strength);
      in_b = std::max(in_b, hit.strength);
    }
    return std::max(HeldOf(a, evidence_.LanguageOf(b), best_a_), HeldOf(b, evidence_.LanguageOf(a), best_b_));
  }

  // The evidence of a sentence that is matched, as a share of all that could be.
  double HeldOf(int sentence, int language, const std::vector<float>& best) const {
    double held[2] = {0, 0}, all[2] = {0, 0};  // Of words that no dictionary knows, and of everything else.
    bool translated = false;
    for (size_t i = 0; i < best.size(); ++i) {
      const int term = evidence_.TermsOf(sentence)[i];
      const StoryTerm& word = story_.terms[static_cast<size_t>(term)];
      const bool told = word.term_class != TermClass::kWord || IsKnown(word, language);
      translated = translated || (told && word.term_class == TermClass::kWord);
      const double up = evidence_.Of(term, language).up;
      held[told] += up * best[i];
      all[told] += up;
    }
    const double unknown = translated ? kUnknownShare : 1;
    const double whole = all[1] + unknown * all[0];
    return whole > 0 ? (held[1] + unknown * held[0]) / whole : 0;
  }

  const Story& story_;
  const TermMatches& matches_;
  const TermEvidence evidence_;
  MatchedTerms matched_;
  EvidenceSums sums_;
  std::vector<TermHit> hits_;
  double gains_ = 0;           // What the matches added in the last WindowScore.
  std::vector<float> best_a_;  // By term of the first sentence; zero between windows.
  std::vector<float> best_b_;
};

}  // namespace

PairScores ScorePairs(const Story& story, const TermMatches& matches,
                      std::span<const AssumedMatch> assumed) {
  return Scorer(story, matches).Score(assumed);
}

}  // namespace polygist::summary
