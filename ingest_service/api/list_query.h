// Filters and pages of ListArticles.
#pragma once

#include <string>

#include "absl/status/statusor.h"
#include "ingest_service/store/article_store.h"
#include "polygist/ingest/v1/ingest_service.pb.h"

namespace polygist::ingest {

inline constexpr int kMaxPageSize = 1000;
inline constexpr int kMaxBatchNames = 1000;

struct ListRequest {
  ListQuery query;
  std::string after;  // Cursor of the page token.
  int page_size = 0;  // Range [1, kMaxPageSize].
  v1::ArticleView view = v1::BASIC;
};

// INVALID_ARGUMENT with the reasons that ListArticles lists.
absl::StatusOr<ListRequest> FromProto(const v1::ListArticlesRequest& request);

// The token of the page after the ID `after`.
std::string NextPageToken(const v1::ListArticlesRequest& request, const std::string& after);

}  // namespace polygist::ingest
