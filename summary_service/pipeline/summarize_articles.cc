#include "summary_service/pipeline/summarize_articles.h"

#include <utility>
#include <vector>

#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "summary_service/analysis/analyze_articles.h"
#include "summary_service/analysis/bridge_languages.h"
#include "summary_service/merging/cluster_sentences.h"
#include "summary_service/pipeline/check_options.h"
#include "summary_service/pipeline/choose_articles.h"
#include "summary_service/pipeline/cross_language_links.h"
#include "summary_service/pipeline/group_engine.h"
#include "summary_service/scoring/score_weights.h"

namespace polygist::summary {

absl::StatusOr<Summaries> SummarizeArticles(const RequestContext& call, std::span<const SourceArticle> articles,
                                            const SummaryOptions& options, const Lexicon* lexicon,
                                            const ScoreWeights* weights) {
  RETURN_IF_ERROR(CheckOptions(articles, options));
  std::vector<ArticleGroup> groups = ChooseArticles(articles, options);
  if (groups.empty()) {
    return InvalidField("options", "NO_ARTICLE_LEFT", "The filters leave no article. Name other sources or languages.");
  }
  const AnalyzedCorpus corpus = AnalyzeArticles(articles, options.query);
  RETURN_IF_ERROR(call.Check());
  std::vector<SentenceLink> links;
  if (options.merged) links = LinkAcrossLanguages(articles, corpus, lexicon);
  const std::vector<int> origins = OriginsOf(articles, links);
  Summaries summaries;
  for (ArticleGroup& group : groups) {
    RETURN_IF_ERROR(call.Check());
    const bool merged = group.language == kMergedLanguage;
    const AnalyzedCorpus bridged = merged ? BridgeLanguages(corpus) : AnalyzedCorpus();
    const RequestView view{.articles = articles,
                           .options = options,
                           .corpus = merged ? bridged : corpus,
                           .links = links,
                           .origins = origins,
                           .weights = weights == nullptr ? DefaultScoreWeights() : *weights};
    Summary summary = GroupEngine(view, std::move(group)).Summarize();
    if (merged) {
      summaries.merged = std::move(summary);
    } else {
      summaries.per_language.push_back(std::move(summary));
    }
  }
  return summaries;
}

}  // namespace polygist::summary
