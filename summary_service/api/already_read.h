// Articles that the reader knows and that the request does not name.
#pragma once

#include <vector>

#include "absl/status/status.h"
#include "common/base/request_context.h"
#include "polygist/summary/v1/summary_service.pb.h"
#include "summary_service/corpus/article_source.h"

namespace polygist::summary {

// Reads the stored articles of options.already_read that are not among `articles` and adds them, at most up to
// `max_articles` in all. Errors as SummarizeArticles lists them, with the field "options.already_read".
absl::Status AddAlreadyRead(const RequestContext& call, const v1::SummaryOptions& options, int max_articles,
                            ArticleSource& source, std::vector<FetchedArticle>* articles);

}  // namespace polygist::summary
