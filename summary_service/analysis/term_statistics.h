// How often terms occur over the articles at hand.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"

namespace polygist::summary {

// Counts over a group of articles: those of one language, or all. Copies of one text count as one article.
struct TermStatistics {
  int sentences = 0;
  int articles = 0;
  double mixture = 0;                   // Chance that two of the articles are of different languages; 0 for one.
  std::vector<int32_t> sentence_count;  // By TermId: sentences that hold it.
};

// `articles`: indices into corpus.articles, ascending.
TermStatistics CountTerms(const AnalyzedCorpus& corpus, std::span<const int> articles);

}  // namespace polygist::summary
