// SQLite as values: connections, statements and transactions that close themselves and answer in
// statuses (sqlite_error.h). SQL is constant text; values go in through Bind.
//
//   ASSIGN_OR_RETURN(SqliteDatabase database, SqliteDatabase::Open(path, {}));
//   ASSIGN_OR_RETURN(SqliteStatement find, database.Prepare("SELECT b FROM t WHERE a = ?"));
//   SqliteQuery query(find);
//   ASSIGN_OR_RETURN(const bool found, query.Bind("x").Step());
//   if (found) Use(query.Text(0));
//
// A connection and everything made from it is used by one thread at a time.
#pragma once

#include <sqlite3.h>

#include <cstdint>
#include <map>
#include <memory>
#include <optional>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace polygist::ingest {

struct SqliteOpenOptions {
  bool read_only = false;  // Otherwise the file is created when it is missing.
  // How long a statement waits for a lock that another connection holds before it fails with
  // STORE_BUSY.
  absl::Duration busy_timeout = absl::Seconds(5);
  std::string vfs = {};  // Name of a registered SQLite VFS; empty: the system's.
};

class SqliteStatement {
 public:
  explicit SqliteStatement(sqlite3_stmt* statement) : statement_(statement) {}

 private:
  friend class SqliteQuery;
  struct Finalize {
    void operator()(sqlite3_stmt* statement) const { sqlite3_finalize(statement); }
  };
  std::unique_ptr<sqlite3_stmt, Finalize> statement_;
};

// One run of a statement. Its end resets the statement. A statement has one run at a time.
class SqliteQuery {
 public:
  explicit SqliteQuery(SqliteStatement& statement) : statement_(statement.statement_.get()) {}
  ~SqliteQuery();
  SqliteQuery(const SqliteQuery&) = delete;
  SqliteQuery& operator=(const SqliteQuery&) = delete;

  // Each gives the next parameter. Bytes are not copied: they must outlive the query. A failure is
  // reported by the next Step.
  SqliteQuery& Bind(std::string_view text);
  SqliteQuery& BindBlob(std::string_view bytes);
  SqliteQuery& Bind(int64_t number);
  SqliteQuery& Bind(std::optional<int64_t> number);
  SqliteQuery& BindNull();

  // True: a row is there. False: there are no more.
  absl::StatusOr<bool> Step();
  // For statements that yield no rows.
  absl::Status Run();

  // Columns of the present row, from 0.
  bool IsNull(int column) const;
  int64_t Int(int column) const;
  std::optional<int64_t> OptionalInt(int column) const;
  std::string Text(int column) const;  // Also of a blob.

 private:
  void Remember(int code);

  sqlite3_stmt* statement_;
  int bound_ = 0;
  int bind_code_ = SQLITE_OK;  // The first failure of a Bind.
};

class SqliteDatabase {
 public:
  static absl::StatusOr<SqliteDatabase> Open(const std::string& path, const SqliteOpenOptions& options);

  absl::StatusOr<SqliteStatement> Prepare(std::string_view sql);
  // Runs all statements of `script`; rows are dropped.
  absl::Status Execute(const std::string& script);
  // Runs one statement without parameters, often: it is prepared once. `sql` is a literal.
  absl::Status Control(std::string_view sql);
  // The first column of the first row of `sql`, a query without parameters that always has one.
  absl::StatusOr<std::string> QueryText(std::string_view sql);
  absl::StatusOr<int64_t> QueryInt(std::string_view sql);

  // False after COMMIT and ROLLBACK, and when an error made SQLite give the transaction up.
  bool InTransaction() const;

 private:
  struct Close {
    void operator()(sqlite3* database) const { sqlite3_close_v2(database); }
  };

  explicit SqliteDatabase(sqlite3* database) : database_(database) {}

  std::unique_ptr<sqlite3, Close> database_;
  std::map<std::string_view, SqliteStatement> control_;
};

// Rolls back at its end unless committed.
class SqliteTransaction {
 public:
  enum class Kind {
    kRead,   // All statements see one state of the database.
    kWrite,  // Takes the write lock at once, so that no later statement can find it taken.
  };

  static absl::StatusOr<SqliteTransaction> Begin(SqliteDatabase& database, Kind kind);
  ~SqliteTransaction();
  SqliteTransaction(SqliteTransaction&& other) noexcept;
  SqliteTransaction& operator=(SqliteTransaction&&) = delete;

  // Durable when it answers OK. Otherwise nothing was changed, as far as this process is concerned.
  absl::Status Commit();

 private:
  explicit SqliteTransaction(SqliteDatabase& database) : database_(&database) {}

  SqliteDatabase* database_;  // Null once moved from.
};

// A part of a transaction that can be taken back alone. Rolls back at its end unless kept. Not
// nested.
class SqliteSavepoint {
 public:
  static absl::StatusOr<SqliteSavepoint> Begin(SqliteDatabase& database);
  ~SqliteSavepoint();
  SqliteSavepoint(SqliteSavepoint&& other) noexcept;
  SqliteSavepoint& operator=(SqliteSavepoint&&) = delete;

  absl::Status Keep();

 private:
  explicit SqliteSavepoint(SqliteDatabase& database) : database_(&database) {}

  SqliteDatabase* database_;  // Null once kept or moved from.
};

}  // namespace polygist::ingest
