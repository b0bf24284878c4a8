#include "summary_service/merging/align_sentences.h"

#include <algorithm>
#include <cmath>
#include <map>
#include <utility>

#include "summary_service/merging/sentence_scores.h"

namespace polygist::summary {
namespace {

// Cross-domain similarity local scaling (Conneau et al. 2018, section 2.3): a score counts against what
// both sentences reach elsewhere.
constexpr double kLocalScaling = 0.35;
constexpr double kNotMutuallyBest = 0.1;
// What a sentence without a second candidate would have scored there.
constexpr double kNoCandidate = -0.2;
// The scaled score of even odds, and the one that is as good as certain.
constexpr double kEvenOdds = -0.02;
constexpr double kCertain = 0.8;

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
  const double above = scaled >= kEvenOdds ? (scaled - kEvenOdds) / (kCertain - kEvenOdds) : scaled - kEvenOdds;
  return static_cast<int>(std::lround(std::clamp(500 + 500 * above, 0.0, 1000.0)));
}

}  // namespace

std::vector<SentenceLink> LinkSentences(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                        const LinkOptions& options) {
  const Story story = ReadStory(articles, lexicon);
  return LinkStory(story, MatchTerms(story), options);
}

std::vector<SentenceLink> LinkStory(const Story& story, const std::vector<std::vector<TermMatch>>& matches,
                                    const LinkOptions& options) {
  const std::vector<PairScore> scores = ScorePairs(story, matches);
  std::map<std::pair<int, int>, Best> best;  // By sentence and article of the other.
  const auto article_of = [&](int sentence) { return story.sentences[static_cast<size_t>(sentence)].article; };
  for (const PairScore& pair : scores) {
    best[{pair.a, article_of(pair.b)}].Offer(pair.score, pair.b);
    best[{pair.b, article_of(pair.a)}].Offer(pair.score, pair.a);
  }
  std::vector<SentenceLink> links;
  for (const PairScore& pair : scores) {
    const Best& row = best[{pair.a, article_of(pair.b)}];
    const Best& column = best[{pair.b, article_of(pair.a)}];
    double scaled = pair.score - kLocalScaling * (row.Mean() + column.Mean());
    if (row.partner != pair.b || column.partner != pair.a) scaled -= kNotMutuallyBest;
    const int strength = StrengthOf(scaled);
    if (strength >= options.least_strength_permille) links.push_back({pair.a, pair.b, strength});
  }
  return links;
}

}  // namespace polygist::summary
