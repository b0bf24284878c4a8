// The articles of a summary, found again through the ingest service.
#pragma once

#include <vector>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "polygist/summary/v1/summary_service.pb.h"
#include "summary_service/api/verify_summary.h"
#include "summary_service/corpus/article_source.h"

namespace polygist::summary {

// By index into request.summary().articles(). Stored articles are read at their revision, inline ones normalized from
// request.contents(). Errors as VerifySummary lists them.
absl::StatusOr<std::vector<FoundArticle>> FindArticles(const RequestContext& call,
                                                       const v1::VerifySummaryRequest& request, ArticleSource& source);

}  // namespace polygist::summary
