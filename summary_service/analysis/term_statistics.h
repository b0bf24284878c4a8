// How often terms occur over the articles at hand.
#pragma once

#include <cstdint>
#include <span>
#include <vector>

#include "summary_service/analysis/analyzed_corpus.h"

namespace polygist::summary {

// Counts over a group of articles: those of one language, or all. Indexed by TermId.
struct TermStatistics {
  int sentences = 0;
  int articles = 0;                     // Copies of one text count once, here and below.
  std::vector<int32_t> sentence_count;  // Sentences that hold the term.
};

// `articles`: indices into corpus.articles, ascending.
TermStatistics CountTerms(const AnalyzedCorpus& corpus, std::span<const int> articles);

}  // namespace polygist::summary
