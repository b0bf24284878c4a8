// A few connections for reading, lent out one call at a time.
#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
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
  static absl::StatusOr<std::unique_ptr<SqliteReaderPool>> Open(const std::string& path, const StoreOptions& options);

  // Waits until a reader is free. UNAVAILABLE, reason STORE_BUSY, when none is until the deadline
  // of `call`.
  absl::StatusOr<Lease> Take(const RequestContext& call);

 private:
  using Readers = std::vector<std::unique_ptr<SqliteRowReader>>;

  explicit SqliteReaderPool(Readers readers) : free_(std::move(readers)) {}
  void GiveBack(SqliteRowReader* reader);

  std::mutex mutex_;
  std::condition_variable gave_back_;
  Readers free_;  // Guarded by mutex_.
};

}  // namespace polygist::ingest
