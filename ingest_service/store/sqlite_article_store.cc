#include "ingest_service/store/sqlite_article_store.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "ingest_service/store/awaited_write.h"
#include "ingest_service/store/sqlite_schema.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {
namespace {

// synchronous=FULL makes every commit wait for the disk. The limit gives the log's space back after
// a burst.
constexpr char kWriterSettings[] = R"sql(
  PRAGMA synchronous = FULL;
  PRAGMA foreign_keys = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cache_size = -16384;
  PRAGMA journal_size_limit = 67108864;
)sql";

absl::StatusOr<std::unique_ptr<SqliteDatabase>> OpenWriter(const std::string& path, const StoreOptions& options) {
  ASSIGN_OR_RETURN(SqliteDatabase opened,
                   SqliteDatabase::Open(path, {.busy_timeout = options.busy_timeout, .vfs = options.sqlite_vfs}));
  auto database = std::make_unique<SqliteDatabase>(std::move(opened));
  RETURN_IF_ERROR(database->Execute(kWriterSettings));
  // The schema first: the journal mode is a property of the file, and another program's file is
  // left alone.
  RETURN_IF_ERROR(MigrateSqliteSchema(*database));
  ASSIGN_OR_RETURN(const std::string mode, database->QueryText("PRAGMA journal_mode = WAL"));
  if (mode == "wal") return database;
  return Error(absl::StatusCode::kFailedPrecondition, "STORE_WAL_UNSUPPORTED",
               "The file system does not support SQLite's write-ahead log. Use a local disk.");
}

struct PendingPut {
  ArticleRow row;
  ArticleStore::PutCallback done;
  PutResult result;
};

}  // namespace

absl::StatusOr<SqliteArticleStore::Connections> SqliteArticleStore::Connect(const std::string& path,
                                                                            const StoreOptions& options) {
  Connections connections;
  ASSIGN_OR_RETURN(connections.writer_database, OpenWriter(path, options));
  ASSIGN_OR_RETURN(connections.writer, SqliteRowWriter::Create(*connections.writer_database));
  ASSIGN_OR_RETURN(connections.readers, OpenSqliteReaders(path, options));
  return connections;
}

absl::StatusOr<std::unique_ptr<SqliteArticleStore>> SqliteArticleStore::Open(const std::string& path,
                                                                             const StoreOptions& options) {
  absl::StatusOr<Connections> connections = Connect(path, options);
  if (!connections.ok()) {
    const absl::Status& cause = connections.status();
    return Error(cause.code(), ReasonOf(cause), absl::StrCat("Cannot open the store ", path, ": ", cause.message()),
                 FactsOf(cause));
  }
  return std::unique_ptr<SqliteArticleStore>(new SqliteArticleStore(*std::move(connections), options));
}

SqliteArticleStore::SqliteArticleStore(Connections connections, const StoreOptions& options)
    : now_(options.now), connections_(std::move(connections)), commits_(*connections_.writer_database, options) {}

void SqliteArticleStore::Put(ArticleRow row, PutCallback done) {
  auto put = std::make_shared<PendingPut>(PendingPut{std::move(row), std::move(done), {}});
  commits_.Submit({
      .bytes = StoredBytes(put->row),
      .apply = [this, put]() -> absl::Status {
        ASSIGN_OR_RETURN(put->result, connections_.writer->Put(put->row, now_()));
        return absl::OkStatus();
      },
      .done =
          [put](const absl::Status& status) {
            if (status.ok()) {
              put->done(put->result);
            } else {
              put->done(status);
            }
          },
  });
}

absl::Status SqliteArticleStore::Delete(const RequestContext& call, const ArticleName& name,
                                        const std::string& revision) {
  RETURN_IF_ERROR(call.Check());
  auto deletion = std::make_shared<AwaitedWrite>();
  commits_.Submit({
      .bytes = kBytesBesideParts,
      .apply = [this, deletion, name, revision]() -> absl::Status {
        if (deletion->abandoned()) return StoreBusy();
        return connections_.writer->Delete(name, revision);
      },
      .done = [deletion](const absl::Status& status) { deletion->Finish(status); },
  });
  return deletion->Wait(call);
}

absl::StatusOr<ArticleRow> SqliteArticleStore::Get(const RequestContext& call, const ArticleName& name,
                                                   const std::string& revision, RowParts parts) {
  RETURN_IF_ERROR(call.Check());
  ASSIGN_OR_RETURN(const SqliteReaderPool::Lease reader, connections_.readers->Take(call));
  return reader->Get(name, revision, parts);
}

absl::StatusOr<ListPage> SqliteArticleStore::List(const RequestContext& call, const ListQuery& query,
                                                  const std::string& after, int limit, RowParts parts) {
  RETURN_IF_ERROR(call.Check());
  ASSIGN_OR_RETURN(const SqliteReaderPool::Lease reader, connections_.readers->Take(call));
  return reader->List(call, query, after, std::max(limit, 1), parts);
}

absl::StatusOr<std::vector<ArticleChange>> SqliteArticleStore::ChangesSince(const RequestContext& call,
                                                                            const std::string& collection,
                                                                            int64_t after, int limit) {
  RETURN_IF_ERROR(call.Check());
  ASSIGN_OR_RETURN(const SqliteReaderPool::Lease reader, connections_.readers->Take(call));
  return reader->ChangesSince(collection, after, std::max(limit, 1));
}

}  // namespace polygist::ingest
