#include "summary_service/scoring/centrality.h"

#include <algorithm>

namespace polygist::summary {

std::vector<double> MeasureCentrality(const AnalyzedCorpus& corpus, const SentenceVectors& vectors) {
  std::vector<double> sums(corpus.stop_words.size());
  for (int n = 0; n < vectors.size(); ++n) {
    for (const WeightedTerm& entry : vectors[n]) sums[entry.term] += entry.weight;
  }
  std::vector<double> values(vectors.size());
  double greatest = 0;
  for (int n = 0; n < vectors.size(); ++n) {
    for (const WeightedTerm& entry : vectors[n]) values[n] += entry.weight * sums[entry.term];
    if (corpus.sentences[vectors.id(n)].tier <= Tier::kShort) greatest = std::max(greatest, values[n]);
  }
  for (double& value : values) value = greatest > 0 ? std::min(1.0, value / greatest) : 0;
  return values;
}

}  // namespace polygist::summary
