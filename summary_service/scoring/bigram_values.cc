#include "summary_service/scoring/bigram_values.h"

#include <algorithm>
#include <cmath>

namespace polygist::summary {
namespace {

constexpr int kLeadSentences = 3;

class Measurer {
 public:
  Measurer(const AnalyzedCorpus& corpus, const SentenceVectors& vectors, const BigramIndex& bigrams,
           const TermStatistics& statistics, const std::vector<double>& centrality)
      : corpus_(corpus), vectors_(vectors), bigrams_(bigrams), statistics_(statistics), centrality_(centrality),
        likeness_(LikenessToLeads()), scale_(1 / std::log(std::max(10.0, static_cast<double>(statistics.articles)))) {}

  BigramFeatures Measure(BigramId b) const {
    double early = 0, cosine = 0, centrality = 0;
    int df = 0, article = -1, earliest = 1 << 30;
    bool quotation = true;
    for (const int32_t n : bigrams_.HoldersOf(b)) {
      const AnalyzedSentence& sentence = Sentence(n);
      cosine = std::max(cosine, likeness_[n]);
      centrality = std::max(centrality, centrality_[n]);
      quotation = quotation && sentence.quotation;
      if (sentence.ref.article == article) continue;
      article = sentence.ref.article;
      ++df;
      early += 1 / std::sqrt(1.0 + sentence.position);
      earliest = std::min(earliest, sentence.position);
    }
    BigramFeatures features = {Scaled(df),
                               std::log(early / statistics_.articles),
                               -std::log(1.0 + earliest),
                               bigrams_.InTitle(b) ? 1.0 : 0.0,
                               cosine,
                               centrality};
    MeasureWords(b, features);
    features[10] = quotation ? 1 : 0;
    return features;
  }

 private:
  const AnalyzedSentence& Sentence(int n) const { return corpus_.sentences[vectors_.id(n)]; }
  double Scaled(int articles) const { return std::log(std::max(1.0, static_cast<double>(articles))) * scale_; }

  void MeasureWords(BigramId b, BigramFeatures& features) const {
    double sum = 0;
    int content = 0;
    const auto [first, second] = bigrams_.WordsOf(b);
    for (const TermId term : {first, second}) {
      const Term& word = corpus_.vocabulary[term];
      if (word.stop) {
        features[7] = 1;
        continue;
      }
      sum += Scaled(statistics_.article_count[corpus_.concepts[term]]);
      ++content;
      if (word.number) features[8] = 1;
      if (word.name()) features[9] = 1;
    }
    features[6] = sum / content;
  }

  // By n: the best cosine to the first sentences of another article.
  std::vector<double> LikenessToLeads() const {
    std::vector<double> best(vectors_.size());
    int article = -1;
    int leads = 0;
    for (int n = 0; n < vectors_.size(); ++n) {
      const AnalyzedSentence& lead = Sentence(n);
      if (lead.ref.article != article) article = lead.ref.article, leads = 0;
      if (leads == kLeadSentences || lead.tier != Tier::kBody) continue;
      ++leads;
      const std::vector<double> products = vectors_.Products(vectors_[n]);
      for (int other = 0; other < vectors_.size(); ++other) {
        if (Sentence(other).ref.article == article) continue;
        best[other] = std::max(best[other], products[other]);
      }
    }
    return best;
  }

  const AnalyzedCorpus& corpus_;
  const SentenceVectors& vectors_;
  const BigramIndex& bigrams_;
  const TermStatistics& statistics_;
  const std::vector<double>& centrality_;
  const std::vector<double> likeness_;
  const double scale_;
};

}  // namespace

std::vector<BigramFeatures> MeasureBigrams(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                           const BigramIndex& bigrams, const TermStatistics& statistics,
                                           const std::vector<double>& centrality) {
  const Measurer measurer(corpus, vectors, bigrams, statistics, centrality);
  std::vector<BigramFeatures> features(bigrams.bigrams());
  for (BigramId b = 0; b < bigrams.bigrams(); ++b) features[b] = measurer.Measure(b);
  return features;
}

std::vector<double> ValueBigrams(const std::vector<BigramFeatures>& features, const BigramWeights& weights) {
  std::vector<double> values(features.size());
  for (size_t b = 0; b < features.size(); ++b) {
    double x = weights.bias;
    for (size_t i = 0; i < kBigramFeatures.size(); ++i) x += weights.features[i] * features[b][i];
    values[b] = std::pow(1 / (1 + std::exp(-x)), weights.sharpness);
  }
  return values;
}

}  // namespace polygist::summary
