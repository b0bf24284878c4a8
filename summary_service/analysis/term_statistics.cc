#include "summary_service/analysis/term_statistics.h"

#include <map>
#include <set>
#include <string_view>

namespace polygist::summary {
namespace {

double MixtureOf(const AnalyzedCorpus& corpus, const std::set<int32_t>& articles) {
  if (articles.size() < 2) return 0;
  std::map<std::string_view, double> by_language;
  for (const int32_t article : articles) ++by_language[corpus.articles[article].base_language];
  const double all = static_cast<double>(articles.size());
  double alike = 0;  // Pairs, each twice.
  for (const auto& [language, count] : by_language) alike += count * (count - 1);
  return 1 - alike / (all * (all - 1));
}

}  // namespace

TermStatistics CountTerms(const AnalyzedCorpus& corpus, std::span<const int> articles) {
  TermStatistics statistics;
  std::set<int32_t> origins;
  for (const int article : articles) origins.insert(corpus.articles[article].origin);
  statistics.articles = static_cast<int>(origins.size());
  statistics.mixture = MixtureOf(corpus, origins);
  statistics.sentence_count.resize(corpus.stop_words.size());
  // The last sentence (from 1) in which a term was counted, so that repeats count once.
  std::vector<int32_t> last_sentence(corpus.stop_words.size());
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
