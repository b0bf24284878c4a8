#include "summary_service/scoring/query_focus.h"

#include <algorithm>

namespace polygist::summary {
namespace {

constexpr double kNeighbour = 0.25;

}  // namespace

std::vector<double> MeasureFocus(const AnalyzedCorpus& corpus, const SentenceVectors& vectors,
                                 std::span<const TermId> question) {
  std::vector<TermId> terms(question.begin(), question.end());
  std::sort(terms.begin(), terms.end());
  terms.erase(std::unique(terms.begin(), terms.end()), terms.end());
  std::vector<WeightedTerm> vector;
  for (const TermId term : terms) {
    if (term < vectors.terms() && !corpus.stop_words[term]) vector.push_back({term, vectors.isf(term)});
  }
  const std::vector<double> own = vectors.Products(vector);
  const double greatest = own.empty() ? 0 : *std::max_element(own.begin(), own.end());
  if (greatest <= 0) return {};
  std::vector<double> focus(own.size());
  for (size_t n = 0; n < own.size(); ++n) {
    focus[n] = std::max(focus[n], own[n] / greatest);
    for (const size_t other : {n - 1, n + 1}) {
      if (other >= own.size()) continue;
      if (corpus.sentences[vectors.id(static_cast<int>(other))].ref.article !=
          corpus.sentences[vectors.id(static_cast<int>(n))].ref.article) {
        continue;
      }
      focus[n] = std::max(focus[n], kNeighbour * own[other] / greatest);
    }
  }
  return focus;
}

}  // namespace polygist::summary
