#include "summary_service/selection/order_sentences.h"

#include <algorithm>
#include <map>
#include <numeric>
#include <tuple>

namespace polygist::summary {

std::vector<int> OrderSentences(std::span<const SentenceToOrder> sentences,
                                std::span<const std::optional<absl::Time>> times) {
  std::map<int, int64_t> best;  // By article.
  bool timed = true;
  for (const SentenceToOrder& sentence : sentences) {
    const auto [entry, added] = best.emplace(sentence.ref.article, sentence.score_micros);
    if (!added) entry->second = std::max(entry->second, sentence.score_micros);
    timed = timed && times[sentence.ref.article].has_value();
  }
  const auto key = [&](int i) {
    const SentenceRef ref = sentences[i].ref;
    const absl::Time time = timed ? *times[ref.article] : absl::InfinitePast();
    const int64_t score = timed ? 0 : -best[ref.article];
    return std::tuple(time, score, ref.article, ref.sentence);
  };
  std::vector<int> order(sentences.size());
  std::iota(order.begin(), order.end(), 0);
  std::sort(order.begin(), order.end(), [&](int a, int b) { return key(a) < key(b); });
  return order;
}

}  // namespace polygist::summary
