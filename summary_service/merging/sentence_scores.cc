#include "summary_service/merging/sentence_scores.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace polygist::summary {
namespace {

// p: the chance that a sentence of this story matches the term; shrunk towards the chance in any
// text.
constexpr double kPriorWeight = 9;
constexpr double kLeastChance = 1e-4;
constexpr double kMostChance = 0.97;
// up is cut here: one rare term must not decide alone.
constexpr double kMostUp = 6.5;
// Nats added to the possible evidence of each sentence: short ones cannot be sure of anything.
constexpr double kShortness = 20;
// Terms with less evidence than this do not propose candidates.
constexpr double kLeastProposal = 0.5;
// Candidates of one sentence: in each other article, and over all.
constexpr size_t kPerArticle = 6;
constexpr size_t kPerSentence = 48;
constexpr size_t kMostHolders = 250;
// Candidates that share less than this part of what the best one shares are not worth scoring.
constexpr double kLeastShare = 0.3;
constexpr size_t kAsked = 128;  // Best sentences looked at, before the limits above.
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

// Whether a rendering in `language` could be expected to show the word.
bool IsKnown(const StoryTerm& term, int language) {
  return term.language == language || (language < 32 && (term.known_in >> language & 1) != 0);
}

// r: the chance that a rendering of the sentence in `language` carries a match of the term.
double Rendered(const StoryTerm& term, int language) {
  if (term.language == language) return term.term_class == TermClass::kName ? 0.75 : 0.5;
  switch (term.term_class) {
    case TermClass::kNumber:
      return 0.85;
    case TermClass::kKey:
      return 0.75;
    case TermClass::kName:
      return 0.65;
    case TermClass::kWord:
      return IsKnown(term, language) ? 0.5 : 0.16;
  }
  return 0;
}

// The chance in any text, where nothing is known about the term.
double AnyTextChance(const StoryTerm& term) {
  switch (term.term_class) {
    case TermClass::kNumber:
      return 0.008;
    case TermClass::kKey:
      return 0.015;
    case TermClass::kName:
      return 0.008;
    default:
      return 0.01;
  }
}

struct Evidence {
  double up = 0;
  double dn = 0;
};

struct Side {
  std::vector<int> terms;  // Distinct, in reading order.
};

struct Hit {
  int at = 0;     // Position in the shorter sentence.
  int other = 0;  // Position in the longer one.
  float strength = 0;
};

// A position of the first sentence that a term matches; the term's others are linked behind it.
struct FirstHit {
  int at = 0;
  float strength = 0;
  int next = -1;
};

class Scorer {
 public:
  Scorer(const Story& story, const std::vector<std::vector<TermMatch>>& matches)
      : story_(story), matches_(matches) {}

  PairScores Score(std::span<const AssumedMatch> assumed) {
    ReadSides();
    WeighTerms();
    std::vector<std::pair<int, int>> pairs = Candidates();
    sums_.resize(Count() * Languages());
    PairScores scores;
    scores.pairs.reserve(pairs.size());
    int first = -1;
    for (const auto& [a, b] : pairs) {
      if (a != first) IndexFirst(first = a);
      FindHits(b);
      const double score = PairOf(a, b);
      scores.pairs.push_back({a, b, score, score < kLeastShared ? 0 : Shared(a, b)});
    }
    for (const AssumedMatch& one : assumed) {
      if (one.a != first) IndexFirst(first = one.a);
      FindHits(one.b);
      hits_.push_back({PlaceOf(one.a, one.term_a), PlaceOf(one.b, one.term_b), kAssumed});
      scores.assumed.push_back({one.a, one.b, PairOf(one.a, one.b), 0});
    }
    return scores;
  }

 private:
  size_t Count() const { return story_.sentences.size(); }
  size_t Languages() const { return story_.languages.size(); }
  const StorySentence& At(int sentence) const {
    return story_.sentences[static_cast<size_t>(sentence)];
  }
  const Evidence& Weight(int term, int language) const {
    return evidence_[static_cast<size_t>(term) * Languages() + static_cast<size_t>(language)];
  }

  void ReadSides() {
    sides_.resize(Count());
    sentences_of_.resize(story_.terms.size());
    language_size_.assign(Languages(), 0);
    for (size_t s = 0; s < Count(); ++s) {
      const StorySentence& sentence = story_.sentences[s];
      articles_.push_back(sentence.article);
      languages_.push_back(sentence.language);
      if (!sentence.uses.empty()) ++language_size_[static_cast<size_t>(sentence.language)];
      for (const TermUse& use : sentence.uses) {
        std::vector<int>& holders = sentences_of_[static_cast<size_t>(use.term)];
        if (!holders.empty() && holders.back() == static_cast<int>(s)) continue;
        holders.push_back(static_cast<int>(s));
        sides_[s].terms.push_back(use.term);
      }
    }
  }

  // Evidence of every term against every language.
  void WeighTerms() {
    evidence_.resize(story_.terms.size() * Languages());
    most_up_.assign(story_.terms.size(), 0);
    std::vector<float> best(Count(), 0);
    std::vector<int> touched;
    std::vector<double> frequency(Languages());
    for (size_t term = 0; term < story_.terms.size(); ++term) {
      touched.clear();
      for (const TermMatch& match : matches_[term]) {
        for (const int sentence : sentences_of_[static_cast<size_t>(match.term)]) {
          float& strength = best[static_cast<size_t>(sentence)];
          if (strength == 0) touched.push_back(sentence);
          strength = std::max(strength, match.strength);
        }
      }
      // In any order: sums of that many floats are exact in doubles.
      std::fill(frequency.begin(), frequency.end(), 0);
      for (const int sentence : touched) {
        frequency[static_cast<size_t>(languages_[static_cast<size_t>(sentence)])] +=
            best[static_cast<size_t>(sentence)];
        best[static_cast<size_t>(sentence)] = 0;
      }
      for (size_t language = 0; language < Languages(); ++language) {
        const Evidence weight = EvidenceOf(story_.terms[term], static_cast<int>(language),
                                           frequency[language], language_size_[language]);
        evidence_[term * Languages() + language] = weight;
        most_up_[term] = std::max(most_up_[term], weight.up);
      }
    }
  }

  static Evidence EvidenceOf(const StoryTerm& term, int language, double frequency,
                             double sentences) {
    double p = (frequency + kPriorWeight * AnyTextChance(term)) / (sentences + kPriorWeight);
    p = std::clamp(p, kLeastChance, kMostChance);
    const double r = std::min(0.99, std::max(Rendered(term, language), 1.05 * p));
    return {std::clamp(std::log(r / p), 0.0, kMostUp), std::log((1 - r) / (1 - p))};
  }

  // Pairs (a < b) that either side proposes, ascending.
  std::vector<std::pair<int, int>> Candidates() {
    std::vector<std::pair<int, int>> pairs;
    std::vector<double> shared(Count(), 0);
    std::vector<int> met;
    proposes_.resize(story_.terms.size());
    for (size_t term = 0; term < proposes_.size(); ++term) proposes_[term] = Proposes(term);
    for (size_t a = 0; a < Count(); ++a) {
      met.clear();
      for (const int term : sides_[a].terms) Propose(static_cast<int>(a), term, &shared, &met);
      KeepBest(static_cast<int>(a), shared, &met, &pairs);
      for (const int b : met) shared[static_cast<size_t>(b)] = 0;
    }
    std::sort(pairs.begin(), pairs.end());
    pairs.erase(std::unique(pairs.begin(), pairs.end()), pairs.end());
    return pairs;
  }

  // In stories of thousands of sentences, words that hundreds share propose nothing that rarer ones
  // would not, and cost most.
  bool Proposes(size_t term) const {
    if (most_up_[term] < kLeastProposal) return false;
    size_t holders = 0;
    for (const TermMatch& match : matches_[term]) holders += sentences_of_[static_cast<size_t>(match.term)].size();
    return holders <= std::max(kMostHolders, Count() / 25);
  }

  void Propose(int a, int term, std::vector<double>* shared, std::vector<int>* met) const {
    if (!proposes_[static_cast<size_t>(term)]) return;
    for (const TermMatch& match : matches_[static_cast<size_t>(term)]) {
      for (const int b : sentences_of_[static_cast<size_t>(match.term)]) {
        if (articles_[static_cast<size_t>(b)] == articles_[static_cast<size_t>(a)]) continue;
        const Evidence& weight = Weight(term, languages_[static_cast<size_t>(b)]);
        if (weight.up < kLeastProposal) continue;
        double& sum = (*shared)[static_cast<size_t>(b)];
        if (sum == 0) met->push_back(b);
        sum += match.strength * (weight.up - weight.dn);
      }
    }
  }

  void KeepBest(int a, const std::vector<double>& shared, std::vector<int>* met,
                std::vector<std::pair<int, int>>* pairs) const {
    const auto is_better = [&](int x, int y) {
      const double sx = shared[static_cast<size_t>(x)], sy = shared[static_cast<size_t>(y)];
      return sx != sy ? sx > sy : x < y;
    };
    std::vector<int> order = *met;
    const size_t asked = std::min(order.size(), kAsked);
    std::partial_sort(order.begin(), order.begin() + static_cast<std::ptrdiff_t>(asked),
                      order.end(), is_better);
    order.resize(asked);
    if (!order.empty()) {
      const double least = kLeastShare * shared[static_cast<size_t>(order.front())];
      std::erase_if(order, [&](int b) { return shared[static_cast<size_t>(b)] < least; });
    }
    std::vector<std::pair<int, size_t>> taken;  // Article, count.
    size_t total = 0;
    for (const int b : order) {
      auto place = std::find_if(taken.begin(), taken.end(),
                                [&](const auto& t) { return t.first == At(b).article; });
      if (place == taken.end()) place = taken.insert(taken.end(), {At(b).article, 0});
      if (++place->second > kPerArticle) continue;
      pairs->push_back({std::min(a, b), std::max(a, b)});
      if (++total == kPerSentence) break;
    }
  }

  int PlaceOf(int sentence, int term) const {
    const std::vector<int>& terms = sides_[static_cast<size_t>(sentence)].terms;
    return static_cast<int>(std::find(terms.begin(), terms.end(), term) - terms.begin());
  }

  // By the hits that PairOf left, from the shorter sentence to the longer one: how much of the sentence that the other
  // one holds more of is held.
  double Shared(int a, int b) {
    if (sides_[static_cast<size_t>(a)].terms.size() > sides_[static_cast<size_t>(b)].terms.size()) std::swap(a, b);
    best_a_.assign(sides_[static_cast<size_t>(a)].terms.size(), 0);
    best_b_.assign(sides_[static_cast<size_t>(b)].terms.size(), 0);
    for (const Hit& hit : hits_) {
      float& in_a = best_a_[static_cast<size_t>(hit.at)];
      float& in_b = best_b_[static_cast<size_t>(hit.other)];
      in_a = std::max(in_a, hit.strength);
      in_b = std::max(in_b, hit.strength);
    }
    return std::max(HeldOf(a, At(b).language, best_a_), HeldOf(b, At(a).language, best_b_));
  }

  // The evidence of a sentence that is matched, as a share of all that could be.
  double HeldOf(int sentence, int language, const std::vector<float>& best) const {
    double held[2] = {0, 0}, all[2] = {0, 0};  // Of words that no dictionary knows, and of everything else.
    bool translated = false;
    for (size_t i = 0; i < best.size(); ++i) {
      const int term = sides_[static_cast<size_t>(sentence)].terms[i];
      const StoryTerm& word = story_.terms[static_cast<size_t>(term)];
      const bool told = word.term_class != TermClass::kWord || IsKnown(word, language);
      translated = translated || (told && word.term_class == TermClass::kWord);
      held[told] += Weight(term, language).up * best[i];
      all[told] += Weight(term, language).up;
    }
    const double unknown = translated ? kUnknownShare : 1;
    const double whole = all[1] + unknown * all[0];
    return whole > 0 ? (held[1] + unknown * held[0]) / whole : 0;
  }

  // By the hits found.
  double PairOf(int a, int b) {
    // From here on the second sentence is the longer one.
    if (sides_[static_cast<size_t>(a)].terms.size() > sides_[static_cast<size_t>(b)].terms.size()) {
      std::swap(a, b);
      for (Hit& hit : hits_) std::swap(hit.at, hit.other);
    }
    const auto length_a = static_cast<int>(sides_[static_cast<size_t>(a)].terms.size());
    const auto length_b = static_cast<int>(sides_[static_cast<size_t>(b)].terms.size());
    best_a_.assign(static_cast<size_t>(length_a), 0);
    best_b_.assign(static_cast<size_t>(length_b), 0);
    double best = WindowScore(a, b, 0, length_b);
    if (length_b <= kWindowRatio * length_a || MostOfWindows(a, b) - kWindowPenalty <= best) return best;
    for (const double factor : kWindowLengths) {
      const int length = std::max(1, static_cast<int>(factor * length_a));
      if (length >= length_b) continue;
      const int step = std::max(1, length / 4);
      for (int begin = 0; begin < length_b; begin += step) {
        const int end = std::min(begin + length, length_b);
        best = std::max(best, WindowScore(a, b, begin, end) - kWindowPenalty);
        if (end == length_b) break;
      }
    }
    return best;
  }

  // Notes what the terms of sentence a match, for all its partners.
  void IndexFirst(int a) {
    if (first_of_.empty()) first_of_.assign(story_.terms.size(), -1);
    for (const int term : indexed_) first_of_[static_cast<size_t>(term)] = -1;
    indexed_.clear();
    first_hits_.clear();
    const std::vector<int>& terms = sides_[static_cast<size_t>(a)].terms;
    for (size_t at = 0; at < terms.size(); ++at) {
      for (const TermMatch& match : matches_[static_cast<size_t>(terms[at])]) {
        int& first = first_of_[static_cast<size_t>(match.term)];
        if (first < 0) indexed_.push_back(match.term);
        first_hits_.push_back({static_cast<int>(at), match.strength, first});
        first = static_cast<int>(first_hits_.size()) - 1;
      }
    }
  }

  // Of the indexed sentence and b.
  void FindHits(int b) {
    hits_.clear();
    const std::vector<int>& terms = sides_[static_cast<size_t>(b)].terms;
    for (size_t other = 0; other < terms.size(); ++other) {
      for (int i = first_of_[static_cast<size_t>(terms[other])]; i >= 0; i = first_hits_[static_cast<size_t>(i)].next) {
        const FirstHit& hit = first_hits_[static_cast<size_t>(i)];
        hits_.push_back({hit.at, static_cast<int>(other), hit.strength});
      }
    }
  }

  // The score of sentence a against the terms [begin, end) of sentence b: as if nothing matched,
  // and then what the matches make better.
  double WindowScore(int a, int b, int begin, int end) {
    const std::vector<Evidence>& before_a = SumsOf(a, At(b).language);
    const std::vector<Evidence>& before_b = SumsOf(b, At(a).language);
    const auto from = static_cast<size_t>(begin), to = static_cast<size_t>(end);
    double sum = before_a.back().dn + before_b[to].dn - before_b[from].dn;
    const double up_a = before_a.back().up, up_b = before_b[to].up - before_b[from].up;
    if (up_a <= 0 || up_b <= 0) return -1;
    gains_ = 0;
    for (const Hit& hit : hits_) {
      if (hit.other < begin || hit.other >= end) continue;
      gains_ += Gain(a, hit.at, At(b).language, hit.strength, &best_a_);
      gains_ += Gain(b, hit.other, At(a).language, hit.strength, &best_b_);
    }
    sum += gains_;
    for (const Hit& hit : hits_)
      best_a_[static_cast<size_t>(hit.at)] = best_b_[static_cast<size_t>(hit.other)] = 0;
    return sum / std::sqrt((up_a + kShortness) * (up_b + kShortness));
  }

  // No window of b scores higher: all matches of the last WindowScore, and nothing of b that goes unmatched.
  double MostOfWindows(int a, int b) {
    const Evidence all_a = SumsOf(a, At(b).language).back();
    const double sum = all_a.dn + gains_;
    const double up_b = sum > 0 ? 0 : SumsOf(b, At(a).language).back().up;
    return sum / std::sqrt((all_a.up + kShortness) * (up_b + kShortness));
  }

  // What a match adds to the evidence of the term at `at` beyond the best one seen so far.
  double Gain(int sentence, int at, int language, float strength, std::vector<float>* best) const {
    float& seen = (*best)[static_cast<size_t>(at)];
    if (strength <= seen) return 0;
    const Evidence& weight =
        Weight(sides_[static_cast<size_t>(sentence)].terms[static_cast<size_t>(at)], language);
    const double gain = (strength - seen) * (weight.up - weight.dn);
    seen = strength;
    return gain;
  }

  // Sums of the evidence of a sentence's first terms against a language; one more than there are
  // terms.
  const std::vector<Evidence>& SumsOf(int sentence, int language) {
    std::vector<Evidence>& sums =
        sums_[static_cast<size_t>(sentence) * Languages() + static_cast<size_t>(language)];
    if (sums.empty()) {
      sums.push_back({});
      for (const int term : sides_[static_cast<size_t>(sentence)].terms) {
        const Evidence& weight = Weight(term, language);
        sums.push_back({sums.back().up + weight.up, sums.back().dn + weight.dn});
      }
    }
    return sums;
  }

  const Story& story_;
  const std::vector<std::vector<TermMatch>>& matches_;
  std::vector<int> articles_, languages_;  // By sentence; what is asked most lies side by side.
  std::vector<Side> sides_;
  std::vector<std::vector<int>> sentences_of_;  // By term.
  std::vector<double> language_size_;           // Sentences with terms, by language.
  std::vector<Evidence> evidence_;              // By term and language.
  std::vector<double> most_up_;                 // By term.
  std::vector<char> proposes_;                  // By term: whether it proposes candidates.
  std::vector<int> first_of_;                   // By term: index into first_hits_, or -1.
  std::vector<FirstHit> first_hits_;
  std::vector<int> indexed_;  // Terms with an entry in first_of_.
  std::vector<Hit> hits_;
  double gains_ = 0;  // What the matches added in the last WindowScore.
  std::vector<std::vector<Evidence>> sums_;  // By sentence and language, made when first asked for.
  std::vector<float> best_a_;                // By term of the first sentence; zero between windows.
  std::vector<float> best_b_;
};

}  // namespace

PairScores ScorePairs(const Story& story, const std::vector<std::vector<TermMatch>>& matches,
                      std::span<const AssumedMatch> assumed) {
  return Scorer(story, matches).Score(assumed);
}

}  // namespace polygist::summary
