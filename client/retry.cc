#include "client/retry.h"

#include <algorithm>
#include <cstdlib>
#include <string>

#include "common/base/error.h"

namespace polygist::client {
namespace {

// What the service asked for; zero when it did not say.
absl::Duration AskedPause(const absl::Status& failure) {
  const ErrorFacts facts = FactsOf(failure);
  const auto fact = facts.find("retry_delay_ms");
  if (fact == facts.end()) return absl::ZeroDuration();
  return absl::Milliseconds(std::max(0L, std::atol(fact->second.c_str())));
}

}  // namespace

bool IsRetryable(const absl::Status& status) {
  if (status.code() == absl::StatusCode::kUnavailable) return true;
  return status.code() == absl::StatusCode::kResourceExhausted && FactsOf(status).contains("retry_delay_ms");
}

std::optional<absl::Duration> RetryPauses::Next(const absl::Status& failure) {
  if (!IsRetryable(failure)) return std::nullopt;
  absl::Duration pause = policy_.first_pause;
  for (int i = 0; i < attempts_ && pause < policy_.max_pause; ++i) pause *= 2;
  pause = std::max(std::min(pause, policy_.max_pause), AskedPause(failure));
  pause += pause * static_cast<int64_t>(salt_ % 16) / 64;
  if (spent_ + pause > policy_.max_total) return std::nullopt;
  ++attempts_;
  spent_ += pause;
  return pause;
}

}  // namespace polygist::client
