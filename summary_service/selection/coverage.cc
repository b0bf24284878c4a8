#include "summary_service/selection/coverage.h"

#include <algorithm>

namespace polygist::summary {
namespace {

// Below, pairs are two reports of one fact. At .4 more than repetition is held back (-.1 ROUGE-2 on stories); at .6
// things are told again in other words, which single articles reward with .3: references hold a fact and the quote that
// repeats it.
constexpr double kReport = 0.5;
// From here on nothing is left to tell.
constexpr double kSame = 0.9;
// Of a sentence's value: from here on others say it. From .5 to .8 the same lines go; at .9 some repeat.
constexpr double kTold = 0.8;

}  // namespace

double RepetitionOf(double share) { return std::clamp((share - kReport) / (kSame - kReport), 0.0, 1.0); }

Coverage::Coverage(const CoverageInput& input)
    : bigrams_(input.bigrams),
      values_(input.values),
      sizes_(input.sizes),
      articles_(input.articles),
      crowding_(input.articles.empty() ? 0 : input.crowding),
      words_(input.vectors),
      alone_(bigrams_.sentences()),
      penalty_(bigrams_.sentences()),
      told_(bigrams_.sentences()),
      holders_in_s_(bigrams_.bigrams()),
      taken_(articles_.empty() ? 0 : *std::max_element(articles_.begin(), articles_.end()) + 1),
      linked_(bigrams_.sentences()),
      repetitions_(bigrams_.sentences()),
      searched_(bigrams_.sentences()) {
  for (int32_t n = 0; n < bigrams_.sentences(); ++n) {
    for (const BigramId b : bigrams_.Of(n)) alone_[n] += values_[b];
    if (!input.priors.empty()) alone_[n] += input.priors[n];
  }
  gain_ = alone_;
  std::vector<int32_t> counts(bigrams_.sentences());
  for (const SentenceLink& link : input.links) ++counts[link.a], ++counts[link.b];
  for (size_t n = 0; n < counts.size(); ++n) linked_[n].reserve(counts[n]);
  for (const SentenceLink& link : input.links) {
    const double penalty = link.strength_permille / 1000.0 * std::min(alone_[link.a], alone_[link.b]);
    const bool whole = link.strength_permille >= 1000;
    linked_[link.a].push_back({penalty, link.b, whole});
    linked_[link.b].push_back({penalty, link.a, whole});
  }
}

void Coverage::Add(int32_t n) {
  value_ += GainOf(n);
  size_ += sizes_[n];
  for (const BigramId b : bigrams_.Of(n)) {
    if (holders_in_s_[b]++ > 0) continue;
    for (const int32_t other : bigrams_.HoldersOf(b)) gain_[other] -= values_[b];
  }
  Penalize(n, 1);
  if (crowding_ > 0) ++taken_[articles_[n]];
}

void Coverage::Remove(int32_t n) {
  if (crowding_ > 0) --taken_[articles_[n]];
  Penalize(n, -1);
  for (const BigramId b : bigrams_.Of(n)) {
    if (--holders_in_s_[b] > 0) continue;
    for (const int32_t other : bigrams_.HoldersOf(b)) gain_[other] += values_[b];
  }
  size_ -= sizes_[n];
  value_ -= GainOf(n);
}

void Coverage::Know(int32_t n) {
  for (const Neighbour& neighbour : linked_[n]) penalty_[neighbour.n] += neighbour.penalty;
}

void Coverage::Penalize(int32_t n, int sign) {
  if (!searched_[n]) FindRepetitions(n);
  for (const Neighbour& neighbour : linked_[n]) {
    penalty_[neighbour.n] += sign * neighbour.penalty;
    if (neighbour.whole) told_[neighbour.n] += sign;
  }
  for (const Neighbour& neighbour : repetitions_[n]) penalty_[neighbour.n] += sign * neighbour.penalty;
}

bool Coverage::IsTold(int32_t n) const { return told_[n] > 0 || penalty_[n] > kTold * alone_[n]; }

// Of few sentences it is ever asked, so it is not worth finding for all.
void Coverage::FindRepetitions(int32_t n) {
  searched_[n] = true;
  for (const SharedWords& other : words_.Of(n)) {
    const double repetition = RepetitionOf(other.share);
    if (repetition > 0) repetitions_[n].push_back({repetition * std::min(alone_[n], alone_[other.n]), other.n});
  }
}

}  // namespace polygist::summary
