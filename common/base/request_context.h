// What a piece of work knows about the call it serves. No gRPC type in it.
#pragma once

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"
#include "common/base/error.h"

namespace polygist {

struct RequestContext {
  std::string request_id;                        // Appears in the log line of the call.
  absl::Time deadline = absl::InfiniteFuture();  // The caller stops waiting then.
  std::function<bool()> cancelled;               // Empty: the work cannot be cancelled.

  // True when nobody waits for the result any more. Long loops ask once per article.
  bool ShouldStop() const { return (cancelled && cancelled()) || absl::Now() >= deadline; }

  // OK, or the status to stop with: CANCELLED or DEADLINE_EXCEEDED.
  absl::Status Check() const {
    if (cancelled && cancelled()) {
      return Error(absl::StatusCode::kCancelled, "CANCELLED", "The caller cancelled the call.");
    }
    if (absl::Now() >= deadline) {
      return Error(absl::StatusCode::kDeadlineExceeded, "DEADLINE_EXCEEDED",
                   "The deadline passed before the work was done. Send less or allow more time.");
    }
    return absl::OkStatus();
  }
};

}  // namespace polygist
