// Typed client of polygist.ingest.v1.IngestService.
//
//   IngestClient ingest(OpenChannel(IngestAddress()));
//   const auto article = ingest.Get({.deadline = absl::Now() + absl::Seconds(5)}, request);
//
// Failures are those of the service, with reason and facts (common/base/error.h), and UNAVAILABLE
// when it cannot be reached. Thread-safe.
#pragma once

#include <grpcpp/channel.h>

#include <functional>
#include <memory>
#include <span>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/call_options.h"
#include "client/retry.h"
#include "polygist/ingest/v1/ingest_service.grpc.pb.h"

namespace polygist::client {

class IngestClient {
 public:
  explicit IngestClient(std::shared_ptr<grpc::Channel> channel, const RetryPolicy& retry = {});

  absl::StatusOr<ingest::v1::IngestArticleResponse> Ingest(const CallOptions& options,
                                                           const ingest::v1::IngestArticleRequest& request) const;

  absl::StatusOr<ingest::v1::Article> Normalize(const CallOptions& options,
                                                const ingest::v1::NormalizeArticleRequest& request) const;

  // One article per request, in order; one that fails does not stop the others. At most `in_flight`
  // calls run at a time; deadline and cancellation apply to all together.
  std::vector<absl::StatusOr<ingest::v1::Article>> NormalizeAll(
      const CallOptions& options, std::span<const ingest::v1::NormalizeArticleRequest> requests,
      int in_flight = 8) const;

  absl::StatusOr<ingest::v1::Article> Get(const CallOptions& options,
                                          const ingest::v1::GetArticleRequest& request) const;

  // In the order of the names.
  absl::StatusOr<std::vector<ingest::v1::Article>> BatchGet(const CallOptions& options,
                                                            const ingest::v1::BatchGetArticlesRequest& request) const;

  // One page.
  absl::StatusOr<ingest::v1::ListArticlesResponse> List(const CallOptions& options,
                                                        const ingest::v1::ListArticlesRequest& request) const;

  // All articles from `request.page_token` on, page by page, ascending by ID. Stops at the first
  // status of `visit` that is not OK and returns it.
  absl::Status ForEach(const CallOptions& options, ingest::v1::ListArticlesRequest request,
                       const std::function<absl::Status(const ingest::v1::Article&)>& visit) const;

  absl::Status Delete(const CallOptions& options, const ingest::v1::DeleteArticleRequest& request) const;

  absl::StatusOr<ingest::v1::SourceTemplate> LearnTemplate(const CallOptions& options,
                                                           const ingest::v1::LearnTemplateRequest& request) const;

  absl::StatusOr<ingest::v1::SourceTemplate> GetTemplate(const CallOptions& options,
                                                         const ingest::v1::GetTemplateRequest& request) const;

  // One page.
  absl::StatusOr<ingest::v1::ListTemplatesResponse> ListTemplates(
      const CallOptions& options, const ingest::v1::ListTemplatesRequest& request) const;

  absl::Status DeleteTemplate(const CallOptions& options, const ingest::v1::DeleteTemplateRequest& request) const;

  absl::StatusOr<ingest::v1::Capabilities> GetCapabilities(const CallOptions& options) const;

  // For IngestStream.
  ingest::v1::IngestService::StubInterface& stub() const { return *stub_; }

 private:
  RetryPolicy retry_;
  std::unique_ptr<ingest::v1::IngestService::StubInterface> stub_;
};

}  // namespace polygist::client
