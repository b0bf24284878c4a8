#include "ingest_service/store/sqlite_group_commit.h"

#include <utility>

#include "common/base/status_macros.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {

SqliteGroupCommit::SqliteGroupCommit(SqliteDatabase& database, const StoreOptions& options)
    : database_(database),
      max_queued_rows_(options.max_queued_rows),
      max_queued_bytes_(options.max_queued_bytes),
      max_group_rows_(options.max_group_rows),
      max_group_bytes_(options.max_group_bytes),
      writer_([this] { WriteUntilStopped(); }) {}

SqliteGroupCommit::~SqliteGroupCommit() {
  {
    const std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  wake_.notify_one();
  writer_.join();
}

void SqliteGroupCommit::Submit(SqliteWrite write) {
  if (!Enqueue(write)) write.done(StoreQueueFull());
}

bool SqliteGroupCommit::Enqueue(SqliteWrite& write) {
  {
    const std::lock_guard lock(mutex_);
    if (!HasRoomFor(write)) return false;
    queued_bytes_ += write.bytes;
    queue_.push_back(std::move(write));
  }
  wake_.notify_one();
  return true;
}

bool SqliteGroupCommit::HasRoomFor(const SqliteWrite& write) const {
  if (queue_.empty()) return true;
  return static_cast<int>(queue_.size()) < max_queued_rows_ && queued_bytes_ + write.bytes <= max_queued_bytes_;
}

void SqliteGroupCommit::WriteUntilStopped() {
  while (true) {
    const std::vector<SqliteWrite> group = NextGroup();
    if (group.empty()) return;
    const std::vector<absl::Status> outcomes = CommitGroup(group);
    for (size_t i = 0; i < group.size(); ++i) group[i].done(outcomes[i]);
  }
}

std::vector<SqliteWrite> SqliteGroupCommit::NextGroup() {
  std::unique_lock lock(mutex_);
  wake_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
  std::vector<SqliteWrite> group;
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

// One outcome per write. A failure of the transaction as a whole is the outcome of every write that
// had none of its own.
std::vector<absl::Status> SqliteGroupCommit::CommitGroup(const std::vector<SqliteWrite>& group) {
  std::vector<absl::Status> outcomes(group.size());
  const absl::Status committed = ApplyAll(group, outcomes);
  for (absl::Status& outcome : outcomes) outcome.Update(committed);
  return outcomes;
}

absl::Status SqliteGroupCommit::ApplyAll(const std::vector<SqliteWrite>& group, std::vector<absl::Status>& outcomes) {
  ASSIGN_OR_RETURN(SqliteTransaction transaction, SqliteTransaction::Begin(database_, SqliteTransaction::Kind::kWrite));
  for (size_t i = 0; i < group.size(); ++i) {
    outcomes[i] = ApplyOne(group[i]);
    // Some errors (disk full, disk failure) make SQLite give up the transaction and all writes
    // before this one.
    if (!database_.InTransaction()) return outcomes[i];
  }
  return transaction.Commit();
}

absl::Status SqliteGroupCommit::ApplyOne(const SqliteWrite& write) {
  ASSIGN_OR_RETURN(SqliteSavepoint savepoint, SqliteSavepoint::Begin(database_));
  RETURN_IF_ERROR(write.apply());
  return savepoint.Keep();
}

}  // namespace polygist::ingest
