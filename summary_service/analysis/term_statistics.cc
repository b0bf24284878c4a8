#include "summary_service/analysis/term_statistics.h"

#include <algorithm>

namespace polygist::summary {
namespace {

// Copies of one text beside each other, so that one look back tells whether an origin was counted.
std::vector<int> ByOrigin(const AnalyzedCorpus& corpus, std::span<const int> articles) {
  std::vector<int> sorted(articles.begin(), articles.end());
  std::stable_sort(sorted.begin(), sorted.end(),
                   [&](int a, int b) { return corpus.articles[a].origin < corpus.articles[b].origin; });
  return sorted;
}

}  // namespace

TermStatistics CountTerms(const AnalyzedCorpus& corpus, std::span<const int> articles) {
  TermStatistics statistics;
  std::vector<bool> origins(corpus.articles.size());
  for (const int article : articles) origins[corpus.articles[article].origin] = true;
  statistics.articles = static_cast<int>(std::count(origins.begin(), origins.end(), true));
  statistics.sentence_count.resize(corpus.vocabulary.size());
  statistics.article_count.resize(corpus.vocabulary.size());
  // The last sentence and article (from 1) in which a term was counted, so that repeats count once.
  std::vector<int32_t> last_sentence(corpus.vocabulary.size());
  std::vector<int32_t> last_article(corpus.vocabulary.size());
  for (const int index : ByOrigin(corpus, articles)) {
    const AnalyzedArticle& article = corpus.articles[index];
    statistics.sentences += article.sentence_end - article.sentence_begin;
    for (int32_t s = article.sentence_begin; s < article.sentence_end; ++s) {
      for (const TermId term : corpus.TermsOf(corpus.sentences[s])) {
        if (last_sentence[term] == s + 1) continue;
        last_sentence[term] = s + 1;
        ++statistics.sentence_count[term];
        if (last_article[term] == article.origin + 1) continue;
        last_article[term] = article.origin + 1;
        ++statistics.article_count[term];
      }
    }
  }
  return statistics;
}

}  // namespace polygist::summary
