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

void ScaleLocally(const Story& story, std::vector<PairScore>* pairs) {
  absl::flat_hash_map<uint64_t, Best> best;  // By sentence and article of the other.
  const auto key = [&](int sentence, int other) {
    return static_cast<uint64_t>(sentence) << 32 | static_cast<uint32_t>(ArticleOf(story, other));
  };
  for (const PairScore& pair : *pairs) {
    best[key(pair.a, pair.b)].Offer(pair.score, pair.b);
    best[key(pair.b, pair.a)].Offer(pair.score, pair.a);
  }
  for (PairScore& pair : *pairs) {
    const Best& row = best[key(pair.a, pair.b)];
    const Best& column = best[key(pair.b, pair.a)];
    pair.score -= kLocalScaling * (row.Mean() + column.Mean());
    if (row.partner != pair.b || column.partner != pair.a) pair.score -= kNotMutuallyBest;
  }
}

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
void AddNeighbours(const Story& story, std::vector<PairScore>* pairs) {
  const ScoreTable before(*pairs);
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
void AddThirdArticles(const Story& story, std::vector<PairScore>* pairs) {
  const ScoreTable before(*pairs);
  std::vector<std::vector<int>> linked(story.sentences.size());
  for (const PairScore& pair : *pairs) {
    if (pair.score < kEvenOdds) continue;
    linked[static_cast<size_t>(pair.a)].push_back(pair.b);
    linked[static_cast<size_t>(pair.b)].push_back(pair.a);
  }
  for (PairScore& pair : *pairs) {
    if (pair.score < kEvenOdds - kThirdShare * kMostThird - kLeastNeighbour) continue;
    double best = 0;
    for (const int third : linked[static_cast<size_t>(pair.a)]) {
      if (ArticleOf(story, third) == ArticleOf(story, pair.b)) continue;
      best =
          std::max(best, std::min(before.At(pair.a, third), before.At(pair.b, third)) - kEvenOdds);
    }
    pair.score += kThirdShare * std::min(best, kMostThird);
  }
}

}  // namespace

std::vector<SentenceLink> LinkSentences(std::span<const SourceArticle> articles,
                                        const Lexicon* lexicon, const LinkOptions& options) {
  const Story story = ReadStory(articles, lexicon);
  return LinkStory(story, MatchTerms(story), options);
}

std::vector<SentenceLink> LinkStory(const Story& story,
                                    const std::vector<std::vector<TermMatch>>& matches,
                                    const LinkOptions& options) {
  std::vector<PairScore> pairs = ScorePairs(story, matches);
  ScaleLocally(story, &pairs);
  std::erase_if(pairs, [](const PairScore& pair) { return pair.score < kEvenOdds - kHopeless; });
  AddNeighbours(story, &pairs);
  AddThirdArticles(story, &pairs);
  std::vector<SentenceLink> links;
  for (const PairScore& pair : pairs) {
    const int strength = StrengthOf(pair.score);
    if (strength >= options.least_strength_permille) links.push_back({pair.a, pair.b, strength});
  }
  return links;
}

}  // namespace polygist::summary
