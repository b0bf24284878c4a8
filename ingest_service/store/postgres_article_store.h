// Articles in a PostgreSQL database, or in an engine that speaks its protocol: for more than one machine. Any number of
// services may share a database, on any number of machines; each has one writer thread, whose waiting writes share a
// commit, and a few connections for reading.
//
// Connections are made when they are needed and again after they broke, so the store outlives restarts and failovers of
// its servers: calls meanwhile answer UNAVAILABLE. All read and write the primary, so everybody sees what was
// acknowledged. A commit is acknowledged when the server says that it is durable; what that takes is the server's
// configuration (fsync, synchronous_commit, synchronous_standby_names).
#pragma once

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/group_queue.h"
#include "ingest_service/store/lease_pool.h"
#include "ingest_service/store/postgres_group_writer.h"
#include "ingest_service/store/postgres_session.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

class PostgresArticleStore final : public ArticleStore {
 public:
  // Connects, and brings the schema up to date: in the first schema of the connection's search_path. The database must
  // exist. `options` are valid.
  //
  // Messages name the server and database, never the password, for the operator who starts the service.
  //   INVALID_ARGUMENT     STORE_URI_INVALID
  //   FAILED_PRECONDITION  STORE_NOT_ACCESSIBLE, STORE_ENCODING, STORE_FOREIGN, STORE_SCHEMA_NEWER
  //   UNAVAILABLE          STORE_IO_FAILED, STORE_BUSY
  static absl::StatusOr<std::unique_ptr<PostgresArticleStore>> Open(std::string_view uri, const StoreOptions& options);

  // Writes what is queued, then closes. No other method may be running, and none of the callbacks may do this.
  ~PostgresArticleStore() override = default;

  void Put(ArticleRow row, PutCallback done) override;
  absl::StatusOr<ArticleRow> Get(const RequestContext& call, const ArticleName& name, const std::string& revision,
                                 RowParts parts) override;
  absl::StatusOr<ListPage> List(const RequestContext& call, const ListQuery& query, const std::string& after, int limit,
                                RowParts parts) override;
  absl::Status Delete(const RequestContext& call, const ArticleName& name, const std::string& revision) override;
  absl::StatusOr<std::vector<ArticleChange>> ChangesSince(const RequestContext& call, const std::string& collection,
                                                          int64_t after, int limit) override;

 private:
  using Readers = std::vector<std::unique_ptr<PostgresSession>>;

  PostgresArticleStore(std::unique_ptr<PostgresSession> writer, Readers readers, const StoreOptions& options);

  PostgresGroupWriter writer_;
  LeasePool<PostgresSession> readers_;
  GroupQueue<PostgresWrite> queue_;  // Last: its end drains it, which needs the writer.
};

}  // namespace polygist::ingest
