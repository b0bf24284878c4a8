#include "common/rpc/active_calls.h"

#include <gtest/gtest.h>

#include <future>
#include <memory>

#include "absl/time/clock.h"

namespace polygist::rpc {
namespace {

TEST(ActiveCallsTest, AdmitsUntilClosed) {
  ActiveCalls calls;
  EXPECT_TRUE(ActiveCall(calls).admitted());
  EXPECT_TRUE(calls.CloseAndWait(absl::InfiniteFuture()));
  EXPECT_FALSE(ActiveCall(calls).admitted());
}

TEST(ActiveCallsTest, WaitsForEveryAdmittedCall) {
  ActiveCalls calls;
  auto first = std::make_unique<ActiveCall>(calls);
  auto second = std::make_unique<ActiveCall>(calls);
  EXPECT_FALSE(calls.CloseAndWait(absl::Now()));
  first.reset();
  EXPECT_FALSE(calls.CloseAndWait(absl::Now()));
  auto waiting = std::async(std::launch::async, [&] { return calls.CloseAndWait(absl::InfiniteFuture()); });
  second.reset();
  EXPECT_TRUE(waiting.get());
}

TEST(ActiveCallsTest, ARefusedCallIsNotWaitedFor) {
  ActiveCalls calls;
  EXPECT_TRUE(calls.CloseAndWait(absl::Now()));
  const ActiveCall refused(calls);
  EXPECT_TRUE(calls.CloseAndWait(absl::Now()));
}

}  // namespace
}  // namespace polygist::rpc
