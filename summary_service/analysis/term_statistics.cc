#include "summary_service/analysis/term_statistics.h"

#include <algorithm>

namespace polygist::summary {

TermStatistics CountTerms(const AnalyzedCorpus& corpus, std::span<const int> articles) {
  TermStatistics statistics;
  std::vector<bool> origins(corpus.articles.size());
  for (const int article : articles) origins[corpus.articles[article].origin] = true;
  statistics.articles = static_cast<int>(std::count(origins.begin(), origins.end(), true));
  statistics.sentence_count.resize(corpus.vocabulary.size());
  // The last sentence (from 1) in which a term was counted, so that repeats count once.
  std::vector<int32_t> last_sentence(corpus.vocabulary.size());
  for (const int index : articles) {
    const AnalyzedArticle& article = corpus.articles[index];
    statistics.sentences += article.sentence_end - article.sentence_begin;
    for (int32_t s = article.sentence_begin; s < article.sentence_end; ++s) {
      for (const TermId term : corpus.TermsOf(corpus.sentences[s])) {
        if (last_sentence[term] == s + 1) continue;
        last_sentence[term] = s + 1;
        ++statistics.sentence_count[term];
      }
    }
  }
  return statistics;
}

}  // namespace polygist::summary
