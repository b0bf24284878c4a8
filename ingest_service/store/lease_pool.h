// A few things, such as connections, lent out one call at a time.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/base/request_context.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {

// Thread-safe. Must outlive its leases.
template <typename Item>
class LeasePool {
 public:
  // An item of one's own; gone back to the pool when the lease ends.
  using Lease = std::unique_ptr<Item, std::function<void(Item*)>>;

  explicit LeasePool(std::vector<std::unique_ptr<Item>> items) : free_(std::move(items)) {}

  // Waits until an item is free. UNAVAILABLE, reason STORE_BUSY, when none is until the deadline of `call`.
  absl::StatusOr<Lease> Take(const RequestContext& call) {
    std::unique_lock lock(mutex_);
    const bool any_free =
        gave_back_.wait_until(lock, absl::ToChronoTime(call.deadline), [this] { return !free_.empty(); });
    if (!any_free) return StoreBusy();
    Item* item = free_.back().release();
    free_.pop_back();
    return Lease(item, [this](Item* used) { GiveBack(used); });
  }

 private:
  void GiveBack(Item* item) {
    {
      const std::lock_guard lock(mutex_);
      free_.emplace_back(item);
    }
    gave_back_.notify_one();
  }

  std::mutex mutex_;
  std::condition_variable gave_back_;
  std::vector<std::unique_ptr<Item>> free_;  // Guarded by mutex_.
};

}  // namespace polygist::ingest
