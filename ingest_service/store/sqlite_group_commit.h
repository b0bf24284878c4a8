// One writer thread that lets waiting writes share a commit: an fsync costs the same for one row as
// for a thousand. Whatever gathers in the queue while a commit runs makes up the next group;
// nothing waits for a group to fill.
#pragma once

#include <condition_variable>
#include <cstdint>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

#include "absl/status/status.h"
#include "ingest_service/store/sqlite_database.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

struct SqliteWrite {
  int64_t bytes = 0;  // About what it adds to the database.
  // Changes the database, inside a transaction; what it changed is undone when it answers an error.
  std::function<absl::Status()> apply;
  // Called exactly once: after the commit with OK, or with the error of `apply` or of the commit.
  std::function<void(const absl::Status&)> done;
};

class SqliteGroupCommit {
 public:
  // `database` is used by the writer thread alone from now on, and must outlive this.
  SqliteGroupCommit(SqliteDatabase& database, const StoreOptions& options);
  // Commits what is queued, then returns.
  ~SqliteGroupCommit();
  SqliteGroupCommit(const SqliteGroupCommit&) = delete;
  SqliteGroupCommit& operator=(const SqliteGroupCommit&) = delete;

  // Queues `write`: `apply` and `done` run on the writer thread. When the queue is full, `done` is
  // called with STORE_QUEUE_FULL before Submit returns. Thread-safe.
  void Submit(SqliteWrite write);

 private:
  bool Enqueue(SqliteWrite& write);
  bool HasRoomFor(const SqliteWrite& write) const;  // Requires mutex_.
  void WriteUntilStopped();
  std::vector<SqliteWrite> NextGroup();  // Empty: stopped and nothing left.
  std::vector<absl::Status> CommitGroup(const std::vector<SqliteWrite>& group);
  absl::Status ApplyAll(const std::vector<SqliteWrite>& group, std::vector<absl::Status>& outcomes);
  absl::Status ApplyOne(const SqliteWrite& write);

  SqliteDatabase& database_;
  const int max_queued_rows_;
  const int64_t max_queued_bytes_;
  const int max_group_rows_;
  const int64_t max_group_bytes_;

  std::mutex mutex_;  // Guards the next four.
  std::condition_variable wake_;
  std::deque<SqliteWrite> queue_;
  int64_t queued_bytes_ = 0;
  bool stopping_ = false;
  std::thread writer_;
};

}  // namespace polygist::ingest
