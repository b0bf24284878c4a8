// A few connections for reading.
#pragma once

#include <memory>
#include <string>

#include "absl/status/statusor.h"
#include "ingest_service/store/lease_pool.h"
#include "ingest_service/store/sqlite_row_reader.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

using SqliteReaderPool = LeasePool<SqliteRowReader>;

// The database exists and has the current schema.
absl::StatusOr<std::unique_ptr<SqliteReaderPool>> OpenSqliteReaders(const std::string& path,
                                                                    const StoreOptions& options);

}  // namespace polygist::ingest
