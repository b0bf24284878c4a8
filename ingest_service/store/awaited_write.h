// A write that one thread waits for and another does.
#pragma once

#include <atomic>
#include <future>

#include "absl/status/status.h"
#include "common/base/request_context.h"

namespace polygist::ingest {

// Shared by both threads.
class AwaitedWrite {
 public:
  // True when nobody waits any more: the write may be left out when it has not begun.
  bool abandoned() const { return abandoned_; }

  // Exactly once.
  void Finish(const absl::Status& outcome) { outcome_.set_value(outcome); }

  // The outcome, or STORE_BUSY when there is none until the deadline of `call`. Once.
  absl::Status Wait(const RequestContext& call);

 private:
  std::atomic<bool> abandoned_ = false;
  std::promise<absl::Status> outcome_;
};

}  // namespace polygist::ingest
