#include "client/ingest_client.h"

#include <utility>

#include "client/unary_calls.h"
#include "common/base/status_macros.h"

namespace polygist::client {
namespace {

// The method of the callback stub, in the form that unary_calls.h takes.
template <typename Request, typename Response>
auto Bind(ingest::v1::IngestService::StubInterface& stub,
          void (ingest::v1::IngestService::StubInterface::async_interface::*method)(
              grpc::ClientContext*, const Request*, Response*, std::function<void(grpc::Status)>)) {
  return [&stub, method](grpc::ClientContext* context, const Request* request, Response* response,
                         std::function<void(grpc::Status)> done) {
    (stub.async()->*method)(context, request, response, std::move(done));
  };
}

using Async = ingest::v1::IngestService::StubInterface::async_interface;

}  // namespace

IngestClient::IngestClient(std::shared_ptr<grpc::Channel> channel, const RetryPolicy& retry)
    : retry_(retry), stub_(ingest::v1::IngestService::NewStub(std::move(channel))) {}

absl::StatusOr<ingest::v1::IngestArticleResponse> IngestClient::Ingest(
    const CallOptions& options, const ingest::v1::IngestArticleRequest& request) const {
  using Response = ingest::v1::IngestArticleResponse;
  return CallOne<Response>(request, options, retry_,
                           Bind<ingest::v1::IngestArticleRequest, Response>(*stub_, &Async::IngestArticle));
}

absl::StatusOr<ingest::v1::Article> IngestClient::Normalize(const CallOptions& options,
                                                            const ingest::v1::NormalizeArticleRequest& request) const {
  return std::move(NormalizeAll(options, {&request, 1}).front());
}

std::vector<absl::StatusOr<ingest::v1::Article>> IngestClient::NormalizeAll(
    const CallOptions& options, std::span<const ingest::v1::NormalizeArticleRequest> requests, int in_flight) const {
  using Request = ingest::v1::NormalizeArticleRequest;
  using Response = ingest::v1::NormalizeArticleResponse;
  auto responses = CallAll<Response>(requests, in_flight, options, retry_,
                                     Bind<Request, Response>(*stub_, &Async::NormalizeArticle));
  std::vector<absl::StatusOr<ingest::v1::Article>> articles;
  articles.reserve(responses.size());
  for (auto& response : responses) {
    if (response.ok()) {
      articles.emplace_back(std::move(*response->mutable_article()));
    } else {
      articles.emplace_back(std::move(response).status());
    }
  }
  return articles;
}

absl::StatusOr<ingest::v1::Article> IngestClient::Get(const CallOptions& options,
                                                      const ingest::v1::GetArticleRequest& request) const {
  using Response = ingest::v1::Article;
  return CallOne<Response>(request, options, retry_,
                           Bind<ingest::v1::GetArticleRequest, Response>(*stub_, &Async::GetArticle));
}

absl::StatusOr<std::vector<ingest::v1::Article>> IngestClient::BatchGet(
    const CallOptions& options, const ingest::v1::BatchGetArticlesRequest& request) const {
  using Response = ingest::v1::BatchGetArticlesResponse;
  ASSIGN_OR_RETURN(Response response, CallOne<Response>(request, options, retry_,
                                                        Bind<ingest::v1::BatchGetArticlesRequest, Response>(
                                                            *stub_, &Async::BatchGetArticles)));
  return std::vector<ingest::v1::Article>(std::make_move_iterator(response.mutable_articles()->begin()),
                                          std::make_move_iterator(response.mutable_articles()->end()));
}

absl::StatusOr<ingest::v1::ListArticlesResponse> IngestClient::List(
    const CallOptions& options, const ingest::v1::ListArticlesRequest& request) const {
  using Response = ingest::v1::ListArticlesResponse;
  return CallOne<Response>(request, options, retry_,
                           Bind<ingest::v1::ListArticlesRequest, Response>(*stub_, &Async::ListArticles));
}

absl::Status IngestClient::ForEach(const CallOptions& options, ingest::v1::ListArticlesRequest request,
                                   const std::function<absl::Status(const ingest::v1::Article&)>& visit) const {
  do {
    ASSIGN_OR_RETURN(const ingest::v1::ListArticlesResponse page, List(options, request));
    for (const ingest::v1::Article& article : page.articles()) RETURN_IF_ERROR(visit(article));
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return absl::OkStatus();
}

absl::Status IngestClient::Delete(const CallOptions& options, const ingest::v1::DeleteArticleRequest& request) const {
  using Response = google::protobuf::Empty;
  return CallOne<Response>(request, options, retry_,
                           Bind<ingest::v1::DeleteArticleRequest, Response>(*stub_, &Async::DeleteArticle))
      .status();
}

absl::StatusOr<ingest::v1::SourceTemplate> IngestClient::LearnTemplate(
    const CallOptions& options, const ingest::v1::LearnTemplateRequest& request) const {
  using Response = ingest::v1::SourceTemplate;
  return CallOne<Response>(request, options, retry_,
                           Bind<ingest::v1::LearnTemplateRequest, Response>(*stub_, &Async::LearnTemplate));
}

absl::StatusOr<ingest::v1::SourceTemplate> IngestClient::GetTemplate(
    const CallOptions& options, const ingest::v1::GetTemplateRequest& request) const {
  using Response = ingest::v1::SourceTemplate;
  return CallOne<Response>(request, options, retry_,
                           Bind<ingest::v1::GetTemplateRequest, Response>(*stub_, &Async::GetTemplate));
}

absl::StatusOr<ingest::v1::ListTemplatesResponse> IngestClient::ListTemplates(
    const CallOptions& options, const ingest::v1::ListTemplatesRequest& request) const {
  using Response = ingest::v1::ListTemplatesResponse;
  return CallOne<Response>(request, options, retry_,
                           Bind<ingest::v1::ListTemplatesRequest, Response>(*stub_, &Async::ListTemplates));
}

absl::Status IngestClient::DeleteTemplate(const CallOptions& options,
                                          const ingest::v1::DeleteTemplateRequest& request) const {
  using Response = google::protobuf::Empty;
  return CallOne<Response>(request, options, retry_,
                           Bind<ingest::v1::DeleteTemplateRequest, Response>(*stub_, &Async::DeleteTemplate))
      .status();
}

absl::StatusOr<ingest::v1::Capabilities> IngestClient::GetCapabilities(const CallOptions& options) const {
  using Response = ingest::v1::Capabilities;
  return CallOne<Response>(ingest::v1::GetCapabilitiesRequest(), options, retry_,
                           Bind<ingest::v1::GetCapabilitiesRequest, Response>(*stub_, &Async::GetCapabilities));
}

}  // namespace polygist::client
