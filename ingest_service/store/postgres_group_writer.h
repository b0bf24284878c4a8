// Puts and deletions to PostgreSQL, a group in one transaction of two round trips: lock the collections and look up the
// articles; then write and commit.
//
// Replicas that write to one collection take turns by its row in the table `collections`, locked until the commit. So
// sequence numbers become visible in their order and none is skipped, whoever writes.
#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/postgres_connection.h"
#include "ingest_service/store/postgres_session.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

struct PostgresWrite {
  int64_t bytes = 0;                // About what it adds to the database.
  bool deletion = false;            // Of the article row.name, when row.revision is empty or its current revision.
  ArticleRow row;                   // Of a deletion: only name and revision.
  std::function<bool()> abandoned;  // Nobody waits any more. May be empty.
  // Called exactly once, with the result of a put; of a deletion the result says nothing.
  std::function<void(absl::StatusOr<PutResult>)> done;
};

class PostgresGroupWriter {
 public:
  PostgresGroupWriter(std::unique_ptr<PostgresSession> session, const StoreOptions& options)
      : session_(std::move(session)), commit_timeout_(options.commit_timeout), now_(options.now) {}

  // Writes the group and calls every `done`, after the commit. A row that the server refuses fails alone. When the
  // connection breaks or the time is over after the commit was sent, nobody knows whether it happened: UNAVAILABLE; all
  // may be written again, and what had happened is then kUnchanged.
  void Commit(std::vector<PostgresWrite> group);

 private:
  using Writes = absl::Span<const PostgresWrite>;
  using Outcomes = std::vector<absl::StatusOr<PutResult>>;

  absl::StatusOr<Outcomes> CommitPatiently(Writes group);

  const std::unique_ptr<PostgresSession> session_;
  const absl::Duration commit_timeout_;
  const std::function<absl::Time()> now_;
};

}  // namespace polygist::ingest
