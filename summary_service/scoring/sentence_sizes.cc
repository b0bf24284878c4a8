#include "summary_service/scoring/sentence_sizes.h"

#include <map>
#include <string_view>

namespace polygist::summary {
namespace {

// Between 0 and 10 nothing measurable changes on stories in seven languages; 40 is no correction at all.
constexpr double kMeanSentences = 5;

struct Tally {
  double bigrams = 0;
  double sentences = 0;
};

}  // namespace

std::vector<double> MeasureLanguageFactors(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                           const BigramIndex& bigrams) {
  std::map<std::string_view, Tally> by_language;
  Tally all;
  const auto language = [&](int n) -> std::string_view {
    return corpus.articles[corpus.sentences[vectors.id(n)].ref.article].base_language;
  };
  for (int n = 0; n < vectors.size(); ++n) {
    if (corpus.sentences[vectors.id(n)].tier != Tier::kBody) continue;
    for (Tally* tally : {&all, &by_language[language(n)]}) {
      tally->bigrams += static_cast<double>(bigrams.Of(n).size());
      ++tally->sentences;
    }
  }
  std::vector<double> factors(vectors.size(), 1.0);
  if (by_language.size() < 2 || all.bigrams == 0) return factors;
  const double mean = all.bigrams / all.sentences;
  for (int n = 0; n < vectors.size(); ++n) {
    const Tally& own = by_language[language(n)];
    factors[n] = mean * (own.sentences + kMeanSentences) / (own.bigrams + kMeanSentences * mean);
  }
  return factors;
}

}  // namespace polygist::summary
