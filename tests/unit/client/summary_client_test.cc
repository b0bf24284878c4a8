#include "client/summary_client.h"

#include "absl/time/clock.h"
#include "client/channel.h"
#include "common/base/error.h"
#include "common/rpc/health.h"
#include "common/rpc/status_conversion.h"
#include "gtest/gtest.h"
#include "tests/unit/client/fake_services.h"

namespace polygist::client {
namespace {

absl::Time InFiveSeconds() { return absl::Now() + absl::Seconds(5); }

TEST(SummaryClientTest, TheResponseArrives) {
  FakeServer server;
  server.summary.on_summarize = [](auto*, const summary::v1::SummarizeArticlesRequest& request,
                                   summary::v1::SummarizeArticlesResponse& response) {
    response.set_digest(request.names().names(0));
    return grpc::Status::OK;
  };
  summary::v1::SummarizeArticlesRequest request;
  request.mutable_names()->add_names("collections/default/articles/n");
  const auto response = SummaryClient(OpenChannel(server.address)).Summarize({}, request);
  ASSERT_TRUE(response.ok()) << response.status();
  EXPECT_EQ(response->digest(), "collections/default/articles/n");
}

TEST(SummaryClientTest, AFailureKeepsItsReason) {
  FakeServer server;
  const absl::Status refusal = InvalidField("options.budget", "BUDGET_OUT_OF_RANGE", "At least 1.");
  server.summary.on_summarize = [&](auto...) { return rpc::ToGrpc(refusal); };
  EXPECT_EQ(SummaryClient(OpenChannel(server.address)).Summarize({}, {}).status(), refusal);
}

TEST(HealthTest, AServerThatServesIsHealthy) {
  FakeServer server;
  EXPECT_TRUE(rpc::CheckHealth(OpenChannel(server.address), InFiveSeconds()).ok());
}

TEST(HealthTest, AServerThatStopsIsNot) {
  FakeServer server;
  server.server->GetHealthCheckService()->SetServingStatus(false);
  const absl::Status status = rpc::CheckHealth(OpenChannel(server.address), InFiveSeconds());
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ReasonOf(status), "NOT_SERVING");
}

TEST(HealthTest, NobodyThereIsUnavailable) {
  EXPECT_EQ(rpc::CheckHealth(OpenChannel("127.0.0.1:1"), InFiveSeconds()).code(), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace polygist::client
