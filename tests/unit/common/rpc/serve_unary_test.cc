#include "common/rpc/serve_unary.h"

#include <gmock/gmock.h>
#include <grpcpp/create_channel.h>
#include <gtest/gtest.h>

#include <chrono>
#include <future>
#include <memory>
#include <string>

#include "absl/time/clock.h"
#include "common/rpc/health.h"
#include "common/rpc/server.h"
#include "polygist/summary/v1/summary_service.grpc.pb.h"
#include "tests/support/status_matchers.h"

namespace polygist::rpc {
namespace {

using summary::v1::Capabilities;
using summary::v1::GetCapabilitiesRequest;
using testing::IsOk;
using testing::StatusIs;

// A service whose one method does what the test says.
class OneMethod final : public summary::v1::SummaryService::CallbackService {
 public:
  OneMethod(WorkPool& pool, std::function<absl::Status(const RequestContext&)> work)
      : pool_(pool), work_(std::move(work)) {}

  grpc::ServerUnaryReactor* GetCapabilities(grpc::CallbackServerContext* context, const GetCapabilitiesRequest*,
                                            Capabilities* response) override {
    return ServeUnary(pool_, "GetCapabilities", context, [=, this](const RequestContext& call) {
      response->mutable_versions()->set_engine("seen");
      return work_(call);
    });
  }

 private:
  WorkPool& pool_;
  std::function<absl::Status(const RequestContext&)> work_;
};

class ServeUnaryTest : public ::testing::Test {
 protected:
  void Start(std::function<absl::Status(const RequestContext&)> work, const WorkPoolOptions& pool = {}) {
    pool_ = std::make_unique<WorkPool>(pool);
    service_ = std::make_unique<OneMethod>(*pool_, std::move(work));
    server_ = *Server::Start({.listen = "127.0.0.1:0", .drain = absl::Seconds(5)}, {service_.get()}, pool_->calls());
    address_ = "127.0.0.1:" + std::to_string(server_->port());
    stub_ = summary::v1::SummaryService::NewStub(grpc::CreateChannel(address_, grpc::InsecureChannelCredentials()));
  }

  void TearDown() override {
    if (server_) server_->Drain();
  }

  absl::Status Call(grpc::ClientContext& context) {
    Capabilities response;
    return FromGrpc(stub_->GetCapabilities(&context, {}, &response));
  }

  std::unique_ptr<WorkPool> pool_;
  std::unique_ptr<OneMethod> service_;
  std::unique_ptr<Server> server_;
  std::string address_;
  std::unique_ptr<summary::v1::SummaryService::Stub> stub_;
};

TEST_F(ServeUnaryTest, PassesRequestIdAndDeadlineAndAnswers) {
  RequestContext seen;
  Start([&](const RequestContext& call) {
    seen = call;
    return absl::OkStatus();
  });
  grpc::ClientContext context;
  context.AddMetadata("x-request-id", "from-the-caller");
  context.set_deadline(std::chrono::system_clock::now() + std::chrono::seconds(30));
  EXPECT_THAT(Call(context), IsOk());
  EXPECT_EQ(seen.request_id, "from-the-caller");
  EXPECT_LT(seen.deadline, absl::Now() + absl::Seconds(31));
}

TEST_F(ServeUnaryTest, ErrorsArriveWithReason) {
  Start([](const RequestContext&) { return InvalidField("name", "NAME_ODD", "The name is odd."); });
  grpc::ClientContext context;
  EXPECT_THAT(Call(context), StatusIs(absl::StatusCode::kInvalidArgument, "NAME_ODD"));
}

TEST_F(ServeUnaryTest, WorkSeesThatItsCallerIsGone) {
  std::promise<void> started;
  std::promise<bool> stopped;
  Start([&](const RequestContext& call) {
    started.set_value();
    while (!call.ShouldStop()) std::this_thread::yield();
    stopped.set_value(true);
    return call.Check();
  });
  grpc::ClientContext context;
  auto answer = std::async(std::launch::async, [&] { return Call(context); });
  started.get_future().wait();
  context.TryCancel();
  EXPECT_TRUE(stopped.get_future().get());
  EXPECT_EQ(answer.get().code(), absl::StatusCode::kCancelled);
}

TEST_F(ServeUnaryTest, FullPoolRefusesAtOnceAndSaysWhenToComeBack) {
  std::promise<void> release;
  const std::shared_future<void> released = release.get_future().share();
  std::promise<void> started;
  Start(
      [&, first = std::make_shared<std::atomic<bool>>(true)](const RequestContext&) {
        if (first->exchange(false)) started.set_value();
        released.wait();
        return absl::OkStatus();
      },
      {.threads = 1, .queue_limit = 1});
  grpc::ClientContext busy;
  auto running = std::async(std::launch::async, [&] { return Call(busy); });
  started.get_future().wait();
  ASSERT_TRUE(pool_->TrySubmit([] {}));  // Takes the one place in the queue.
  grpc::ClientContext refused;
  const absl::Status status = Call(refused);
  EXPECT_THAT(status, StatusIs(absl::StatusCode::kResourceExhausted, "QUEUE_FULL"));
  EXPECT_EQ(FactsOf(status).count("retry_delay_ms"), 1u);
  release.set_value();
  EXPECT_THAT(running.get(), IsOk());
}

TEST_F(ServeUnaryTest, HealthIsServedAndEndsWithTheServer) {
  Start([](const RequestContext&) { return absl::OkStatus(); });
  const auto channel = grpc::CreateChannel(address_, grpc::InsecureChannelCredentials());
  EXPECT_THAT(CheckHealth(channel, absl::Now() + absl::Seconds(5)), IsOk());
  server_->Drain();
  server_.reset();
  EXPECT_EQ(CheckHealth(channel, absl::Now() + absl::Seconds(1)).code(), absl::StatusCode::kUnavailable);
}

TEST_F(ServeUnaryTest, AStoppingServerRefusesNewCallsAndAnswersThoseThatRun) {
  std::promise<void> release;
  const std::shared_future<void> released = release.get_future().share();
  std::promise<void> started;
  Start([&, first = std::make_shared<std::atomic<bool>>(true)](const RequestContext&) {
    if (!first->exchange(false)) return absl::OkStatus();
    started.set_value();
    released.wait();
    return absl::OkStatus();
  });
  grpc::ClientContext slow;
  auto running = std::async(std::launch::async, [&] { return Call(slow); });
  started.get_future().wait();
  auto drained = std::async(std::launch::async, [&] { server_->Drain(); });
  absl::Status later;
  while (later.ok()) {  // Until Drain has begun.
    grpc::ClientContext context;
    later = Call(context);
  }
  EXPECT_THAT(later, StatusIs(absl::StatusCode::kUnavailable, "STOPPING"));
  release.set_value();
  EXPECT_THAT(running.get(), IsOk());
  drained.wait();
  server_.reset();
}

TEST_F(ServeUnaryTest, ASecondServerOnTheSamePortIsRefused) {
  Start([](const RequestContext&) { return absl::OkStatus(); });
  EXPECT_THAT(Server::Start({.listen = address_}, {service_.get()}, pool_->calls()),
              StatusIs(absl::StatusCode::kUnavailable, "ADDRESS_UNAVAILABLE"));
}

}  // namespace
}  // namespace polygist::rpc
