// Articles to numbers.
#pragma once

#include <span>
#include <string_view>

#include "summary_service/analysis/analyzed_corpus.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

// Sentences, words and lengths of every article, in order. Pure; safe to call from any thread.
// Requires: valid UTF-8 texts; spans within them, sentences ascending.
// `question`: what the reader asks, cut as each of the articles' languages cuts it; may be empty.
AnalyzedCorpus AnalyzeArticles(std::span<const SourceArticle> articles, std::string_view question = {});

}  // namespace polygist::summary
