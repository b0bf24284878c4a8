#include "ingest_service/store/postgres_schema.h"

#include <array>
#include <string>
#include <string_view>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "ingest_service/store/postgres_error.h"
#include "postgres_migrations.h"

namespace polygist::ingest {
namespace {

struct Migration {
  int64_t version;
  const std::string_view& sql;  // A reference: embedded files get their value at start-up.
};

constexpr std::array kMigrations = {Migration{1, data::kPostgres0001Articles}};
static_assert(kMigrations.back().version == kPostgresSchemaVersion);

constexpr std::string_view kUndefinedTable = "42P01", kDuplicateTable = "42P07", kUniqueViolation = "23505";

// How often to begin again when another replica creates the first table at the same time.
constexpr int kAttempts = 5;

constexpr char kReadVersion[] = "SELECT version FROM polygist_schema WHERE id = 1";

// The row is the lock; a new schema has none yet.
constexpr char kCreateVersion[] = R"sql(
  CREATE TABLE IF NOT EXISTS polygist_schema (id BIGINT PRIMARY KEY CHECK (id = 1), version BIGINT NOT NULL);
  INSERT INTO polygist_schema (id, version) VALUES (1, 0) ON CONFLICT (id) DO NOTHING;
)sql";

constexpr char kLockVersion[] = "SELECT version FROM polygist_schema WHERE id = 1 FOR UPDATE";

absl::StatusOr<int64_t> ReadVersion(PostgresConnection& connection, const RequestContext& call,
                                    const std::string& sql) {
  RETURN_IF_ERROR(connection.Send(sql, {}));
  ASSIGN_OR_RETURN(const std::vector<PostgresResult> results, connection.Receive(call));
  return results.front().rows() == 0 ? 0 : results.front().Int(0, 0);
}

absl::Status CheckNotNewer(int64_t version) {
  if (version <= kPostgresSchemaVersion) return absl::OkStatus();
  return Error(
      absl::StatusCode::kFailedPrecondition, "STORE_SCHEMA_NEWER",
      absl::StrCat("The store has schema version ", version, ", this program knows up to ", kPostgresSchemaVersion,
                   ". Run the newer program, or restore a backup from before it ran."));
}

absl::Status ApplyMigrations(PostgresConnection& connection, const RequestContext& call, int64_t version) {
  for (const Migration& migration : kMigrations) {
    if (migration.version <= version) continue;
    const absl::Status applied = connection.Execute(std::string(migration.sql), call);
    if (SqlstateOf(applied) != kDuplicateTable) {
      RETURN_IF_ERROR(applied);
      continue;
    }
    return Error(absl::StatusCode::kFailedPrecondition, "STORE_FOREIGN",
                 "The database has tables of another program under the store's names. Create a database of its own for "
                 "the store.");
  }
  return connection.Execute(absl::StrCat("UPDATE polygist_schema SET version = ", kPostgresSchemaVersion), call);
}

absl::Status MigrateLocked(PostgresConnection& connection, const RequestContext& call) {
  RETURN_IF_ERROR(connection.Execute(absl::StrCat("BEGIN ISOLATION LEVEL READ COMMITTED;", kCreateVersion), call));
  ASSIGN_OR_RETURN(const int64_t version, ReadVersion(connection, call, kLockVersion));
  RETURN_IF_ERROR(CheckNotNewer(version));
  if (version < kPostgresSchemaVersion) RETURN_IF_ERROR(ApplyMigrations(connection, call, version));
  return connection.Execute("COMMIT", call);
}

bool IsRace(const absl::Status& status) {
  const std::string sqlstate = SqlstateOf(status);
  return sqlstate == kUniqueViolation || sqlstate == kDuplicateTable || IsRolledBackByConflict(status);
}

}  // namespace

absl::Status MigratePostgresSchema(PostgresConnection& connection, const RequestContext& call) {
  const absl::StatusOr<int64_t> version = ReadVersion(connection, call, kReadVersion);
  if (version.ok()) {
    RETURN_IF_ERROR(CheckNotNewer(*version));
    if (*version == kPostgresSchemaVersion) return absl::OkStatus();
  } else if (SqlstateOf(version.status()) != kUndefinedTable) {
    return version.status();
  }
  absl::Status migrated;
  for (int attempt = 0; attempt < kAttempts; ++attempt) {
    migrated = MigrateLocked(connection, call);
    if (migrated.ok()) return migrated;
    RETURN_IF_ERROR(connection.Execute("ROLLBACK", call));
    if (!IsRace(migrated)) return migrated;
  }
  return migrated;
}

}  // namespace polygist::ingest
