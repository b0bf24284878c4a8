#include "summary_service/scoring/bigram_values.h"

#include <algorithm>
#include <cmath>

#include "absl/container/inlined_vector.h"

namespace polygist::summary {

BigramMeasurer::BigramMeasurer(const AnalyzedCorpus& corpus, const SentenceVectors& vectors, const BigramIndex& bigrams,
                               const TermStatistics& statistics, const std::vector<double>& centrality)
    : corpus_(corpus), bigrams_(bigrams), statistics_(statistics), frequencies_(statistics.articles + 1) {
  int32_t last = 0;
  for (int n = 0; n < vectors.size(); ++n) {
    const AnalyzedSentence& sentence = corpus.sentences[vectors.id(n)];
    const int32_t origin = corpus.articles[sentence.ref.article].origin;
    holders_.push_back({sentence.position, origin, centrality[n], sentence.quotation});
    last = std::max(last, sentence.position);
  }
  for (int32_t i = 0; i <= last; ++i) {
    logarithms_.push_back(std::log(1.0 + i));
    inverse_roots_.push_back(1 / std::sqrt(1.0 + i));
    early_.push_back(std::log(inverse_roots_[i] / statistics.articles));
  }
  const double scale = 1 / std::log(std::max(10.0, static_cast<double>(statistics.articles)));
  for (int df = 1; df <= statistics.articles; ++df) frequencies_[df] = std::log(static_cast<double>(df)) * scale;
}

BigramFeatures BigramMeasurer::Measure(BigramId b) const {
  const std::span<const int32_t> holders = bigrams_.HoldersOf(b);
  double centrality = 0;
  int32_t earliest = holders_[holders.front()].position;
  bool quotation = true;
  for (const int32_t n : holders) {
    const Holder& holder = holders_[n];
    centrality = std::max(centrality, holder.centrality);
    quotation = quotation && holder.quotation;
    earliest = std::min(earliest, holder.position);
  }
  const auto [early, articles] = holders.size() == 1 ? std::pair(early_[earliest], 1) : Earliness(holders);
  return {frequencies_[articles],          early,      -logarithms_[earliest], earliest == 0 ? 1.0 : 0.0,
          bigrams_.InTitle(b) ? 1.0 : 0.0, centrality, quotation ? 1.0 : 0.0};
}

std::pair<double, int> BigramMeasurer::Earliness(std::span<const int32_t> holders) const {
  constexpr size_t kUsualArticles = 16;
  constexpr int32_t kAbsent = -1;
  absl::InlinedVector<int32_t, kUsualArticles> first(corpus_.articles.size(), kAbsent);  // By origin: its position.
  int articles = 0;
  for (const int32_t n : holders) {
    int32_t& position = first[holders_[n].origin];
    articles += position == kAbsent;
    position = position == kAbsent ? holders_[n].position : std::min(position, holders_[n].position);
  }
  double sum = 0;
  for (const int32_t n : holders) {
    int32_t& position = first[holders_[n].origin];
    if (position != kAbsent) sum += inverse_roots_[position];
    position = kAbsent;
  }
  return {std::log(sum / statistics_.articles), articles};
}

double ValueOf(const BigramFeatures& features, const Weights& weights, size_t known) {
  double x = weights.bias;
  for (size_t i = 0; i < known; ++i) x += weights.bigram[i] * features[i];
  return std::exp(-weights.sharpness * std::log1p(std::exp(-x)));  // (1 / (1 + exp(-x)))^sharpness
}

}  // namespace polygist::summary
