#include "client/summary_client.h"

#include <functional>
#include <utility>

#include "client/unary_calls.h"

namespace polygist::client {

using Done = std::function<void(grpc::Status)>;

SummaryClient::SummaryClient(std::shared_ptr<grpc::Channel> channel, const RetryPolicy& retry)
    : retry_(retry), stub_(summary::v1::SummaryService::NewStub(std::move(channel))) {}

absl::StatusOr<summary::v1::SummarizeArticlesResponse> SummaryClient::Summarize(
    const CallOptions& options, const summary::v1::SummarizeArticlesRequest& request) const {
  using Response = summary::v1::SummarizeArticlesResponse;
  const auto method = [this](grpc::ClientContext* context, const summary::v1::SummarizeArticlesRequest* request,
                             Response* response, Done done) {
    stub_->async()->SummarizeArticles(context, request, response, std::move(done));
  };
  return CallOne<Response>(request, options, retry_, method);
}

absl::StatusOr<summary::v1::CompareArticlesResponse> SummaryClient::Compare(
    const CallOptions& options, const summary::v1::CompareArticlesRequest& request) const {
  using Response = summary::v1::CompareArticlesResponse;
  const auto method = [this](grpc::ClientContext* context, const summary::v1::CompareArticlesRequest* request,
                             Response* response, Done done) {
    stub_->async()->CompareArticles(context, request, response, std::move(done));
  };
  return CallOne<Response>(request, options, retry_, method);
}

absl::StatusOr<summary::v1::ExplainSummariesResponse> SummaryClient::Explain(
    const CallOptions& options, const summary::v1::ExplainSummariesRequest& request) const {
  using Response = summary::v1::ExplainSummariesResponse;
  const auto method = [this](grpc::ClientContext* context, const summary::v1::ExplainSummariesRequest* request,
                             Response* response, Done done) {
    stub_->async()->ExplainSummaries(context, request, response, std::move(done));
  };
  return CallOne<Response>(request, options, retry_, method);
}

absl::StatusOr<summary::v1::VerifySummaryResponse> SummaryClient::Verify(
    const CallOptions& options, const summary::v1::VerifySummaryRequest& request) const {
  using Response = summary::v1::VerifySummaryResponse;
  const auto method = [this](grpc::ClientContext* context, const summary::v1::VerifySummaryRequest* request,
                             Response* response,
                             Done done) { stub_->async()->VerifySummary(context, request, response, std::move(done)); };
  return CallOne<Response>(request, options, retry_, method);
}

absl::StatusOr<summary::v1::LearnLexiconResponse> SummaryClient::LearnLexicon(
    const CallOptions& options, const summary::v1::LearnLexiconRequest& request) const {
  using Response = summary::v1::LearnLexiconResponse;
  const auto method = [this](grpc::ClientContext* context, const summary::v1::LearnLexiconRequest* request,
                             Response* response,
                             Done done) { stub_->async()->LearnLexicon(context, request, response, std::move(done)); };
  return CallOne<Response>(request, options, retry_, method);
}

absl::StatusOr<summary::v1::Capabilities> SummaryClient::GetCapabilities(const CallOptions& options) const {
  using Response = summary::v1::Capabilities;
  const auto method = [this](grpc::ClientContext* context, const summary::v1::GetCapabilitiesRequest* request,
                             Response* response, Done done) {
    stub_->async()->GetCapabilities(context, request, response, std::move(done));
  };
  return CallOne<Response>(summary::v1::GetCapabilitiesRequest(), options, retry_, method);
}

}  // namespace polygist::client
