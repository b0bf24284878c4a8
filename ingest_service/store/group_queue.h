// One writer thread that lets waiting writes share a commit: a commit costs about the same for one row as for a
// thousand. Whatever gathers in the queue while a commit runs makes up the next group; nothing waits for a group
// to fill.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <utility>
#include <vector>

#include "ingest_service/store/store_error.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

// A Write has `bytes`, about what it adds to the store, and `done`, which is called exactly once and takes a status.
template <typename Write>
class GroupQueue {
 public:
  // Commits a group, which is never empty, and calls `done` of each of its writes. Runs on the writer thread.
  using Commit = std::function<void(std::vector<Write> group)>;

  GroupQueue(const StoreOptions& options, Commit commit)
      : max_queued_rows_(options.max_queued_rows),
        max_queued_bytes_(options.max_queued_bytes),
        max_group_rows_(options.max_group_rows),
        max_group_bytes_(options.max_group_bytes),
        commit_(std::move(commit)),
        writer_([this] { WriteUntilStopped(); }) {}

  // Commits what is queued, then returns.
  ~GroupQueue() {
    {
      const std::lock_guard lock(mutex_);
      stopping_ = true;
    }
    wake_.notify_one();
    writer_.join();
  }

  GroupQueue(const GroupQueue&) = delete;
  GroupQueue& operator=(const GroupQueue&) = delete;

  // When the queue is full, `done` is called with STORE_QUEUE_FULL before Submit returns. Thread-safe.
  void Submit(Write write) {
    if (!Enqueue(write)) write.done(StoreQueueFull());
  }

 private:
  bool Enqueue(Write& write) {
    {
      const std::lock_guard lock(mutex_);
      if (!HasRoomFor(write)) return false;
      queued_bytes_ += write.bytes;
      queue_.push_back(std::move(write));
    }
    wake_.notify_one();
    return true;
  }

  // Requires mutex_.
  bool HasRoomFor(const Write& write) const {
    if (queue_.empty()) return true;
    return static_cast<int>(queue_.size()) < max_queued_rows_ && queued_bytes_ + write.bytes <= max_queued_bytes_;
  }

  void WriteUntilStopped() {
    while (true) {
      std::vector<Write> group = NextGroup();
      if (group.empty()) return;
      commit_(std::move(group));
    }
  }

  // Empty: stopped and nothing left.
  std::vector<Write> NextGroup() {
    std::unique_lock lock(mutex_);
    wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    std::vector<Write> group;
    int64_t group_bytes = 0;
    while (!queue_.empty() && static_cast<int>(group.size()) < max_group_rows_) {
      const int64_t bytes = queue_.front().bytes;
      if (!group.empty() && group_bytes + bytes > max_group_bytes_) break;
      group_bytes += bytes;
      group.push_back(std::move(queue_.front()));
      queue_.pop_front();
    }
    queued_bytes_ -= group_bytes;
    return group;
  }

  const int max_queued_rows_;
  const int64_t max_queued_bytes_;
  const int max_group_rows_;
  const int64_t max_group_bytes_;
  const Commit commit_;

  std::mutex mutex_;  // Guards the next four.
  std::condition_variable wake_;
  std::deque<Write> queue_;
  int64_t queued_bytes_ = 0;
  bool stopping_ = false;
  std::thread writer_;  // Last: it uses the others.
};

}  // namespace polygist::ingest
