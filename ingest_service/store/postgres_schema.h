// The schema of the PostgreSQL store: numbered steps (migrations/postgres), applied in order.
#pragma once

#include <cstdint>

#include "absl/status/status.h"
#include "common/base/request_context.h"
#include "ingest_service/store/postgres_connection.h"

namespace polygist::ingest {

// Which schema this program writes: the number of the last migration. The database keeps its own in the one row of the
// table polygist_schema.
inline constexpr int64_t kPostgresSchemaVersion = 1;

// Brings an empty or older schema to kPostgresSchemaVersion, in one transaction; changes nothing when it fails. Several
// replicas may do so at once: one migrates, the others wait for it (at most lock_timeout) and find it done. A current
// schema is only read, so a role without the right to create tables may open it.
//   FAILED_PRECONDITION  STORE_SCHEMA_NEWER  a newer program wrote it
//   FAILED_PRECONDITION  STORE_FOREIGN       the schema has tables of these names that are not ours
absl::Status MigratePostgresSchema(PostgresConnection& connection, const RequestContext& call);

}  // namespace polygist::ingest
