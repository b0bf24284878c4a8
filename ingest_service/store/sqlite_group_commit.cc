#include "ingest_service/store/sqlite_group_commit.h"

#include "common/base/status_macros.h"

namespace polygist::ingest {

SqliteGroupCommit::SqliteGroupCommit(SqliteDatabase& database, const StoreOptions& options)
    : database_(database), queue_(options, [this](std::vector<SqliteWrite> group) {
        const std::vector<absl::Status> outcomes = CommitGroup(group);
        for (size_t i = 0; i < group.size(); ++i) group[i].done(outcomes[i]);
      }) {}

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
