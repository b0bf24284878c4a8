#include "ingest_service/store/sqlite_reader_pool.h"

#include <utility>
#include <vector>

#include "common/base/status_macros.h"
#include "ingest_service/store/sqlite_database.h"

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

absl::StatusOr<std::unique_ptr<SqliteReaderPool>> OpenSqliteReaders(const std::string& path,
                                                                    const StoreOptions& options) {
  std::vector<std::unique_ptr<SqliteRowReader>> readers;
  for (int i = 0; i < options.readers; ++i) {
    ASSIGN_OR_RETURN(std::unique_ptr<SqliteRowReader> reader, OpenReader(path, options));
    readers.push_back(std::move(reader));
  }
  return std::make_unique<SqliteReaderPool>(std::move(readers));
}

}  // namespace polygist::ingest
