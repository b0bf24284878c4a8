#include "common/base/request_context.h"

#include <gtest/gtest.h>

namespace polygist {
namespace {

TEST(RequestContextTest, GoesOnByDefault) {
  EXPECT_FALSE(RequestContext().ShouldStop());
  EXPECT_TRUE(RequestContext().Check().ok());
}

TEST(RequestContextTest, StopsWhenCancelled) {
  RequestContext context;
  context.cancelled = [] { return true; };
  EXPECT_TRUE(context.ShouldStop());
  EXPECT_EQ(context.Check().code(), absl::StatusCode::kCancelled);
}

TEST(RequestContextTest, StopsAfterTheDeadline) {
  RequestContext context;
  context.deadline = absl::InfinitePast();
  EXPECT_EQ(ReasonOf(context.Check()), "DEADLINE_EXCEEDED");
}

}  // namespace
}  // namespace polygist
