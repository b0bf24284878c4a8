#include "client/retry.h"

#include <vector>

#include "common/base/error.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"

namespace polygist::client {
namespace {

using ::testing::ElementsAre;

absl::Status Busy(const char* millis) {
  return Error(absl::StatusCode::kResourceExhausted, "BUSY", "", {{"retry_delay_ms", millis}});
}

std::vector<absl::Duration> PausesOf(RetryPauses pauses, const absl::Status& failure) {
  std::vector<absl::Duration> all;
  while (const auto pause = pauses.Next(failure)) all.push_back(*pause);
  return all;
}

TEST(RetryTest, OnlyWhatMayWorkLaterIsRepeated) {
  EXPECT_TRUE(IsRetryable(absl::UnavailableError("")));
  EXPECT_TRUE(IsRetryable(Busy("5")));
  EXPECT_FALSE(IsRetryable(absl::ResourceExhaustedError("message too large")));
  EXPECT_FALSE(IsRetryable(absl::InvalidArgumentError("")));
  EXPECT_FALSE(IsRetryable(absl::DeadlineExceededError("")));
  EXPECT_FALSE(IsRetryable(absl::OkStatus()));
}

TEST(RetryTest, PausesDoubleUpToTheirMaximumAndEndWithTheTotal) {
  const RetryPolicy policy{absl::Milliseconds(100), absl::Milliseconds(300), absl::Milliseconds(1000)};
  EXPECT_THAT(
      PausesOf(RetryPauses(policy), absl::UnavailableError("")),
      ElementsAre(absl::Milliseconds(100), absl::Milliseconds(200), absl::Milliseconds(300), absl::Milliseconds(300)));
}

TEST(RetryTest, TheServiceIsGivenTheTimeItAsksFor) {
  EXPECT_EQ(RetryPauses(RetryPolicy()).Next(Busy("700")), absl::Milliseconds(700));
}

TEST(RetryTest, CallsThatFailTogetherComeBackApart) {
  const auto one = RetryPauses(RetryPolicy(), 0).Next(absl::UnavailableError(""));
  const auto other = RetryPauses(RetryPolicy(), 15).Next(absl::UnavailableError(""));
  EXPECT_LT(*one, *other);
  EXPECT_LT(*other, *one * 5 / 4);
}

TEST(RetryTest, NeverMeansNever) {
  EXPECT_EQ(RetryPauses(RetryPolicy::Never()).Next(absl::UnavailableError("")), std::nullopt);
}

}  // namespace
}  // namespace polygist::client
