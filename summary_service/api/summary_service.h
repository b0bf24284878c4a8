// polygist.summary.v1.SummaryService over gRPC: each method parses, calls, converts.
#pragma once

#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "common/rpc/work_pool.h"
#include "polygist/summary/v1/summary_service.grpc.pb.h"
#include "summary_service/corpus/article_source.h"

namespace polygist::summary {

struct SummaryServiceOptions {
  int max_articles = 1000;  // In one request. Range [1, 100'000].
};

// Thread-safe. `articles` and `pool` must outlive it.
class SummaryServiceImpl final : public v1::SummaryService::CallbackService {
 public:
  SummaryServiceImpl(ArticleSource& articles, rpc::WorkPool& pool, const SummaryServiceOptions& options);

  grpc::ServerUnaryReactor* SummarizeArticles(grpc::CallbackServerContext* context,
                                              const v1::SummarizeArticlesRequest* request,
                                              v1::SummarizeArticlesResponse* response) override;
  grpc::ServerUnaryReactor* GetCapabilities(grpc::CallbackServerContext* context,
                                            const v1::GetCapabilitiesRequest* request,
                                            v1::Capabilities* response) override;

 private:
  absl::StatusOr<v1::SummarizeArticlesResponse> Summarize(const RequestContext& call,
                                                          const v1::SummarizeArticlesRequest& request);
  absl::StatusOr<std::vector<FetchedArticle>> Fetch(const RequestContext& call,
                                                    const v1::SummarizeArticlesRequest& request);

  ArticleSource& articles_;
  rpc::WorkPool& pool_;
  const SummaryServiceOptions options_;
};

}  // namespace polygist::summary
