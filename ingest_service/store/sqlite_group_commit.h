// Writes to SQLite by one thread, in groups that share a commit (group_queue.h).
#pragma once

#include <cstdint>
#include <functional>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "ingest_service/store/group_queue.h"
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
  // `database` is used by the writer thread alone from now on, and must outlive this, whose end commits what is queued.
  SqliteGroupCommit(SqliteDatabase& database, const StoreOptions& options);

  // As GroupQueue::Submit: `apply` and `done` run on the writer thread. Thread-safe.
  void Submit(SqliteWrite write) { queue_.Submit(std::move(write)); }

 private:
  std::vector<absl::Status> CommitGroup(const std::vector<SqliteWrite>& group);
  absl::Status ApplyAll(const std::vector<SqliteWrite>& group, std::vector<absl::Status>& outcomes);
  absl::Status ApplyOne(const SqliteWrite& write);

  SqliteDatabase& database_;
  GroupQueue<SqliteWrite> queue_;
};

}  // namespace polygist::ingest
