// Where summaries get their articles: the port. One request reads one collection.
#pragma once

#include <optional>
#include <span>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "polygist/summary/v1/summary_service.pb.h"
#include "summary_service/summary/source_article.h"

namespace polygist::summary {

struct FetchedArticle {
  SourceArticle article;
  std::string client_ref;  // Of an inline article.
  std::vector<type::v1::Warning> warnings;
  std::string normalizer_version;
  std::optional<type::v1::RawContent> given;  // What was given beside the bytes, when that is known.
};

// Thread-safe. Codes beyond those named: UNAVAILABLE, reason INGEST_UNAVAILABLE, when articles cannot be reached.
class ArticleSource {
 public:
  virtual ~ArticleSource() = default;

  // In the order of the names. NOT_FOUND or INVALID_ARGUMENT naming the first name at fault ("names.names[2]").
  virtual absl::StatusOr<std::vector<FetchedArticle>> ByName(const RequestContext& call,
                                                             std::span<const std::string> names) = 0;

  // Ascending by ID. NOT_FOUND, reason NO_ARTICLES_MATCH; INVALID_ARGUMENT, reason TOO_MANY_ARTICLES, when more
  // than `limit` match.
  virtual absl::StatusOr<std::vector<FetchedArticle>> ByQuery(const RequestContext& call, const v1::ArticleQuery& query,
                                                              int limit) = 0;

  // Normalizes articles that come with a request, in order; they are not stored. INVALID_ARGUMENT naming the field
  // of the first one at fault ("inline.articles[2].content.bytes").
  virtual absl::StatusOr<std::vector<FetchedArticle>> Inline(const RequestContext& call,
                                                             const v1::InlineArticles& articles) = 0;
};

}  // namespace polygist::summary
