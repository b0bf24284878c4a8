// polygist.ingest.v1.IngestService over gRPC: each method parses, calls, converts.
#pragma once

#include <cstdint>
#include <string>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "common/rpc/work_pool.h"
#include "ingest_service/api/raw_content_proto.h"
#include "ingest_service/identify/language.h"
#include "ingest_service/store/article_store.h"
#include "polygist/ingest/v1/ingest_service.grpc.pb.h"

namespace polygist::ingest {

struct IngestOptions {
  int64_t max_content_bytes = kDefaultMaxContentBytes;  // Range [1, 48 MiB].
  int stream_window = 64;  // Items of one stream that are worked on at a time. Range [1, 10'000].
};

// Thread-safe. `store` and `pool` must outlive it.
class IngestServiceImpl final : public v1::IngestService::CallbackService {
 public:
  IngestServiceImpl(ArticleStore& store, rpc::WorkPool& pool, LanguageModels models, const IngestOptions& options);

  grpc::ServerUnaryReactor* IngestArticle(grpc::CallbackServerContext* context, const v1::IngestArticleRequest* request,
                                          v1::IngestArticleResponse* response) override;
  grpc::ServerBidiReactor<v1::IngestArticlesRequest, v1::IngestArticlesResponse>* IngestArticles(
      grpc::CallbackServerContext* context) override;
  grpc::ServerUnaryReactor* NormalizeArticle(grpc::CallbackServerContext* context,
                                             const v1::NormalizeArticleRequest* request,
                                             v1::NormalizeArticleResponse* response) override;
  grpc::ServerUnaryReactor* GetArticle(grpc::CallbackServerContext* context, const v1::GetArticleRequest* request,
                                       v1::Article* response) override;
  grpc::ServerUnaryReactor* BatchGetArticles(grpc::CallbackServerContext* context,
                                             const v1::BatchGetArticlesRequest* request,
                                             v1::BatchGetArticlesResponse* response) override;
  grpc::ServerUnaryReactor* ListArticles(grpc::CallbackServerContext* context, const v1::ListArticlesRequest* request,
                                         v1::ListArticlesResponse* response) override;
  grpc::ServerUnaryReactor* DeleteArticle(grpc::CallbackServerContext* context, const v1::DeleteArticleRequest* request,
                                          google::protobuf::Empty* response) override;
  grpc::ServerUnaryReactor* LearnTemplate(grpc::CallbackServerContext* context, const v1::LearnTemplateRequest* request,
                                          v1::SourceTemplate* response) override;
  grpc::ServerUnaryReactor* GetTemplate(grpc::CallbackServerContext* context, const v1::GetTemplateRequest* request,
                                        v1::SourceTemplate* response) override;
  grpc::ServerUnaryReactor* ListTemplates(grpc::CallbackServerContext* context, const v1::ListTemplatesRequest* request,
                                          v1::ListTemplatesResponse* response) override;
  grpc::ServerUnaryReactor* DeleteTemplate(grpc::CallbackServerContext* context,
                                           const v1::DeleteTemplateRequest* request,
                                           google::protobuf::Empty* response) override;
  grpc::ServerUnaryReactor* GetCapabilities(grpc::CallbackServerContext* context,
                                            const v1::GetCapabilitiesRequest* request,
                                            v1::Capabilities* response) override;

 private:
  absl::StatusOr<v1::IngestArticleResponse> Ingest(const RequestContext& call, const v1::IngestArticleRequest& request);
  absl::StatusOr<v1::NormalizeArticleResponse> Normalize(const RequestContext& call,
                                                         const v1::NormalizeArticleRequest& request);
  absl::StatusOr<v1::BatchGetArticlesResponse> BatchGet(const RequestContext& call,
                                                        const v1::BatchGetArticlesRequest& request);
  absl::StatusOr<v1::Article> Get(const RequestContext& call, const std::string& name, v1::ArticleView view,
                                  const std::string& field);
  absl::Status Delete(const RequestContext& call, const v1::DeleteArticleRequest& request);

  ArticleStore& store_;
  rpc::WorkPool& pool_;
  const LanguageModels models_;
  const IngestOptions options_;
};

}  // namespace polygist::ingest
