// Articles to numbers.
#pragma once

#include <span>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Sentences, words and lengths of every article, in order. Pure; safe to call from any thread.
// Requires: valid UTF-8 texts; spans within them, sentences ascending.
AnalyzedCorpus AnalyzeArticles(std::span<const SourceArticle> articles);

}  // namespace polygist::summary
