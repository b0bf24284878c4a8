#include "summary_service/scoring/bigram_values.h"

#include <algorithm>
#include <cmath>

namespace polygist::summary {
namespace {

class Measurer {
 public:
  Measurer(const AnalyzedCorpus& corpus, const SentenceVectors& vectors, const BigramIndex& bigrams,
           const TermStatistics& statistics, const std::vector<double>& centrality)
      : corpus_(corpus),
        vectors_(vectors),
        bigrams_(bigrams),
        statistics_(statistics),
        centrality_(centrality),
        scale_(1 / std::log(std::max(10.0, static_cast<double>(statistics.articles)))),
        first_(corpus.articles.size(), -1) {}

  BigramFeatures Measure(BigramId b) {
    double early = 0, centrality = 0;
    int df = 0, earliest = 1 << 30;
    bool quotation = true;
    for (const int32_t n : bigrams_.HoldersOf(b)) {
      const AnalyzedSentence& sentence = corpus_.sentences[vectors_.id(n)];
      int32_t& first = first_[corpus_.articles[sentence.ref.article].origin];
      centrality = std::max(centrality, centrality_[n]);
      quotation = quotation && sentence.quotation;
      earliest = std::min(earliest, sentence.position);
      if (first < 0) ++df;
      if (first < 0 || sentence.position < first) first = sentence.position;
    }
    for (const int32_t n : bigrams_.HoldersOf(b)) {
      int32_t& first = first_[corpus_.articles[corpus_.sentences[vectors_.id(n)].ref.article].origin];
      if (first >= 0) early += 1 / std::sqrt(1.0 + first);
      first = -1;
    }
    return {Scaled(df),
            std::log(early / statistics_.articles),
            -std::log(1.0 + earliest),
            earliest == 0 ? 1.0 : 0.0,
            bigrams_.InTitle(b) ? 1.0 : 0.0,
            WordFrequency(b),
            centrality,
            quotation ? 1.0 : 0.0};
  }

 private:
  double Scaled(int articles) const { return std::log(std::max(1.0, static_cast<double>(articles))) * scale_; }

  double WordFrequency(BigramId b) const {
    double sum = 0;
    int content = 0;
    const auto [first, second] = bigrams_.WordsOf(b);
    for (const TermId term : {first, second}) {
      if (corpus_.vocabulary[term].stop) continue;
      sum += Scaled(statistics_.article_count[corpus_.concepts[term]]);
      ++content;
    }
    return sum / content;
  }

  const AnalyzedCorpus& corpus_;
  const SentenceVectors& vectors_;
  const BigramIndex& bigrams_;
  const TermStatistics& statistics_;
  const std::vector<double>& centrality_;
  const double scale_;
  std::vector<int32_t> first_;  // By origin: first position of the bigram at hand; -1 when it is not there.
};

}  // namespace

std::vector<BigramFeatures> MeasureBigrams(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                           const BigramIndex& bigrams, const TermStatistics& statistics,
                                           const std::vector<double>& centrality) {
  Measurer measurer(corpus, vectors, bigrams, statistics, centrality);
  std::vector<BigramFeatures> features(bigrams.bigrams());
  for (BigramId b = 0; b < bigrams.bigrams(); ++b) features[b] = measurer.Measure(b);
  return features;
}

double ValueOf(const BigramFeatures& features, const Weights& weights, size_t known) {
  double x = weights.bias;
  for (size_t i = 0; i < known; ++i) x += weights.bigram[i] * features[i];
  return std::exp(-weights.sharpness * std::log1p(std::exp(-x)));  // (1 / (1 + exp(-x)))^sharpness
}

}  // namespace polygist::summary
