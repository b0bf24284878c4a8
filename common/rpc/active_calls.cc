#include "common/rpc/active_calls.h"

namespace polygist::rpc {

bool ActiveCalls::CloseAndWait(absl::Time deadline) {
  std::unique_lock lock(mutex_);
  closed_ = true;
  return none_left_.wait_until(lock, absl::ToChronoTime(deadline), [this] { return running_ == 0; });
}

bool ActiveCalls::TryBegin() {
  const std::lock_guard lock(mutex_);
  if (closed_) return false;
  ++running_;
  return true;
}

void ActiveCalls::End() {
  const std::lock_guard lock(mutex_);
  // Under the lock: whoever waits may destroy this object as soon as it has seen that none is left.
  if (--running_ == 0) none_left_.notify_all();
}

}  // namespace polygist::rpc
