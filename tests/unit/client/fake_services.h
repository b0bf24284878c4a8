// Both services over a real loopback socket, answering as the test says.
#pragma once

#include <grpcpp/ext/health_check_service_server_builder_option.h>
#include <grpcpp/grpcpp.h>

#include <functional>
#include <memory>
#include <string>

#include "absl/strings/str_cat.h"
#include "polygist/ingest/v1/ingest_service.grpc.pb.h"
#include "polygist/summary/v1/summary_service.grpc.pb.h"

namespace polygist::client {

class FakeIngest final : public ingest::v1::IngestService::Service {
 public:
  template <typename Request, typename Response>
  using Method = std::function<grpc::Status(grpc::ServerContext*, const Request&, Response&)>;
  using Stream = grpc::ServerReaderWriter<ingest::v1::IngestArticlesResponse, ingest::v1::IngestArticlesRequest>;

  Method<ingest::v1::IngestArticleRequest, ingest::v1::IngestArticleResponse> on_ingest;
  Method<ingest::v1::NormalizeArticleRequest, ingest::v1::NormalizeArticleResponse> on_normalize;
  Method<ingest::v1::GetArticleRequest, ingest::v1::Article> on_get;
  Method<ingest::v1::ListArticlesRequest, ingest::v1::ListArticlesResponse> on_list;
  Method<ingest::v1::DeleteArticleRequest, google::protobuf::Empty> on_delete;
  std::function<grpc::Status(Stream&)> on_stream;

 private:
  template <typename Request, typename Response>
  static grpc::Status Answer(const Method<Request, Response>& method, grpc::ServerContext* context,
                             const Request* request, Response* response) {
    if (!method) return grpc::Status(grpc::StatusCode::UNIMPLEMENTED, "The test does not expect this.");
    return method(context, *request, *response);
  }
  grpc::Status IngestArticle(grpc::ServerContext* context, const ingest::v1::IngestArticleRequest* request,
                             ingest::v1::IngestArticleResponse* response) override {
    return Answer(on_ingest, context, request, response);
  }
  grpc::Status NormalizeArticle(grpc::ServerContext* context, const ingest::v1::NormalizeArticleRequest* request,
                                ingest::v1::NormalizeArticleResponse* response) override {
    return Answer(on_normalize, context, request, response);
  }
  grpc::Status GetArticle(grpc::ServerContext* context, const ingest::v1::GetArticleRequest* request,
                          ingest::v1::Article* response) override {
    return Answer(on_get, context, request, response);
  }
  grpc::Status ListArticles(grpc::ServerContext* context, const ingest::v1::ListArticlesRequest* request,
                            ingest::v1::ListArticlesResponse* response) override {
    return Answer(on_list, context, request, response);
  }
  grpc::Status DeleteArticle(grpc::ServerContext* context, const ingest::v1::DeleteArticleRequest* request,
                             google::protobuf::Empty* response) override {
    return Answer(on_delete, context, request, response);
  }
  grpc::Status IngestArticles(grpc::ServerContext*, Stream* stream) override { return on_stream(*stream); }
};

class FakeSummary final : public summary::v1::SummaryService::Service {
 public:
  std::function<grpc::Status(grpc::ServerContext*, const summary::v1::SummarizeArticlesRequest&,
                             summary::v1::SummarizeArticlesResponse&)>
      on_summarize;

 private:
  grpc::Status SummarizeArticles(grpc::ServerContext* context, const summary::v1::SummarizeArticlesRequest* request,
                                 summary::v1::SummarizeArticlesResponse* response) override {
    return on_summarize(context, *request, *response);
  }
};

// A server on a free port with both fakes and health.
struct FakeServer {
  FakeServer() {
    grpc::EnableDefaultHealthCheckService(true);
    grpc::ServerBuilder builder;
    int port = 0;
    builder.AddListeningPort("127.0.0.1:0", grpc::InsecureServerCredentials(), &port);
    builder.RegisterService(&ingest);
    builder.RegisterService(&summary);
    server = builder.BuildAndStart();
    address = absl::StrCat("127.0.0.1:", port);
  }
  ~FakeServer() { server->Shutdown(std::chrono::system_clock::now()); }

  FakeIngest ingest;
  FakeSummary summary;
  std::unique_ptr<grpc::Server> server;
  std::string address;
};

}  // namespace polygist::client
