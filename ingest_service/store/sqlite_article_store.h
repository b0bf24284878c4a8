// Articles in one SQLite file: one writer thread whose waiting writes share a commit, and a few
// connections for reading, which never wait for the writer (write-ahead log, synchronous=FULL: a
// commit is on disk before its callers hear of it).
//
// Next to the file SQLite keeps PATH-wal and PATH-shm; the three belong together, on a local disk.
// Several processes may open the same file: they share SQLite's write lock, and one that cannot get
// it within StoreOptions::busy_timeout answers UNAVAILABLE, reason STORE_BUSY.
#pragma once

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/sqlite_database.h"
#include "ingest_service/store/sqlite_group_commit.h"
#include "ingest_service/store/sqlite_reader_pool.h"
#include "ingest_service/store/sqlite_row_writer.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

class SqliteArticleStore final : public ArticleStore {
 public:
  // Opens `path`, creates it when it is missing, and brings its schema up to date. The directory
  // must exist: a mistyped mount point must not turn into an empty store. `options` are valid.
  //
  // Messages name the path, for the operator who starts the service.
  //   FAILED_PRECONDITION  STORE_NOT_ACCESSIBLE, STORE_FOREIGN, STORE_SCHEMA_NEWER,
  //   STORE_WAL_UNSUPPORTED DATA_LOSS            STORE_CORRUPT UNAVAILABLE          STORE_BUSY
  static absl::StatusOr<std::unique_ptr<SqliteArticleStore>> Open(const std::string& path, const StoreOptions& options);

  // Writes what is queued, then closes. No other method may be running, and none of the callbacks
  // may do this.
  ~SqliteArticleStore() override = default;

  void Put(ArticleRow row, PutCallback done) override;
  absl::StatusOr<ArticleRow> Get(const RequestContext& call, const ArticleName& name, const std::string& revision,
                                 RowParts parts) override;
  absl::StatusOr<ListPage> List(const RequestContext& call, const ListQuery& query, const std::string& after, int limit,
                                RowParts parts) override;
  absl::Status Delete(const RequestContext& call, const ArticleName& name, const std::string& revision) override;
  absl::StatusOr<std::vector<ArticleChange>> ChangesSince(const RequestContext& call, const std::string& collection,
                                                          int64_t after, int limit) override;

 private:
  struct Connections {
    std::unique_ptr<SqliteDatabase> writer_database;
    std::unique_ptr<SqliteRowWriter> writer;
    std::unique_ptr<SqliteReaderPool> readers;
  };

  static absl::StatusOr<Connections> Connect(const std::string& path, const StoreOptions& options);
  SqliteArticleStore(Connections connections, const StoreOptions& options);

  const std::function<absl::Time()> now_;
  Connections connections_;
  SqliteGroupCommit commits_;  // Last: its end drains the queue, which needs the writer.
};

}  // namespace polygist::ingest
