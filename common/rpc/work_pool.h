// Threads with a bounded queue, so that a burst is refused instead of piling up, and the calls they work for.
#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "common/rpc/active_calls.h"

namespace polygist::rpc {

struct WorkPoolOptions {
  int threads = 4;        // Range [1, 1024].
  int queue_limit = 256;  // Tasks that may wait for TrySubmit to accept another. Range [1, 1'000'000].
};

// Thread-safe. The destructor runs what is queued and then joins.
class WorkPool {
 public:
  explicit WorkPool(const WorkPoolOptions& options);
  ~WorkPool();
  WorkPool(const WorkPool&) = delete;
  WorkPool& operator=(const WorkPool&) = delete;

  // Runs `task` on some thread, or returns false at once when the queue is full.
  bool TrySubmit(std::function<void()> task);

  // Runs `task` on some thread. For callers that bound their own tasks, such as a stream with a window.
  void Submit(std::function<void()> task);

  // The calls that this pool works for. A call counts from before its task is submitted.
  ActiveCalls& calls() { return calls_; }

 private:
  void Run();

  const WorkPoolOptions options_;
  ActiveCalls calls_;
  std::mutex mutex_;
  std::condition_variable wake_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace polygist::rpc
