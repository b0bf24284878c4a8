#include "summary_service/merging/align_sentences.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "summary_service/merging/sentence_scores.h"

namespace polygist::summary {
namespace {

// Cross-domain similarity local scaling (Conneau et al. 2018, section 2.3): a score counts against
// what both sentences reach elsewhere.
constexpr double kLocalScaling = 0.35;
constexpr double kNotMutuallyBest = 0.12;
// What a sentence without a second candidate would have scored there.
constexpr double kNoCandidate = -0.2;
// The scaled score of even odds, and the one that is as good as certain.
constexpr double kEvenOdds = -0.015;
constexpr double kCertain = 0.8;

// What a link between the neighbours, and links to a sentence of a third article, add: a share of
// how far they stand above even odds, up to a limit.
constexpr double kNeighbourShare = 0.25;
constexpr double kLeastNeighbour = 0.1;
constexpr double kMostNeighbour = 0.3;
constexpr double kThirdShare = 1.0;
constexpr double kMostThird = 0.3;

// Pairs this far below even odds are dropped before support is counted: it cannot lift them.
constexpr double kHopeless = 0.5;

// The best two scores of a sentence in one other article.
struct Best {
  double first = kNoCandidate;
  double second = kNoCandidate;
  int partner = -1;

  double Mean() const { return (first + second) / 2; }
  void Offer(double score, int other) {
    if (partner < 0 || score > first) {
      second = partner < 0 ? kNoCandidate : std::max(second, first);
      first = score;
      partner = other;
    } else {
      second = std::max(second, score);
    }
  }
};

int StrengthOf(double scaled) {
  const double above =
      scaled >= kEvenOdds ? (scaled - kEvenOdds) / (kCertain - kEvenOdds) : scaled - kEvenOdds;
  return static_cast<int>(std::lround(std::clamp(500 + 500 * above, 0.0, 1000.0)));
}

int ArticleOf(const Story& story, int sentence) {
  return story.sentences[static_cast<size_t>(sentence)].article;
}

// What the sentences of a story reach in each other article.
class LocalScaling {
 public:
  LocalScaling(const Story& story, const std::vector<PairScore>& pairs) : story_(story) {
    for (const PairScore& pair : pairs) {
      best_[Key(pair.a, pair.b)].Offer(pair.score, pair.b);
      best_[Key(pair.b, pair.a)].Offer(pair.score, pair.a);
    }
  }

  double Scaled(const PairScore& pair) const {
    const Best row = With(pair.score, pair.a, pair.b), column = With(pair.score, pair.b, pair.a);
    const bool mutual = row.partner == pair.b && column.partner == pair.a;
    return pair.score - kLocalScaling * (row.Mean() + column.Mean()) - (mutual ? 0 : kNotMutuallyBest);
  }

 private:
  // By sentence and article of the other.
  uint64_t Key(int sentence, int other) const {
    return static_cast<uint64_t>(sentence) << 32 | static_cast<uint32_t>(ArticleOf(story_, other));
  }

  // What the sentence reaches, with this score for `other` if it is higher than the one it has.
  Best With(double score, int sentence, int other) const {
    const auto place = best_.find(Key(sentence, other));
    Best best = place == best_.end() ? Best{} : place->second;
    if (best.partner == other) best.first = std::max(best.first, score);
    else if (score > best.first) best.Offer(score, other);
    return best;
  }

  const Story& story_;
  absl::flat_hash_map<uint64_t, Best> best_;
};

// Scores by both sentences, for looking up pairs; those that were never asked are very low.
class ScoreTable {
 public:
  explicit ScoreTable(const std::vector<PairScore>& pairs) {
    scores_.reserve(pairs.size());
    for (const PairScore& pair : pairs) scores_[Key(pair.a, pair.b)] = pair.score;
  }
  double At(int a, int b) const {
    const auto place = scores_.find(Key(std::min(a, b), std::max(a, b)));
    return place == scores_.end() ? -1 : place->second;
  }

 private:
  static uint64_t Key(int a, int b) {
    return static_cast<uint64_t>(a) << 32 | static_cast<uint32_t>(b);
  }
  absl::flat_hash_map<uint64_t, double> scores_;
};

// Reports follow each other: when the sentences beside two sentences say the same, so may these.
void AddNeighbours(const Story& story, const ScoreTable& before, std::vector<PairScore>* pairs) {
  const auto count = static_cast<int>(story.sentences.size());
  const auto is_beside = [&](int sentence, int other) {
    return other >= 0 && other < count && ArticleOf(story, other) == ArticleOf(story, sentence);
  };
  for (PairScore& pair : *pairs) {
    double best = 0;
    for (const int a : {pair.a - 1, pair.a + 1}) {
      for (const int b : {pair.b - 1, pair.b + 1}) {
        if (is_beside(pair.a, a) && is_beside(pair.b, b))
          best = std::max(best, before.At(a, b) - kEvenOdds);
      }
    }
    pair.score += kNeighbourShare * std::clamp(best - kLeastNeighbour, 0.0, kMostNeighbour);
  }
}

// Two sentences that both say what a sentence of a third article says.
class ThirdArticles {
 public:
  ThirdArticles(const Story& story, const std::vector<PairScore>& pairs)
      : story_(story), before_(pairs), linked_(story.sentences.size()) {
    for (const PairScore& pair : pairs) {
      if (pair.score < kEvenOdds) continue;
      linked_[static_cast<size_t>(pair.a)].push_back(pair.b);
      linked_[static_cast<size_t>(pair.b)].push_back(pair.a);
    }
  }

  void AddTo(std::vector<PairScore>* pairs) const {
    for (PairScore& pair : *pairs) {
      if (pair.score >= kEvenOdds - kThirdShare * kMostThird - kLeastNeighbour)
        pair.score += kThirdShare * std::min(SupportOf(pair), kMostThird);
    }
  }

 private:
  double SupportOf(const PairScore& pair) const {
    double best = 0;
    for (const int third : linked_[static_cast<size_t>(pair.a)]) {
      if (ArticleOf(story_, third) == ArticleOf(story_, pair.b)) continue;
      best = std::max(best, std::min(before_.At(pair.a, third), before_.At(pair.b, third)) - kEvenOdds);
    }
    return best;
  }

  const Story& story_;
  const ScoreTable before_;
  std::vector<std::vector<int>> linked_;  // By sentence.
};

std::vector<SentenceLink> LinksOf(const std::vector<PairScore>& pairs, int least_strength_permille) {
  std::vector<SentenceLink> links;
  for (const PairScore& pair : pairs) {
    const int strength = StrengthOf(pair.score);
    if (strength >= least_strength_permille) links.push_back({pair.a, pair.b, strength, static_cast<int>(std::lround(1000 * pair.shared))});
  }
  return links;
}

}  // namespace

std::vector<SentenceLink> LinkSentences(std::span<const SourceArticle> articles,
                                        const Lexicon* lexicon, const LinkOptions& options) {
  const Story story = ReadStory(articles, lexicon);
  return LinkStory(story, MatchTerms(story), options).links;
}

StoryLinks LinkStory(const Story& story, const std::vector<std::vector<TermMatch>>& matches,
                     const LinkOptions& options, std::span<const AssumedMatch> assumed) {
  PairScores scores = ScorePairs(story, matches, assumed);
  const LocalScaling scaling(story, scores.pairs);
  for (PairScore& pair : scores.pairs) pair.score = scaling.Scaled(pair);
  for (PairScore& pair : scores.assumed) pair.score = scaling.Scaled(pair);
  std::erase_if(scores.pairs, [](const PairScore& pair) { return pair.score < kEvenOdds - kHopeless; });
  const ScoreTable alone(scores.pairs);
  for (auto* pairs : {&scores.pairs, &scores.assumed}) AddNeighbours(story, alone, pairs);
  const ThirdArticles thirds(story, scores.pairs);
  for (auto* pairs : {&scores.pairs, &scores.assumed}) thirds.AddTo(pairs);
  StoryLinks links{LinksOf(scores.pairs, options.least_strength_permille), {}};
  for (const PairScore& pair : scores.assumed) links.assumed_permille.push_back(StrengthOf(pair.score));
  return links;
}

}  // namespace polygist::summary
