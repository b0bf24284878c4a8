// Typed client of polygist.summary.v1.SummaryService. See ingest_client.h for failures and threads.
#pragma once

#include <grpcpp/channel.h>

#include <memory>

#include "absl/status/statusor.h"
#include "client/call_options.h"
#include "client/retry.h"
#include "polygist/summary/v1/summary_service.grpc.pb.h"

namespace polygist::client {

class SummaryClient {
 public:
  explicit SummaryClient(std::shared_ptr<grpc::Channel> channel, const RetryPolicy& retry = {});

  absl::StatusOr<summary::v1::SummarizeArticlesResponse> Summarize(
      const CallOptions& options, const summary::v1::SummarizeArticlesRequest& request) const;

  absl::StatusOr<summary::v1::CompareArticlesResponse> Compare(
      const CallOptions& options, const summary::v1::CompareArticlesRequest& request) const;

  absl::StatusOr<summary::v1::ExplainSummariesResponse> Explain(
      const CallOptions& options, const summary::v1::ExplainSummariesRequest& request) const;

  absl::StatusOr<summary::v1::VerifySummaryResponse> Verify(const CallOptions& options,
                                                            const summary::v1::VerifySummaryRequest& request) const;

  absl::StatusOr<summary::v1::LearnLexiconResponse> LearnLexicon(const CallOptions& options,
                                                                 const summary::v1::LearnLexiconRequest& request) const;

  absl::StatusOr<summary::v1::Capabilities> GetCapabilities(const CallOptions& options) const;

 private:
  RetryPolicy retry_;
  std::unique_ptr<summary::v1::SummaryService::StubInterface> stub_;
};

}  // namespace polygist::client
