#include "ingest_service/store/postgres_group_writer.h"

#include <utility>

#include "common/base/request_context.h"
#include "ingest_service/store/postgres_error.h"
#include "ingest_service/store/postgres_transaction.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {
namespace {

// How often a transaction begins again that the server rolled back because of another one, or whose standing connection
// turned out to be dead.
constexpr int kAttempts = 4;

// The row is at fault, not the server: it would be refused again, and the others would not.
bool IsRefusal(const absl::Status& status) {
  return status.code() == absl::StatusCode::kInvalidArgument || status.code() == absl::StatusCode::kInternal;
}

}  // namespace

void PostgresGroupWriter::Commit(std::vector<PostgresWrite> group) {
  absl::StatusOr<Outcomes> outcomes = CommitPatiently(group);
  const bool one_by_one = group.size() > 1 && IsRefusal(outcomes.status());
  for (size_t i = 0; i < group.size(); ++i) {
    if (one_by_one) outcomes = CommitPatiently(Writes(group).subspan(i, 1));
    if (outcomes.ok()) {
      group[i].done(std::move((*outcomes)[one_by_one ? 0 : i]));
    } else {
      group[i].done(outcomes.status());
    }
  }
}

// Begins again only while it is certain that nothing was committed.
absl::StatusOr<PostgresGroupWriter::Outcomes> PostgresGroupWriter::CommitPatiently(Writes group) {
  const RequestContext call{.deadline = absl::Now() + commit_timeout_};
  for (int attempt = 1;; ++attempt) {
    const bool stood = session_->stands();
    const absl::StatusOr<PostgresConnection*> connected = session_->Connect(call);
    if (!connected.ok()) return absl::IsDeadlineExceeded(connected.status()) ? StoreBusy() : connected.status();
    PostgresConnection* const connection = *connected;
    PostgresTransaction transaction(*connection, call, now_());
    absl::StatusOr<Outcomes> outcomes = transaction.Run(group);
    if (outcomes.ok()) return outcomes;
    if (absl::IsDeadlineExceeded(outcomes.status())) return StoreBusy();
    if (connection->usable() && !connection->Execute("ROLLBACK", call).ok()) session_->Drop();
    const bool died_before_commit = stood && !session_->stands() && !transaction.commit_sent();
    const bool certain = died_before_commit || IsRolledBackByConflict(outcomes.status());
    if (!certain || attempt == kAttempts) return outcomes;
  }
}

}  // namespace polygist::ingest
