// Articles from the ingest service, through its public API.
#pragma once

#include <grpcpp/channel.h>

#include <memory>

#include "client/ingest_client.h"
#include "summary_service/corpus/article_source.h"

namespace polygist::summary {

class IngestArticleSource final : public ArticleSource {
 public:
  explicit IngestArticleSource(std::shared_ptr<grpc::Channel> ingest);

  absl::StatusOr<std::vector<FetchedArticle>> ByName(const RequestContext& call,
                                                     std::span<const std::string> names) override;
  absl::StatusOr<std::vector<FetchedArticle>> ByQuery(const RequestContext& call, const v1::ArticleQuery& query,
                                                      int limit) override;
  absl::StatusOr<std::vector<FetchedArticle>> Inline(const RequestContext& call,
                                                     const v1::InlineArticles& articles) override;

 private:
  const client::IngestClient ingest_;
};

}  // namespace polygist::summary
