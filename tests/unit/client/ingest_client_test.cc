#include "client/ingest_client.h"

#include <atomic>
#include <string>
#include <thread>

#include "absl/time/clock.h"
#include "client/channel.h"
#include "common/base/error.h"
#include "common/rpc/status_conversion.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/unit/client/fake_services.h"

namespace polygist::client {
namespace {

using ::testing::ElementsAre;

const RetryPolicy kQuick{absl::Milliseconds(1), absl::Milliseconds(2), absl::Milliseconds(50)};

grpc::Status Unavailable() { return {grpc::StatusCode::UNAVAILABLE, "down"}; }

class IngestClientTest : public ::testing::Test {
 protected:
  FakeServer server_;
  IngestClient client_{OpenChannel(server_.address), kQuick};
};

TEST_F(IngestClientTest, AFailureKeepsReasonAndFacts) {
  const absl::Status refusal = InvalidField("name", "RESOURCE_NAME_INVALID", "The name has a slash too many.");
  server_.ingest.on_get = [&](auto...) { return rpc::ToGrpc(refusal); };
  EXPECT_EQ(client_.Get({}, {}).status(), refusal);
}

TEST_F(IngestClientTest, ACallIsRepeatedUntilTheServiceIsBack) {
  int calls = 0;
  server_.ingest.on_get = [&](auto*, const auto& request, ingest::v1::Article& article) {
    article.set_name(request.name());
    return ++calls < 3 ? Unavailable() : grpc::Status::OK;
  };
  ingest::v1::GetArticleRequest request;
  request.set_name("collections/default/articles/a");
  const auto article = client_.Get({}, request);
  ASSERT_TRUE(article.ok()) << article.status();
  EXPECT_EQ(article->name(), request.name());
  EXPECT_EQ(calls, 3);
}

TEST_F(IngestClientTest, RepeatingEnds) {
  server_.ingest.on_get = [](auto...) { return Unavailable(); };
  EXPECT_EQ(client_.Get({}, {}).status().code(), absl::StatusCode::kUnavailable);
}

TEST_F(IngestClientTest, DeadlineAndRequestIdReachTheService) {
  std::string id;
  absl::Duration left;
  server_.ingest.on_get = [&](grpc::ServerContext* context, auto&...) {
    const auto& metadata = context->client_metadata();
    const auto found = metadata.find(kRequestIdKey);
    if (found != metadata.end()) id.assign(found->second.data(), found->second.size());
    left = absl::FromChrono(context->deadline()) - absl::Now();
    return grpc::Status::OK;
  };
  ASSERT_TRUE(client_.Get({.deadline = absl::Now() + absl::Seconds(60), .request_id = "r-1"}, {}).ok());
  EXPECT_EQ(id, "r-1");
  EXPECT_LE(left, absl::Seconds(61));  // The wire rounds up.
  EXPECT_GT(left, absl::Seconds(30));
}

TEST_F(IngestClientTest, CancellingStopsTheCallAtTheService) {
  std::atomic<bool> arrived = false;
  server_.ingest.on_get = [&](grpc::ServerContext* context, auto&...) {
    arrived = true;
    while (!context->IsCancelled()) std::this_thread::yield();
    return grpc::Status::CANCELLED;
  };
  const CallOptions options{.cancelled = [&] { return arrived.load(); }};
  EXPECT_EQ(client_.Get(options, {}).status().code(), absl::StatusCode::kCancelled);
}

TEST_F(IngestClientTest, APassedDeadlineMakesNoCall) {
  server_.ingest.on_get = [](auto...) -> grpc::Status {
    ADD_FAILURE();
    return grpc::Status::OK;
  };
  EXPECT_EQ(client_.Get({.deadline = absl::InfinitePast()}, {}).status().code(), absl::StatusCode::kDeadlineExceeded);
}

TEST_F(IngestClientTest, NormalizeAllAnswersEachRequestInOrder) {
  std::atomic<int> running = 0;
  std::atomic<int> most = 0;
  server_.ingest.on_normalize = [&](auto*, const ingest::v1::NormalizeArticleRequest& request,
                                    ingest::v1::NormalizeArticleResponse& response) {
    const int now = ++running;
    for (int seen = most; seen < now && !most.compare_exchange_weak(seen, now);) {
    }
    response.mutable_article()->set_text(request.content().bytes());
    --running;
    return request.content().bytes() == "7" ? rpc::ToGrpc(InvalidField("content", "BAD", "no")) : grpc::Status::OK;
  };
  std::vector<ingest::v1::NormalizeArticleRequest> requests(40);
  for (size_t i = 0; i < requests.size(); ++i) {
    requests[i].mutable_content()->set_bytes(std::to_string(i));
  }
  const auto articles = client_.NormalizeAll({}, requests, 3);
  ASSERT_EQ(articles.size(), requests.size());
  for (size_t i = 0; i < articles.size(); ++i) {
    if (i == 7) {
      EXPECT_EQ(ReasonOf(articles[i].status()), "BAD");
    } else {
      ASSERT_TRUE(articles[i].ok());
      EXPECT_EQ(articles[i]->text(), std::to_string(i));
    }
  }
  EXPECT_LE(most, 3);
}

TEST_F(IngestClientTest, NormalizeAllOfNothingIsNothing) { EXPECT_TRUE(client_.NormalizeAll({}, {}).empty()); }

TEST_F(IngestClientTest, ForEachReadsPageAfterPage) {
  server_.ingest.on_list = [](auto*, const ingest::v1::ListArticlesRequest& request,
                              ingest::v1::ListArticlesResponse& page) {
    page.add_articles()->set_name(request.page_token() + "1");
    page.add_articles()->set_name(request.page_token() + "2");
    if (request.page_token() != "bb") page.set_next_page_token(request.page_token() + "b");
    return grpc::Status::OK;
  };
  std::vector<std::string> names;
  const auto visit = [&](const ingest::v1::Article& article) {
    names.push_back(article.name());
    return absl::OkStatus();
  };
  ASSERT_TRUE(client_.ForEach({}, {}, visit).ok());
  EXPECT_THAT(names, ElementsAre("1", "2", "b1", "b2", "bb1", "bb2"));
}

TEST(IngestClientWithoutServiceTest, AnUnreachableServiceIsUnavailable) {
  const IngestClient client(OpenChannel("127.0.0.1:1"), kQuick);
  EXPECT_EQ(client.Get({}, {}).status().code(), absl::StatusCode::kUnavailable);
}

}  // namespace
}  // namespace polygist::client
