// polygist.summary.v1.SummaryService over gRPC: each method parses, calls, converts.
#pragma once

#include <optional>
#include <vector>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "common/rpc/work_pool.h"
#include "polygist/summary/v1/summary_service.grpc.pb.h"
#include "summary_service/corpus/article_source.h"
#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary {

struct SummaryServiceOptions {
  int max_articles = 1000;  // In one request. Range [1, 100'000].
};

// Thread-safe. `articles` and `pool` must outlive it.
class SummaryServiceImpl final : public v1::SummaryService::CallbackService {
 public:
  // Without a lexicon, names, numbers and cognates tell what is the same in several languages.
  SummaryServiceImpl(ArticleSource& articles, rpc::WorkPool& pool, std::optional<Lexicon> lexicon,
                     const SummaryServiceOptions& options);

  grpc::ServerUnaryReactor* SummarizeArticles(grpc::CallbackServerContext* context,
                                              const v1::SummarizeArticlesRequest* request,
                                              v1::SummarizeArticlesResponse* response) override;
  grpc::ServerUnaryReactor* CompareArticles(grpc::CallbackServerContext* context,
                                            const v1::CompareArticlesRequest* request,
                                            v1::CompareArticlesResponse* response) override;
  grpc::ServerUnaryReactor* ExplainSummaries(grpc::CallbackServerContext* context,
                                             const v1::ExplainSummariesRequest* request,
                                             v1::ExplainSummariesResponse* response) override;
  grpc::ServerUnaryReactor* VerifySummary(grpc::CallbackServerContext* context, const v1::VerifySummaryRequest* request,
                                          v1::VerifySummaryResponse* response) override;
  grpc::ServerUnaryReactor* LearnLexicon(grpc::CallbackServerContext* context, const v1::LearnLexiconRequest* request,
                                         v1::LearnLexiconResponse* response) override;
  grpc::ServerUnaryReactor* GetCapabilities(grpc::CallbackServerContext* context,
                                            const v1::GetCapabilitiesRequest* request,
                                            v1::Capabilities* response) override;

 private:
  absl::StatusOr<v1::SummarizeArticlesResponse> Summarize(const RequestContext& call,
                                                          const v1::SummarizeArticlesRequest& request);
  absl::StatusOr<v1::CompareArticlesResponse> Compare(const RequestContext& call,
                                                      const v1::CompareArticlesRequest& request);
  absl::StatusOr<v1::ExplainSummariesResponse> Explain(const RequestContext& call,
                                                       const v1::ExplainSummariesRequest& request);
  absl::StatusOr<v1::LearnLexiconResponse> Learn(const RequestContext& call, const v1::LearnLexiconRequest& request);
  // The articles of a request that names them by `names`, `query` or `inline`.
  template <typename Request>
  absl::StatusOr<std::vector<FetchedArticle>> Fetch(const RequestContext& call, const Request& request);
  // The same, and those that the reader knows.
  absl::StatusOr<std::vector<FetchedArticle>> FetchAll(const RequestContext& call,
                                                       const v1::SummarizeArticlesRequest& request);
  const Lexicon* lexicon() const;

  ArticleSource& articles_;
  rpc::WorkPool& pool_;
  const std::optional<Lexicon> lexicon_;
  const SummaryServiceOptions options_;
};

}  // namespace polygist::summary
