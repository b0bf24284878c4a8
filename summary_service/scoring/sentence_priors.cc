#include "summary_service/scoring/sentence_priors.h"

#include <cmath>

namespace polygist::summary {

double MeanValue(const AnalyzedCorpus& corpus, const SentenceVectors& vectors, const BigramIndex& bigrams,
                 std::span<const double> values) {
  double sum = 0;
  int sentences = 0;
  for (int n = 0; n < vectors.size(); ++n) {
    if (corpus.sentences[vectors.id(n)].tier != Tier::kBody) continue;
    for (const BigramId b : bigrams.Of(n)) sum += values[b];
    ++sentences;
  }
  return sentences == 0 ? 0 : sum / sentences;
}

std::vector<SentencePrior> MeasurePriors(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                         std::span<const double> centrality, double mean_value,
                                         const Weights& weights) {
  std::vector<SentencePrior> priors(vectors.size());
  for (int n = 0; n < vectors.size(); ++n) {
    const AnalyzedSentence& sentence = corpus.sentences[vectors.id(n)];
    priors[n] = {std::pow(1.0 + sentence.position, -.75), centrality[n]};
    for (size_t i = 0; i < priors[n].size(); ++i) priors[n][i] *= mean_value * weights.sentence[i];
  }
  return priors;
}

}  // namespace polygist::summary
