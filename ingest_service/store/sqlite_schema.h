// The schema of the SQLite store: numbered steps (migrations/sqlite), applied in order.
#pragma once

#include <cstdint>

#include "absl/status/status.h"
#include "ingest_service/store/sqlite_database.h"

namespace polygist::ingest {

// "POLY": marks a database file as ours (PRAGMA application_id).
inline constexpr int64_t kSqliteApplicationId = 0x504f4c59;

// Which schema this program writes (PRAGMA user_version): the number of the last migration.
inline constexpr int64_t kSqliteSchemaVersion = 1;

// Brings an empty or older database to kSqliteSchemaVersion, in one transaction; changes nothing
// when it fails.
//   FAILED_PRECONDITION  STORE_SCHEMA_NEWER  a newer program wrote it
//   FAILED_PRECONDITION  STORE_FOREIGN       another program's database
absl::Status MigrateSqliteSchema(SqliteDatabase& database);

}  // namespace polygist::ingest
