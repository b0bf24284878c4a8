#include "common/rpc/work_pool.h"

#include <gtest/gtest.h>

#include <atomic>
#include <future>

namespace polygist::rpc {
namespace {

TEST(WorkPoolTest, RunsEveryTaskBeforeTheDestructorReturns) {
  std::atomic<int> ran = 0;
  {
    WorkPool pool({.threads = 3, .queue_limit = 100});
    for (int i = 0; i < 50; ++i) pool.Submit([&] { ++ran; });
  }
  EXPECT_EQ(ran, 50);
}

TEST(WorkPoolTest, RefusesWhenTheQueueIsFullAndAcceptsAgainWhenItIsNot) {
  std::promise<void> release;
  const std::shared_future<void> released = release.get_future().share();
  std::promise<void> started;
  WorkPool pool({.threads = 1, .queue_limit = 1});
  ASSERT_TRUE(pool.TrySubmit([&] {
    started.set_value();
    released.wait();
  }));
  started.get_future().wait();
  EXPECT_TRUE(pool.TrySubmit([] {}));
  EXPECT_FALSE(pool.TrySubmit([] {}));
  std::promise<void> ran;
  pool.Submit([&] { ran.set_value(); });  // Bounded by its caller, so never refused.
  release.set_value();
  ran.get_future().wait();
  EXPECT_TRUE(pool.TrySubmit([] {}));
}

}  // namespace
}  // namespace polygist::rpc
