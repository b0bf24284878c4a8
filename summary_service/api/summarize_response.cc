#include "summary_service/api/summarize_response.h"

#include <utility>
#include <vector>

#include "common/base/digest.h"
#include "common/base/status_macros.h"
#include "summary_service/api/capabilities.h"
#include "summary_service/api/comparison_proto.h"
#include "summary_service/api/summary_options_proto.h"
#include "summary_service/api/summary_proto.h"
#include "summary_service/pipeline/summarize_articles.h"

namespace polygist::summary {
namespace {

// What this version understands of `options`. There are no map fields: equal ones are equal bytes.
v1::SummaryOptions Known(v1::SummaryOptions options) {
  options.DiscardUnknownFields();
  return options;
}

}  // namespace

std::string DigestOf(std::span<const ArticleKey> articles, const v1::SummaryOptions& options,
                     const v1::EngineVersions& versions) {
  DigestBuilder digest;
  digest.Add(versions.SerializeAsString()).Add(Known(options).SerializeAsString());
  for (const ArticleKey& article : articles) digest.Add(article.name).Add(article.revision).Add(article.client_ref);
  return digest.Hex();
}

std::string DigestOf(std::span<const FetchedArticle> articles, const v1::SummaryOptions& options,
                     const v1::EngineVersions& versions) {
  std::vector<ArticleKey> keys;
  for (const FetchedArticle& one : articles) keys.push_back({one.article.name, one.article.revision, one.client_ref});
  return DigestOf(keys, options, versions);
}

std::vector<SourceArticle> SourcesOf(std::span<const FetchedArticle> articles) {
  std::vector<SourceArticle> sources;
  sources.reserve(articles.size());
  for (const FetchedArticle& fetched : articles) sources.push_back(fetched.article);
  return sources;
}

absl::StatusOr<v1::SummarizeArticlesResponse> MakeSummarizeResponse(const RequestContext& call,
                                                                    std::span<const FetchedArticle> articles,
                                                                    const v1::SummaryOptions& options,
                                                                    const Lexicon* lexicon) {
  ASSIGN_OR_RETURN(SummaryOptions wanted, FromProto(options, articles));
  wanted.disagreements = wanted.merged;
  const std::vector<SourceArticle> sources = SourcesOf(articles);
  ASSIGN_OR_RETURN(const Summaries summaries, SummarizeArticles(call, sources, wanted, lexicon));
  v1::SummarizeArticlesResponse response = ToProto(summaries, articles);
  for (const Disagreement& one : summaries.disagreements) *response.add_disagreements() = ToProto(one, articles);
  *response.mutable_options() = Known(options);
  *response.mutable_versions() = MakeVersions(lexicon);
  response.set_digest(DigestOf(articles, response.options(), response.versions()));
  return response;
}

}  // namespace polygist::summary
