#include "ingest_service/store/sqlite_reader_pool.h"

#include <utility>

#include "common/base/status_macros.h"
#include "ingest_service/store/sqlite_database.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {
namespace {

constexpr char kReaderSettings[] = R"sql(
  PRAGMA query_only = ON;
  PRAGMA trusted_schema = OFF;
  PRAGMA cache_size = -8192;
)sql";

absl::StatusOr<std::unique_ptr<SqliteRowReader>> OpenReader(const std::string& path, const StoreOptions& options) {
  ASSIGN_OR_RETURN(
      SqliteDatabase database,
      SqliteDatabase::Open(path, {.read_only = true, .busy_timeout = options.busy_timeout, .vfs = options.sqlite_vfs}));
  RETURN_IF_ERROR(database.Execute(kReaderSettings));
  return SqliteRowReader::Create(std::move(database));
}

}  // namespace

absl::StatusOr<std::unique_ptr<SqliteReaderPool>> SqliteReaderPool::Open(const std::string& path,
                                                                         const StoreOptions& options) {
  Readers readers;
  for (int i = 0; i < options.readers; ++i) {
    ASSIGN_OR_RETURN(std::unique_ptr<SqliteRowReader> reader, OpenReader(path, options));
    readers.push_back(std::move(reader));
  }
  return std::unique_ptr<SqliteReaderPool>(new SqliteReaderPool(std::move(readers)));
}

absl::StatusOr<SqliteReaderPool::Lease> SqliteReaderPool::Take(const RequestContext& call) {
  std::unique_lock lock(mutex_);
  const bool any_free =
      gave_back_.wait_until(lock, absl::ToChronoTime(call.deadline), [this] { return !free_.empty(); });
  if (!any_free) return StoreBusy();
  SqliteRowReader* reader = free_.back().release();
  free_.pop_back();
  return Lease(reader, [this](SqliteRowReader* used) { GiveBack(used); });
}

void SqliteReaderPool::GiveBack(SqliteRowReader* reader) {
  {
    const std::lock_guard lock(mutex_);
    free_.emplace_back(reader);
  }
  gave_back_.notify_one();
}

}  // namespace polygist::ingest
