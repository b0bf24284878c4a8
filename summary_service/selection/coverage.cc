#include "summary_service/selection/coverage.h"

#include <algorithm>

namespace polygist::summary {

Coverage::Coverage(const BigramIndex& bigrams, std::span<const double> values, std::span<const SentenceLink> links)
    : bigrams_(bigrams),
      values_(values),
      alone_(bigrams.sentences()),
      penalty_(bigrams.sentences()),
      holders_in_s_(bigrams.bigrams()),
      link_begins_(bigrams.sentences() + 1) {
  for (int32_t n = 0; n < bigrams.sentences(); ++n) {
    for (const BigramId b : bigrams.Of(n)) alone_[n] += values[b];
  }
  gain_ = alone_;
  for (const SentenceLink& link : links) ++link_begins_[link.a + 1], ++link_begins_[link.b + 1];
  for (int32_t n = 0; n < bigrams.sentences(); ++n) link_begins_[n + 1] += link_begins_[n];
  neighbours_.resize(links.size() * 2);
  std::vector<int32_t> next(link_begins_.begin(), link_begins_.end() - 1);
  for (const SentenceLink& link : links) {
    const double penalty = link.strength_permille / 1000.0 * std::min(alone_[link.a], alone_[link.b]);
    neighbours_[next[link.a]++] = {link.b, penalty};
    neighbours_[next[link.b]++] = {link.a, penalty};
  }
}

void Coverage::Add(int32_t n) {
  value_ += GainOf(n);
  size_ += SizeOf(n);
  for (const BigramId b : bigrams_.Of(n)) {
    if (holders_in_s_[b]++ > 0) continue;
    for (const int32_t other : bigrams_.HoldersOf(b)) gain_[other] -= values_[b];
  }
  Penalize(n, 1);
}

void Coverage::Remove(int32_t n) {
  Penalize(n, -1);
  for (const BigramId b : bigrams_.Of(n)) {
    if (--holders_in_s_[b] > 0) continue;
    for (const int32_t other : bigrams_.HoldersOf(b)) gain_[other] += values_[b];
  }
  size_ -= SizeOf(n);
  value_ -= GainOf(n);
}

void Coverage::Penalize(int32_t n, int sign) {
  for (int32_t i = link_begins_[n]; i < link_begins_[n + 1]; ++i) {
    penalty_[neighbours_[i].n] += sign * neighbours_[i].penalty;
  }
}

}  // namespace polygist::summary
