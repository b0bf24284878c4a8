#include "ingest_service/store/sqlite_schema.h"

#include <array>
#include <string>
#include <string_view>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "sqlite_migrations.h"

namespace polygist::ingest {
namespace {

struct Migration {
  int64_t version;
  const std::string_view& sql;  // A reference: embedded files get their value at start-up.
};

constexpr std::array kMigrations = {Migration{1, data::k0001Articles}};
static_assert(kMigrations.back().version == kSqliteSchemaVersion);

absl::Status CheckIsOurs(SqliteDatabase& database) {
  ASSIGN_OR_RETURN(const int64_t application_id, database.QueryInt("PRAGMA application_id"));
  if (application_id == kSqliteApplicationId) return absl::OkStatus();
  ASSIGN_OR_RETURN(const int64_t objects, database.QueryInt("SELECT COUNT(*) FROM sqlite_schema"));
  if (application_id == 0 && objects == 0) return absl::OkStatus();  // A new file.
  return Error(absl::StatusCode::kFailedPrecondition, "STORE_FOREIGN",
               "The file is a database of another program. Name another file for the store.");
}

absl::Status CheckNotNewer(int64_t version) {
  if (version <= kSqliteSchemaVersion) return absl::OkStatus();
  return Error(absl::StatusCode::kFailedPrecondition, "STORE_SCHEMA_NEWER",
               absl::StrCat("The store has schema version ", version, ", this program knows up to ",
                            kSqliteSchemaVersion, ". Run the newer program, or restore a backup from before it ran."));
}

absl::Status ApplyMigrations(SqliteDatabase& database, int64_t version) {
  for (const Migration& migration : kMigrations) {
    if (migration.version <= version) continue;
    RETURN_IF_ERROR(database.Execute(std::string(migration.sql)));
  }
  // PRAGMA takes no parameters; both numbers are constants.
  return database.Execute(
      absl::StrCat("PRAGMA application_id = ", kSqliteApplicationId, "; PRAGMA user_version = ", kSqliteSchemaVersion));
}

}  // namespace

absl::Status MigrateSqliteSchema(SqliteDatabase& database) {
  // Read under the write lock: another process may be migrating the same file.
  ASSIGN_OR_RETURN(SqliteTransaction transaction, SqliteTransaction::Begin(database, SqliteTransaction::Kind::kWrite));
  RETURN_IF_ERROR(CheckIsOurs(database));
  ASSIGN_OR_RETURN(const int64_t version, database.QueryInt("PRAGMA user_version"));
  RETURN_IF_ERROR(CheckNotNewer(version));
  if (version == kSqliteSchemaVersion) return absl::OkStatus();
  RETURN_IF_ERROR(ApplyMigrations(database, version));
  return transaction.Commit();
}

}  // namespace polygist::ingest
