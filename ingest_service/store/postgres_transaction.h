// One attempt to write a group of puts and deletions in one transaction. See postgres_group_writer.h.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "absl/types/span.h"
#include "common/base/request_context.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/postgres_connection.h"

namespace polygist::ingest {

struct PostgresWrite;

class PostgresTransaction {
 public:
  using Outcomes = std::vector<absl::StatusOr<PutResult>>;

  // `connection` is in no transaction. `now` is the time of the puts.
  PostgresTransaction(PostgresConnection& connection, const RequestContext& call, absl::Time now)
      : connection_(connection), call_(call), now_micros_(absl::ToUnixMicros(now)) {}

  // One outcome per write, when the transaction is committed; otherwise why it is not, as far as anybody knows.
  absl::StatusOr<Outcomes> Run(absl::Span<const PostgresWrite> group);

  // Whether the commit was sent: the transaction may have been committed even when its answer never came.
  bool commit_sent() const { return commit_sent_; }

 private:
  struct Article {
    std::string revision;  // The current one.
    int64_t create_time = 0;
    int64_t update_time = 0;
  };
  struct Collection {
    int64_t last_sequence = 0;
    bool changed = false;
    std::map<std::string, Article> articles;  // By ID, as the writes so far leave them.
  };

  absl::Status LockAndLookUp(absl::Span<const PostgresWrite> group);
  absl::StatusOr<PutResult> Apply(const PostgresWrite& write);
  absl::StatusOr<PutResult> Put(const ArticleRow& row);
  absl::StatusOr<PutResult> Delete(const ArticleRow& row);
  absl::Status SendRow(const ArticleRow& row, bool is_new, int64_t create_time);
  absl::Status SendChange(const ArticleRow& row, bool deleted);
  absl::Status SendSequences();
  absl::Status Commit();

  PostgresConnection& connection_;
  const RequestContext& call_;
  const int64_t now_micros_;
  std::map<std::string, Collection> collections_;
  absl::Status send_error_;  // The first failure to send a statement: the connection is broken.
  bool commit_sent_ = false;
};

}  // namespace polygist::ingest
