// Articles with everything that scoring and selection read of them.
#pragma once

#include <numeric>
#include <string_view>
#include <utility>
#include <vector>

#include "summary_service/analysis/analyze_articles.h"
#include "summary_service/analysis/bigram_index.h"
#include "summary_service/analysis/sentence_vectors.h"
#include "summary_service/analysis/term_statistics.h"
#include "tests/support/source_articles.h"

namespace polygist::summary {

struct MeasuredStory {
  explicit MeasuredStory(std::vector<SourceArticle> given, std::string_view question = {})
      : articles(std::move(given)),
        corpus(AnalyzeArticles(articles, question)),
        group(articles.size()),
        statistics((std::iota(group.begin(), group.end(), 0), CountTerms(corpus, group))),
        vectors(corpus, statistics, group),
        bigrams(corpus, vectors) {
    for (int n = 0; n < bigrams.sentences(); ++n) sizes.push_back(static_cast<double>(bigrams.Of(n).size()));
  }

  const std::vector<SourceArticle> articles;
  const AnalyzedCorpus corpus;
  std::vector<int> group;
  const TermStatistics statistics;
  const SentenceVectors vectors;
  const BigramIndex bigrams;
  std::vector<double> sizes;  // By n.
};

}  // namespace polygist::summary
