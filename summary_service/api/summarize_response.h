// The answer of SummarizeArticles for articles at hand: what the service sends, and what a verification makes again.
#pragma once

#include <span>
#include <string>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "polygist/summary/v1/summary_service.pb.h"
#include "summary_service/corpus/article_source.h"
#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary {

// What the digest names of an article.
struct ArticleKey {
  std::string name;
  std::string revision;
  std::string client_ref;
};

// Everything a summary depends on. Fields of `options` that this version does not know are not in it.
std::string DigestOf(std::span<const ArticleKey> articles, const v1::SummaryOptions& options,
                     const v1::EngineVersions& versions);

// DigestOf for articles at hand.
std::string DigestOf(std::span<const FetchedArticle> articles, const v1::SummaryOptions& options,
                     const v1::EngineVersions& versions);

// The whole answer. `lexicon` may be null. Errors as SummarizeArticles lists them, without those of fetching.
absl::StatusOr<v1::SummarizeArticlesResponse> MakeSummarizeResponse(const RequestContext& call,
                                                                    std::span<const FetchedArticle> articles,
                                                                    const v1::SummaryOptions& options,
                                                                    const Lexicon* lexicon);

// The articles as the engine reads them.
std::vector<SourceArticle> SourcesOf(std::span<const FetchedArticle> articles);

}  // namespace polygist::summary
