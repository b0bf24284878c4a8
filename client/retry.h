// Which failed calls are made again, and after what pause.
//
// All calls of the API may be repeated: reads by nature, ingests because the same content is
// answered UNCHANGED, deletes because a second one changes nothing (it answers NOT_FOUND).
#pragma once

#include <cstdint>
#include <optional>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace polygist::client {

struct RetryPolicy {
  // Pause after the first failure; each further one doubles, up to `max_pause`.
  absl::Duration first_pause = absl::Milliseconds(100);
  absl::Duration max_pause = absl::Seconds(2);
  // Sum of all pauses of one call. Zero: never repeat.
  absl::Duration max_total = absl::Seconds(10);

  // For servers, which leave repeating to their callers.
  static RetryPolicy Never() { return {.max_total = absl::ZeroDuration()}; }
};

// UNAVAILABLE, and RESOURCE_EXHAUSTED when the service said how long to wait (fact
// "retry_delay_ms"): without it a limit was hit that waiting does not move.
bool IsRetryable(const absl::Status& status);

// The pauses of one call. Not thread-safe.
class RetryPauses {
 public:
  // Calls with different `salt` pause up to a quarter longer than others, so that many calls which
  // failed together do not come back together.
  explicit RetryPauses(const RetryPolicy& policy, uint64_t salt = 0) : policy_(policy), salt_(salt) {}

  // How long to wait before the next attempt; never less than the service asked for. Absent when
  // the call must not be repeated, or not any more.
  std::optional<absl::Duration> Next(const absl::Status& failure);

 private:
  RetryPolicy policy_;
  uint64_t salt_;
  int attempts_ = 0;
  absl::Duration spent_ = absl::ZeroDuration();
};

}  // namespace polygist::client
