#include "summary_service/merging/align_sentences.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <iterator>
#include <utility>

#include "summary_service/merging/pair_values.h"
#include "summary_service/merging/sentence_scores.h"

namespace polygist::summary {
namespace {

// Cross-domain similarity local scaling (Conneau et al. 2018, section 2.3): a score counts against
// what both sentences reach elsewhere.
constexpr double kLocalScaling = 0.35;
constexpr double kNotMutuallyBest = 0.12;
// What a sentence without a second candidate would have scored there.
constexpr float kNoCandidate = -0.2f;
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

// Sentences that share names alone are no more surely linked than this.
constexpr int kNamesAlone = 549;

// The best two scores of a sentence in one other article.
struct Best {
  float first = kNoCandidate;
  float second = kNoCandidate;
  int partner = -1;

  double Mean() const { return (static_cast<double>(first) + second) / 2; }
  void Offer(float score, int other) {
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

int ArticleOf(const Story& story, int sentence) { return story.sentences[static_cast<size_t>(sentence)].article; }

// What the sentences of a story reach in each other article.
class LocalScaling {
 public:
  // `pairs` ascend, and with them the articles that a sentence meets: first where it is the second of a pair.
  LocalScaling(const Story& story, const std::vector<PairScore>& pairs) {
    articles_.reserve(story.sentences.size());
    for (const StorySentence& sentence : story.sentences) articles_.push_back(sentence.article);
    std::vector<int> last(articles_.size(), -1);
    std::vector<uint32_t> sizes(articles_.size());
    const auto count = [&](int sentence, int other) {
      if (std::exchange(last[At(sentence)], articles_[At(other)]) != articles_[At(other)]) ++sizes[At(sentence)];
    };
    for (const PairScore& pair : pairs) count(pair.a, pair.b), count(pair.b, pair.a);
    for (const uint32_t size : sizes) ends_.push_back((ends_.empty() ? 0 : ends_.back()) + size);
    best_.resize(ends_.empty() ? 0 : ends_.back());
    std::vector<uint32_t> filled(sizes.size());
    const auto offer = [&](int sentence, int other, float score) {
      const size_t begin = BeginOf(sentence);
      uint32_t& count = filled[At(sentence)];
      count += count == 0 || ArticleOf(best_[begin + count - 1]) != articles_[At(other)];
      best_[begin + count - 1].Offer(score, other);
    };
    for (const PairScore& pair : pairs) {
      const auto score = static_cast<float>(pair.score);
      offer(pair.a, pair.b, score), offer(pair.b, pair.a, score);
    }
  }

  // The pairs it was made of.
  void ScaleOwn(std::vector<PairScore>* pairs) const {
    std::vector<uint32_t> at(ends_.size());  // By sentence: the place in best_ of the article that it meets now.
    for (size_t sentence = 1; sentence < at.size(); ++sentence) at[sentence] = ends_[sentence - 1];
    const auto best_of = [&](int sentence, int other) -> const Best& {
      while (ArticleOf(best_[at[At(sentence)]]) != articles_[At(other)]) ++at[At(sentence)];
      return best_[at[At(sentence)]];
    };
    for (PairScore& pair : *pairs) pair.score = Scaled(pair, best_of(pair.a, pair.b), best_of(pair.b, pair.a));
  }

  // Others, or with other scores.
  void Scale(std::vector<PairScore>* pairs) const {
    for (PairScore& pair : *pairs) {
      pair.score = Scaled(pair, With(pair.score, pair.a, pair.b), With(pair.score, pair.b, pair.a));
    }
  }

 private:
  static size_t At(int sentence) { return static_cast<size_t>(sentence); }

  static double Scaled(const PairScore& pair, const Best& row, const Best& column) {
    const bool mutual = row.partner == pair.b && column.partner == pair.a;
    return pair.score - kLocalScaling * (row.Mean() + column.Mean()) - (mutual ? 0 : kNotMutuallyBest);
  }

  uint32_t BeginOf(int sentence) const { return sentence == 0 ? 0 : ends_[At(sentence) - 1]; }

  // What the sentence reaches, with this score for `other` if it is higher than the one it has.
  Best With(float score, int sentence, int other) const {
    const auto begin = best_.begin() + BeginOf(sentence), end = best_.begin() + ends_[At(sentence)];
    const int article = articles_[At(other)];
    const auto place = std::lower_bound(
        begin, end, article, [&](const Best& in_article, int wanted) { return ArticleOf(in_article) < wanted; });
    Best best = place != end && ArticleOf(*place) == article ? *place : Best{};
    if (best.partner == other)
      best.first = std::max(best.first, score);
    else if (score > best.first)
      best.Offer(score, other);
    return best;
  }

  int ArticleOf(const Best& best) const { return articles_[At(best.partner)]; }

  std::vector<int> articles_;   // By sentence: its own.
  std::vector<uint32_t> ends_;  // By sentence, into best_.
  std::vector<Best> best_;      // By sentence: in each article that it meets, ascending.
};

// Scores as they were; those below `least`, or never asked, are very low.
class ScoreTable {
 public:
  // `pairs` ascend.
  ScoreTable(const Story& story, const std::vector<PairScore>& pairs, double least)
      : scores_(story.sentences.size(), From(pairs, least), [](const PairScore& pair) { return pair.score; }) {}

  double At(int a, int b) const { return scores_.At(a, b, -1); }

 private:
  static std::vector<PairScore> From(const std::vector<PairScore>& pairs, double least) {
    std::vector<PairScore> kept;
    std::copy_if(pairs.begin(), pairs.end(), std::back_inserter(kept),
                 [&](const PairScore& pair) { return pair.score >= least; });
    return kept;
  }

  PairValues<float> scores_;
};

void ScaleLocally(const Story& story, PairScores* scores) {
  const LocalScaling scaling(story, scores->pairs);
  scaling.ScaleOwn(&scores->pairs);
  scaling.Scale(&scores->assumed);
}

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
        if (is_beside(pair.a, a) && is_beside(pair.b, b)) best = std::max(best, before.At(a, b) - kEvenOdds);
      }
    }
    pair.score += kNeighbourShare * std::clamp(best - kLeastNeighbour, 0.0, kMostNeighbour);
  }
}

void AddNeighbours(const Story& story, PairScores* scores) {
  const ScoreTable before(story, scores->pairs, kEvenOdds + kLeastNeighbour);
  for (auto* pairs : {&scores->pairs, &scores->assumed}) AddNeighbours(story, before, pairs);
}

// Two sentences that both say what a sentence of a third article says.
class ThirdArticles {
 public:
  ThirdArticles(const Story& story, const std::vector<PairScore>& pairs)
      : story_(story), before_(story, pairs, kEvenOdds), linked_(story.sentences.size()) {
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

void AddThirdArticles(const Story& story, PairScores* scores) {
  const ThirdArticles thirds(story, scores->pairs);
  for (auto* pairs : {&scores->pairs, &scores->assumed}) thirds.AddTo(pairs);
}

std::vector<SentenceLink> LinksOf(const std::vector<PairScore>& pairs, int least_strength_permille) {
  const auto strength_of = [](const PairScore& pair) {
    return pair.names_alone ? std::min(StrengthOf(pair.score), kNamesAlone) : StrengthOf(pair.score);
  };
  std::vector<SentenceLink> links;
  links.reserve(static_cast<size_t>(std::count_if(pairs.begin(), pairs.end(), [&](const PairScore& pair) {
    return strength_of(pair) >= least_strength_permille;
  })));
  for (const PairScore& pair : pairs) {
    const int strength = strength_of(pair);
    if (strength < least_strength_permille) continue;
    links.push_back({pair.a, pair.b, strength, static_cast<int>(pair.held_a_permille),
                     static_cast<int>(pair.held_b_permille), pair.names_alone != 0});
  }
  return links;
}

}  // namespace

std::vector<SentenceLink> LinkSentences(std::span<const SourceArticle> articles, const Lexicon* lexicon,
                                        const LinkOptions& options) {
  const Story story = ReadStory(articles, lexicon);
  return LinkStory(story, MatchTerms(story), options);
}

std::vector<SentenceLink> LinkStory(const Story& story, const TermMatches& matches, const LinkOptions& options) {
  const TermEvidence evidence(story, matches);
  return LinkStory(story, matches, evidence, CandidatePairs(evidence, matches), options).links;
}

StoryLinks LinkStory(const Story& story, const TermMatches& matches, const TermEvidence& evidence,
                     std::vector<SentencePair> candidates, const LinkOptions& options,
                     std::span<const AssumedMatch> assumed) {
  PairScores scores = ScorePairs(story, matches, evidence, candidates, assumed);
  candidates = std::vector<SentencePair>();
  ScaleLocally(story, &scores);
  std::erase_if(scores.pairs, [](const PairScore& pair) { return pair.score < kEvenOdds - kHopeless; });
  AddNeighbours(story, &scores);
  AddThirdArticles(story, &scores);
  StoryLinks links{LinksOf(scores.pairs, options.least_strength_permille), {}};
  for (const PairScore& pair : scores.assumed) links.assumed_permille.push_back(StrengthOf(pair.score));
  return links;
}

}  // namespace polygist::summary
