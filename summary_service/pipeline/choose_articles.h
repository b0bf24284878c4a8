// Which articles of a request a summary is over.
#pragma once

#include <span>
#include <string>
#include <vector>

#include "summary_service/summary/source_article.h"
#include "summary_service/summary/summary.h"

namespace polygist::summary {

// The articles of one summary; indices, ascending.
struct ArticleGroup {
  std::string language;    // Tag, or kMergedLanguage.
  std::vector<int> fresh;  // To summarize.
  std::vector<int> known;  // The reader has read them: what they say is not told again.
};

// One group per language, ascending by tag, when `options.per_language`; then one over all when `options.merged`.
// Articles that the filters leave out are in none, unless the reader knows them: what was read elsewhere is told, too.
// A language of which everything is known has a group without fresh articles; one that the filters leave out has none.
std::vector<ArticleGroup> ChooseArticles(std::span<const SourceArticle> articles, const SummaryOptions& options);

}  // namespace polygist::summary
