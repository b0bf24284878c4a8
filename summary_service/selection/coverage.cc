#include "summary_service/selection/coverage.h"

#include <algorithm>

namespace polygist::summary {
namespace {

// Two reports of one fact share up to this much of their value and still are two reports. Lower costs content:
// -.2 ROUGE-2 at .6, -1 at .4 on stories of ten articles.
constexpr double kReport = 0.7;

}  // namespace

double RepeatedShare(double share) { return std::clamp((share - kReport) / (1 - kReport), 0.0, 1.0); }

Coverage::Coverage(const CoverageInput& input)
    : bigrams_(input.bigrams),
      values_(input.values),
      sizes_(input.sizes),
      priors_(input.priors),
      articles_(input.articles),
      crowding_(input.articles.empty() ? 0 : input.crowding),
      alone_(bigrams_.sentences()),
      penalty_(bigrams_.sentences()),
      shared_(bigrams_.sentences()),
      holders_in_s_(bigrams_.bigrams()),
      taken_(articles_.empty() ? 0 : *std::max_element(articles_.begin(), articles_.end()) + 1),
      link_begins_(bigrams_.sentences() + 1) {
  for (int32_t n = 0; n < bigrams_.sentences(); ++n) {
    for (const BigramId b : bigrams_.Of(n)) alone_[n] += values_[b];
  }
  for (const SentenceLink& link : input.links) ++link_begins_[link.a + 1], ++link_begins_[link.b + 1];
  for (int32_t n = 0; n < bigrams_.sentences(); ++n) link_begins_[n + 1] += link_begins_[n];
  neighbours_.resize(input.links.size() * 2);
  std::vector<int32_t> next(link_begins_.begin(), link_begins_.end() - 1);
  gain_ = alone_;
  for (size_t n = 0; n < priors_.size(); ++n) gain_[n] += priors_[n];
  for (const SentenceLink& link : input.links) {
    const double penalty = link.strength_permille / 1000.0 * std::min(gain_[link.a], gain_[link.b]);
    neighbours_[next[link.a]++] = {link.b, penalty};
    neighbours_[next[link.b]++] = {link.a, penalty};
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
  PenalizeRepetitions(n, 1);
  if (crowding_ > 0) ++taken_[articles_[n]];
}

void Coverage::Remove(int32_t n) {
  if (crowding_ > 0) --taken_[articles_[n]];
  PenalizeRepetitions(n, -1);
  Penalize(n, -1);
  for (const BigramId b : bigrams_.Of(n)) {
    if (--holders_in_s_[b] > 0) continue;
    for (const int32_t other : bigrams_.HoldersOf(b)) gain_[other] += values_[b];
  }
  size_ -= sizes_[n];
  value_ -= GainOf(n);
}

void Coverage::Penalize(int32_t n, int sign) {
  for (int32_t i = link_begins_[n]; i < link_begins_[n + 1]; ++i) {
    penalty_[neighbours_[i].n] += sign * neighbours_[i].penalty;
  }
}

void Coverage::PenalizeRepetitions(int32_t n, int sign) {
  if (priors_.empty() || priors_[n] <= 0) return;
  std::vector<int32_t> others;
  for (const BigramId b : bigrams_.Of(n)) {
    for (const int32_t other : bigrams_.HoldersOf(b)) {
      if (other == n || values_[b] <= 0) continue;
      if (shared_[other] == 0) others.push_back(other);
      shared_[other] += values_[b];
    }
  }
  for (const int32_t other : others) {
    const double share = RepeatedShare(shared_[other] / std::min(alone_[n], alone_[other]));
    shared_[other] = 0;
    if (priors_[other] > 0) penalty_[other] += sign * share * std::min(priors_[n], priors_[other]);
  }
}

}  // namespace polygist::summary
