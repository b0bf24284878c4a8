// polygist.ingest.v1.Article to the article that summaries see.
#pragma once

#include "absl/status/statusor.h"
#include "polygist/ingest/v1/article.pb.h"
#include "summary_service/corpus/article_source.h"

namespace polygist::summary {

// INTERNAL, reason ARTICLE_INCONSISTENT, when spans do not fit the text: everything after relies on them.
absl::StatusOr<FetchedArticle> FromProto(ingest::v1::Article article);

}  // namespace polygist::summary
