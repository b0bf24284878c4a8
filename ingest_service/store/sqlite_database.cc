#include "ingest_service/store/sqlite_database.h"

#include <algorithm>
#include <limits>
#include <utility>

#include "common/base/status_macros.h"
#include "ingest_service/store/sqlite_error.h"

namespace polygist::ingest {
namespace {

int OpenFlags(const SqliteOpenOptions& options) {
  const int access = options.read_only ? SQLITE_OPEN_READONLY : SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE;
  // NOMUTEX: one thread at a time per connection is the rule of sqlite_database.h.
  return access | SQLITE_OPEN_NOMUTEX | SQLITE_OPEN_EXRESCODE;
}

int Milliseconds(absl::Duration duration) {
  const int64_t milliseconds = absl::ToInt64Milliseconds(duration);
  return static_cast<int>(std::clamp<int64_t>(milliseconds, 0, std::numeric_limits<int>::max()));
}

// SQLite binds a null pointer as NULL, but an empty string_view may have one.
const char* NotNull(std::string_view bytes) { return bytes.data() == nullptr ? "" : bytes.data(); }

}  // namespace

SqliteQuery::~SqliteQuery() {
  sqlite3_reset(statement_);
  sqlite3_clear_bindings(statement_);
}

SqliteQuery& SqliteQuery::Bind(std::string_view text) {
  Remember(sqlite3_bind_text64(statement_, ++bound_, NotNull(text), text.size(), SQLITE_STATIC, SQLITE_UTF8));
  return *this;
}

SqliteQuery& SqliteQuery::BindBlob(std::string_view bytes) {
  Remember(sqlite3_bind_blob64(statement_, ++bound_, NotNull(bytes), bytes.size(), SQLITE_STATIC));
  return *this;
}

SqliteQuery& SqliteQuery::Bind(int64_t number) {
  Remember(sqlite3_bind_int64(statement_, ++bound_, number));
  return *this;
}

SqliteQuery& SqliteQuery::Bind(std::optional<int64_t> number) {
  return number.has_value() ? Bind(*number) : BindNull();
}

SqliteQuery& SqliteQuery::BindNull() {
  Remember(sqlite3_bind_null(statement_, ++bound_));
  return *this;
}

void SqliteQuery::Remember(int code) {
  if (bind_code_ == SQLITE_OK) bind_code_ = code;
}

absl::StatusOr<bool> SqliteQuery::Step() {
  if (bind_code_ != SQLITE_OK) return SqliteStatus(bind_code_);
  const int code = sqlite3_step(statement_);
  if (code == SQLITE_ROW) return true;
  if (code == SQLITE_DONE) return false;
  return SqliteStatus(code);
}

absl::Status SqliteQuery::Run() { return Step().status(); }

bool SqliteQuery::IsNull(int column) const { return sqlite3_column_type(statement_, column) == SQLITE_NULL; }

int64_t SqliteQuery::Int(int column) const { return sqlite3_column_int64(statement_, column); }

std::optional<int64_t> SqliteQuery::OptionalInt(int column) const {
  if (IsNull(column)) return std::nullopt;
  return Int(column);
}

std::string SqliteQuery::Text(int column) const {
  const void* bytes = sqlite3_column_blob(statement_, column);
  const int size = sqlite3_column_bytes(statement_, column);
  return bytes == nullptr ? std::string() : std::string(static_cast<const char*>(bytes), size);
}

absl::StatusOr<SqliteDatabase> SqliteDatabase::Open(const std::string& path, const SqliteOpenOptions& options) {
  // SQLite gives ":memory:" and "file:..." a meaning of their own; here a path is a path.
  const std::string plain_path = path.starts_with('/') ? path : "./" + path;
  sqlite3* handle = nullptr;
  const int code = sqlite3_open_v2(plain_path.c_str(), &handle, OpenFlags(options),
                                   options.vfs.empty() ? nullptr : options.vfs.c_str());
  SqliteDatabase database(handle);  // Also a failed open has to be closed.
  RETURN_IF_ERROR(SqliteStatus(code));
  sqlite3_busy_timeout(handle, Milliseconds(options.busy_timeout));
  return database;
}

absl::StatusOr<SqliteStatement> SqliteDatabase::Prepare(std::string_view sql) {
  sqlite3_stmt* statement = nullptr;
  const int code = sqlite3_prepare_v3(database_.get(), sql.data(), static_cast<int>(sql.size()),
                                      SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
  RETURN_IF_ERROR(SqliteStatus(code));
  return SqliteStatement(statement);
}

absl::Status SqliteDatabase::Execute(const std::string& script) {
  return SqliteStatus(sqlite3_exec(database_.get(), script.c_str(), nullptr, nullptr, nullptr));
}

absl::Status SqliteDatabase::Control(std::string_view sql) {
  auto found = control_.find(sql);
  if (found == control_.end()) {
    ASSIGN_OR_RETURN(SqliteStatement statement, Prepare(sql));
    found = control_.emplace(sql, std::move(statement)).first;
  }
  return SqliteQuery(found->second).Run();
}

absl::StatusOr<std::string> SqliteDatabase::QueryText(std::string_view sql) {
  ASSIGN_OR_RETURN(SqliteStatement statement, Prepare(sql));
  SqliteQuery query(statement);
  RETURN_IF_ERROR(query.Step().status());
  return query.Text(0);
}

absl::StatusOr<int64_t> SqliteDatabase::QueryInt(std::string_view sql) {
  ASSIGN_OR_RETURN(SqliteStatement statement, Prepare(sql));
  SqliteQuery query(statement);
  RETURN_IF_ERROR(query.Step().status());
  return query.Int(0);
}

bool SqliteDatabase::InTransaction() const { return sqlite3_get_autocommit(database_.get()) == 0; }

absl::StatusOr<SqliteTransaction> SqliteTransaction::Begin(SqliteDatabase& database, Kind kind) {
  RETURN_IF_ERROR(database.Control(kind == Kind::kWrite ? "BEGIN IMMEDIATE" : "BEGIN"));
  return SqliteTransaction(database);
}

SqliteTransaction::SqliteTransaction(SqliteTransaction&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

SqliteTransaction::~SqliteTransaction() {
  if (database_ == nullptr || !database_->InTransaction()) return;
  // Nothing can be done about a failure; SQLite then rolls back when the connection is next used or
  // closed.
  database_->Control("ROLLBACK").IgnoreError();
}

absl::Status SqliteTransaction::Commit() { return database_->Control("COMMIT"); }

absl::StatusOr<SqliteSavepoint> SqliteSavepoint::Begin(SqliteDatabase& database) {
  RETURN_IF_ERROR(database.Control("SAVEPOINT part"));
  return SqliteSavepoint(database);
}

SqliteSavepoint::SqliteSavepoint(SqliteSavepoint&& other) noexcept
    : database_(std::exchange(other.database_, nullptr)) {}

SqliteSavepoint::~SqliteSavepoint() {
  if (database_ == nullptr || !database_->InTransaction()) return;
  database_->Control("ROLLBACK TO part").IgnoreError();
  database_->Control("RELEASE part").IgnoreError();
}

absl::Status SqliteSavepoint::Keep() { return std::exchange(database_, nullptr)->Control("RELEASE part"); }

}  // namespace polygist::ingest
