#include "summary_service/pipeline/summarize_articles.h"

#include <utility>

#include "common/base/status_macros.h"
#include "summary_service/pipeline/prepared_request.h"

namespace polygist::summary {

absl::StatusOr<Summaries> SummarizeArticles(const RequestContext& call, std::span<const SourceArticle> articles,
                                            const SummaryOptions& options, const Lexicon* lexicon,
                                            const ScoreWeights* weights) {
  ASSIGN_OR_RETURN(const PreparedRequest request,
                   PreparedRequest::Prepare(call, articles, options, lexicon,
                                            weights == nullptr ? DefaultScoreWeights() : *weights));
  Summaries summaries;
  for (const ArticleGroup& group : request.groups()) {
    RETURN_IF_ERROR(call.Check());
    Summary summary = request.EngineOf(group)->Summarize();
    if (group.language == kMergedLanguage) {
      summaries.merged = std::move(summary);
    } else {
      summaries.per_language.push_back(std::move(summary));
    }
  }
  return summaries;
}

}  // namespace polygist::summary
