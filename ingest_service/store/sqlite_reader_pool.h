// A few connections for reading, lent out one call at a time.
#pragma once

#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "absl/synchronization/mutex.h"
#include "common/base/request_context.h"
#include "ingest_service/store/sqlite_row_reader.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

// Thread-safe. Must outlive its leases.
class SqliteReaderPool {
 public:
  // A reader of one's own; gone back to the pool when the lease ends.
  using Lease = std::unique_ptr<SqliteRowReader, std::function<void(SqliteRowReader*)>>;

  // The database exists and has the current schema.
  static absl::StatusOr<std::unique_ptr<SqliteReaderPool>> Open(const std::string& path,
                                                                const StoreOptions& options);

  // Waits until a reader is free. UNAVAILABLE, reason STORE_BUSY, when none is until the deadline of `call`.
  absl::StatusOr<Lease> Take(const RequestContext& call);

 private:
  using Readers = std::vector<std::unique_ptr<SqliteRowReader>>;

  explicit SqliteReaderPool(Readers readers) : free_(std::move(readers)) {}
  void GiveBack(SqliteRowReader* reader);

  absl::Mutex mutex_;
  Readers free_ ABSL_GUARDED_BY(mutex_);
};

}  // namespace polygist::ingest
