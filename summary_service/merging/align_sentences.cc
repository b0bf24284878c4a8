#include "summary_service/merging/align_sentences.h"

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <optional>
#include <utility>

#include "summary_service/merging/candidate_pairs.h"
#include "summary_service/merging/pair_values.h"
#include "summary_service/merging/sentence_scores.h"

namespace polygist::summary {
namespace {

// Cross-domain similarity local scaling (Conneau et al. 2018, section 2.3): a score counts against
// what both sentences reach elsewhere.
constexpr double kLocalScaling = 0.35;
constexpr double kNotMutuallyBest = 0.12;
// What a nat of evidence of the numbers that both give adds to those that are mutually best. From .01 to .035 the
// labelled stories gain alike.
constexpr double kAgreedNumber = 0.02;
// What a sentence without a second candidate would have scored there.
constexpr float kNoCandidate = -0.2f;
// The score of pairs that nobody asked about: lower than any that counts.
constexpr float kNeverAsked = -1;
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
bool IsHeading(const Story& story, int sentence) { return story.sentences[static_cast<size_t>(sentence)].heading; }

// What a sentence reaches in one other article: in its text, and in its text and headings.
struct Reach {
  Best text, all;
};

// What the sentences of a story reach in each other article, for the pairs of one article at a time: of a long story
// all of it would be megabytes. Pairs of the text count against the text, those of headings against all.
class LocalScaling {
 public:
  LocalScaling(const Story& story, bool agreed_numbers)
      : story_(story), agreed_number_(agreed_numbers ? kAgreedNumber : 0), back_(story.sentences.size()) {}

  // `pairs`: all whose first sentence is of one article, ascending. `assumed`: others of that article, whose scores
  // count for themselves alone.
  void Scale(std::span<PairScore> pairs, std::span<PairScore* const> assumed) {
    for (const PairScore& pair : pairs) Offer(pair, pair.a, &back_[At(pair.b)]);
    for (PairScore* pair : assumed) {
      const Reach row = ReachOf(RunOf(pairs, *pair));
      pair->score = Scaled(*pair, With(BestFor(*pair, row), pair->score, pair->b),
                           With(BestFor(*pair, back_[At(pair->b)]), pair->score, pair->a));
    }
    for (std::span<PairScore> left = pairs; !left.empty();) {
      const std::span<PairScore> run = RunOf(left, left.front());
      const Reach row = ReachOf(run);
      for (PairScore& pair : run) pair.score = Scaled(pair, BestFor(pair, row), BestFor(pair, back_[At(pair.b)]));
      left = left.subspan(run.size());
    }
    for (const PairScore& pair : pairs) back_[At(pair.b)] = Reach();
  }

 private:
  static size_t At(int sentence) { return static_cast<size_t>(sentence); }

  double Scaled(const PairScore& pair, const Best& row, const Best& column) const {
    const bool mutual = row.partner == pair.b && column.partner == pair.a;
    return pair.score - kLocalScaling * (row.Mean() + column.Mean()) +
           (mutual ? agreed_number_ * pair.number_decinats / 10 : -kNotMutuallyBest);
  }

  // Those of the same first sentence and of the same article of the second one; side by side.
  std::span<PairScore> RunOf(std::span<PairScore> pairs, const PairScore& like) const {
    const auto ends_of = [&](const PairScore& pair) { return std::pair(pair.a, ArticleOf(story_, pair.b)); };
    const auto run = std::ranges::equal_range(pairs, ends_of(like), {}, ends_of);
    return {run.begin(), run.end()};
  }

  bool IsOfText(const PairScore& pair) const { return !IsHeading(story_, pair.a) && !IsHeading(story_, pair.b); }

  const Best& BestFor(const PairScore& pair, const Reach& reach) const {
    return IsOfText(pair) ? reach.text : reach.all;
  }

  void Offer(const PairScore& pair, int other, Reach* reach) const {
    reach->all.Offer(pair.score, other);
    if (IsOfText(pair)) reach->text.Offer(pair.score, other);
  }

  // What the first sentence of all of them reaches.
  Reach ReachOf(std::span<const PairScore> run) const {
    Reach reach;
    for (const PairScore& pair : run) Offer(pair, pair.b, &reach);
    return reach;
  }

  // `best`, with this score for `other` if it is higher than the one it has.
  static Best With(Best best, float score, int other) {
    if (best.partner == other)
      best.first = std::max(best.first, score);
    else if (score > best.first)
      best.Offer(score, other);
    return best;
  }

  const Story& story_;
  const double agreed_number_;  // kAgreedNumber, or nothing.
  std::vector<Reach> back_;     // By second sentence: what it reaches in the article at hand; nothing between articles.
};

void ScaleLocally(const Story& story, bool agreed_numbers, PairScores* scores) {
  std::vector<PairScore*> by_first;
  for (PairScore& pair : scores->assumed) by_first.push_back(&pair);
  std::ranges::sort(by_first, {}, [](const PairScore* pair) { return pair->a; });
  LocalScaling scaling(story, agreed_numbers);
  auto pairs = scores->pairs.begin();
  auto assumed = by_first.begin();
  for (int article = 0; pairs != scores->pairs.end() || assumed != by_first.end(); ++article) {
    const auto pairs_end = std::find_if(pairs, scores->pairs.end(),
                                        [&](const PairScore& pair) { return ArticleOf(story, pair.a) != article; });
    const auto assumed_end = std::find_if(assumed, by_first.end(),
                                          [&](const PairScore* pair) { return ArticleOf(story, pair->a) != article; });
    scaling.Scale({pairs, pairs_end}, {assumed, assumed_end});
    pairs = pairs_end, assumed = assumed_end;
  }
}

// Scores as they are now; those below `least` are as good as never asked.
PairValues<float> ScoresFrom(double least, const Story& story, const std::vector<PairScore>& pairs) {
  return PairValues<float>(
      story.sentences.size(), pairs, [](const PairScore& pair) { return pair.score; },
      [&](const PairScore& pair) { return pair.score >= least; });
}

double ScoreIn(const PairValues<float>& scores, int a, int b) { return scores.At(a, b, kNeverAsked); }

// Reports follow each other: when the sentences beside two sentences say the same, so may these. Headings are beside
// nothing.
void AddNeighbours(const Story& story, const PairValues<float>& before, std::vector<PairScore>* pairs) {
  const auto count = static_cast<int>(story.sentences.size());
  const auto is_beside = [&](int sentence, int other) {
    return other >= 0 && other < count && ArticleOf(story, other) == ArticleOf(story, sentence) &&
           !IsHeading(story, other) && !IsHeading(story, sentence);
  };
  for (PairScore& pair : *pairs) {
    double best = 0;
    for (const int a : {pair.a - 1, pair.a + 1}) {
      for (const int b : {pair.b - 1, pair.b + 1}) {
        if (is_beside(pair.a, a) && is_beside(pair.b, b)) best = std::max(best, ScoreIn(before, a, b) - kEvenOdds);
      }
    }
    pair.score += kNeighbourShare * std::clamp(best - kLeastNeighbour, 0.0, kMostNeighbour);
  }
}

void AddNeighbours(const Story& story, PairScores* scores) {
  const PairValues<float> before = ScoresFrom(kEvenOdds + kLeastNeighbour, story, scores->pairs);
  for (auto* pairs : {&scores->pairs, &scores->assumed}) AddNeighbours(story, before, pairs);
}

// Two sentences that both say what a sentence of a third article says, or its heading when one of them is a heading.
class ThirdArticles {
 public:
  ThirdArticles(const Story& story, const std::vector<PairScore>& pairs)
      : story_(story), before_(ScoresFrom(kEvenOdds, story, pairs)), linked_(story.sentences.size()) {
    for (const PairScore& pair : pairs) {
      if (pair.score < kEvenOdds) continue;
      linked_[static_cast<size_t>(pair.a)].push_back({pair.b, pair.score});
      linked_[static_cast<size_t>(pair.b)].push_back({pair.a, pair.score});
    }
  }

  void AddTo(std::vector<PairScore>* pairs) const {
    for (PairScore& pair : *pairs) {
      if (pair.score >= kEvenOdds - kThirdShare * kMostThird - kLeastNeighbour)
        pair.score += kThirdShare * std::min(SupportOf(pair), kMostThird);
    }
  }

 private:
  struct Linked {
    int sentence = 0;
    float score = 0;
  };

  double SupportOf(const PairScore& pair) const {
    double best = 0;
    const bool with_heading = IsHeading(story_, pair.a) || IsHeading(story_, pair.b);
    for (const Linked& third : linked_[static_cast<size_t>(pair.a)]) {
      if (IsHeading(story_, third.sentence) && !with_heading) continue;
      if (third.score - kEvenOdds <= best || ArticleOf(story_, third.sentence) == ArticleOf(story_, pair.b)) continue;
      const double with_b = ScoreIn(before_, pair.b, third.sentence);
      best = std::max(best, std::min<double>(third.score, with_b) - kEvenOdds);
    }
    return best;
  }

  const Story& story_;
  const PairValues<float> before_;
  std::vector<std::vector<Linked>> linked_;  // By sentence.
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
    links.push_back({pair.a, pair.b, static_cast<int16_t>(strength), static_cast<int16_t>(pair.held_a_permille),
                     static_cast<int16_t>(pair.held_b_permille), pair.names_alone != 0});
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
  std::optional<TermEvidence> evidence(std::in_place, story, matches);
  PairScores scores = ScorePairs(story, matches, *evidence, CandidatePairs(*evidence, matches));
  evidence.reset();  // Of thousands of sentences it is large.
  return LinkPairs(story, std::move(scores), options).links;
}

StoryLinks LinkPairs(const Story& story, PairScores scores, const LinkOptions& options) {
  ScaleLocally(story, options.agreed_numbers, &scores);
  std::erase_if(scores.pairs, [](const PairScore& pair) { return pair.score < kEvenOdds - kHopeless; });
  AddNeighbours(story, &scores);
  AddThirdArticles(story, &scores);
  StoryLinks links{LinksOf(scores.pairs, options.least_strength_permille), {}};
  links.assumed_permille.reserve(scores.assumed.size());
  for (const PairScore& pair : scores.assumed) links.assumed_permille.push_back(StrengthOf(pair.score));
  return links;
}

}  // namespace polygist::summary
