#include "summary_service/scoring/bigram_values.h"

#include <algorithm>
#include <cmath>

namespace polygist::summary {
namespace {

// ln(1 + i) and (1 + i)^-1/2 by i.
struct OfPlaces {
  explicit OfPlaces(int32_t places) : logarithm(places), inverse_root(places) {
    for (int32_t i = 0; i < places; ++i) {
      logarithm[i] = std::log(1.0 + i);
      inverse_root[i] = 1 / std::sqrt(1.0 + i);
    }
  }

  std::vector<double> logarithm;
  std::vector<double> inverse_root;
};

// What is needed of a sentence, side by side: the bigrams of a group go through its sentences in no order.
struct Holder {
  int32_t position = 0;
  int32_t origin = 0;
  double centrality = 0;
  bool quotation = false;
};

std::vector<Holder> HoldersOf(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                              const std::vector<double>& centrality) {
  std::vector<Holder> holders(vectors.size());
  for (int n = 0; n < vectors.size(); ++n) {
    const AnalyzedSentence& sentence = corpus.sentences[vectors.id(n)];
    holders[n] = {sentence.position, corpus.articles[sentence.ref.article].origin, centrality[n], sentence.quotation};
  }
  return holders;
}

int32_t PlacesOf(const std::vector<Holder>& holders) {
  int32_t last = 0;
  for (const Holder& holder : holders) last = std::max(last, holder.position);
  return last + 1;
}

class Measurer {
 public:
  Measurer(const AnalyzedCorpus& corpus, const SentenceVectors& vectors, const BigramIndex& bigrams,
           const TermStatistics& statistics, const std::vector<double>& centrality)
      : corpus_(corpus),
        bigrams_(bigrams),
        statistics_(statistics),
        holders_(HoldersOf(corpus, vectors, centrality)),
        places_(PlacesOf(holders_)),
        scaled_(statistics.articles + 1),
        first_(corpus.articles.size(), -1) {
    const double scale = 1 / std::log(std::max(10.0, static_cast<double>(statistics.articles)));
    for (int df = 1; df <= statistics.articles; ++df) scaled_[df] = std::log(static_cast<double>(df)) * scale;
  }

  BigramFeatures Measure(BigramId b) {
    double early = 0, centrality = 0;
    int df = 0, earliest = 1 << 30;
    bool quotation = true;
    const std::span<const int32_t> holders = bigrams_.HoldersOf(b);
    for (const int32_t n : holders) {
      const Holder& holder = holders_[n];
      int32_t& first = first_[holder.origin];
      centrality = std::max(centrality, holder.centrality);
      quotation = quotation && holder.quotation;
      earliest = std::min(earliest, holder.position);
      if (first < 0) ++df;
      if (first < 0 || holder.position < first) first = holder.position;
    }
    for (const int32_t n : holders) {
      int32_t& first = first_[holders_[n].origin];
      if (first >= 0) early += places_.inverse_root[first];
      first = -1;
    }
    return {scaled_[df],
            LogarithmOf(early / statistics_.articles),
            -places_.logarithm[earliest],
            earliest == 0 ? 1.0 : 0.0,
            bigrams_.InTitle(b) ? 1.0 : 0.0,
            WordFrequency(b),
            centrality,
            quotation ? 1.0 : 0.0};
  }

 private:
  double WordFrequency(BigramId b) const {
    double sum = 0;
    int content = 0;
    const auto [first, second] = bigrams_.WordsOf(b);
    for (const TermId term : {first, second}) {
      if (corpus_.vocabulary[term].stop) continue;
      sum += scaled_[statistics_.article_count[corpus_.concepts[term]]];
      ++content;
    }
    return sum / content;
  }

  // Bigrams beside each other mostly stand in one sentence.
  double LogarithmOf(double x) {
    if (x != last_) last_ = x, last_logarithm_ = std::log(x);
    return last_logarithm_;
  }

  const AnalyzedCorpus& corpus_;
  const BigramIndex& bigrams_;
  const TermStatistics& statistics_;
  const std::vector<Holder> holders_;  // By n.
  const OfPlaces places_;
  std::vector<double> scaled_;  // By number of articles, from 0: the frequency of what as many hold.
  std::vector<int32_t> first_;  // By origin: first position of the bigram at hand; -1 when it is not there.
  double last_ = 1;
  double last_logarithm_ = 0;
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
