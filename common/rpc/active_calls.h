// Which calls run, so that a server stops without losing an answer.
#pragma once

#include <condition_variable>
#include <mutex>

#include "absl/time/time.h"

namespace polygist::rpc {

// Thread-safe. Outlives its ActiveCall objects.
class ActiveCalls {
 public:
  // Admits no more calls. Returns when none is left, or at `deadline`; whether none is left.
  bool CloseAndWait(absl::Time deadline);

 private:
  friend class ActiveCall;
  bool TryBegin();
  void End();

  std::mutex mutex_;
  std::condition_variable none_left_;
  bool closed_ = false;
  int running_ = 0;
};

// One call. A reactor holds it as a member and so until OnDone, when its answer is with the kernel; Finish is too
// early.
class ActiveCall {
 public:
  explicit ActiveCall(ActiveCalls& calls) : calls_(calls), admitted_(calls.TryBegin()) {}
  ~ActiveCall() {
    if (admitted_) calls_.End();
  }
  ActiveCall(const ActiveCall&) = delete;
  ActiveCall& operator=(const ActiveCall&) = delete;

  // False when the server stops: answer with Stopping() of call.h, and begin no work.
  bool admitted() const { return admitted_; }

 private:
  ActiveCalls& calls_;
  const bool admitted_;
};

}  // namespace polygist::rpc
