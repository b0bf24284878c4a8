#include "ingest_service/store/sqlite_error.h"

#include <sqlite3.h>

#include <vector>

#include "common/base/error.h"
#include "gtest/gtest.h"

namespace polygist::ingest {
namespace {

TEST(SqliteStatusTest, SuccessIsOk) {
  for (const int code : {SQLITE_OK, SQLITE_ROW, SQLITE_DONE}) {
    EXPECT_TRUE(SqliteStatus(code).ok()) << code;
  }
}

TEST(SqliteStatusTest, EachFailureHasACodeAndAReason) {
  struct Case {
    int sqlite;
    absl::StatusCode code;
    std::string reason;
  };
  const std::vector<Case> cases = {
      {SQLITE_BUSY, absl::StatusCode::kUnavailable, "STORE_BUSY"},
      {SQLITE_BUSY_SNAPSHOT, absl::StatusCode::kUnavailable, "STORE_BUSY"},
      {SQLITE_LOCKED, absl::StatusCode::kUnavailable, "STORE_BUSY"},
      {SQLITE_IOERR_FSYNC, absl::StatusCode::kUnavailable, "STORE_IO_FAILED"},
      {SQLITE_IOERR_NOMEM, absl::StatusCode::kResourceExhausted, "STORE_OUT_OF_MEMORY"},
      {SQLITE_IOERR_CORRUPTFS, absl::StatusCode::kDataLoss, "STORE_CORRUPT"},
      {SQLITE_FULL, absl::StatusCode::kResourceExhausted, "STORE_FULL"},
      {SQLITE_NOMEM, absl::StatusCode::kResourceExhausted, "STORE_OUT_OF_MEMORY"},
      {SQLITE_CORRUPT_INDEX, absl::StatusCode::kDataLoss, "STORE_CORRUPT"},
      {SQLITE_NOTADB, absl::StatusCode::kDataLoss, "STORE_CORRUPT"},
      {SQLITE_READONLY_DBMOVED, absl::StatusCode::kFailedPrecondition, "STORE_NOT_ACCESSIBLE"},
      {SQLITE_CANTOPEN, absl::StatusCode::kFailedPrecondition, "STORE_NOT_ACCESSIBLE"},
      {SQLITE_TOOBIG, absl::StatusCode::kInvalidArgument, "ROW_TOO_LARGE"},
      {SQLITE_CONSTRAINT_CHECK, absl::StatusCode::kInternal, "STORE_FAILED"},
      {SQLITE_MISUSE, absl::StatusCode::kInternal, "STORE_FAILED"},
  };
  for (const Case& c : cases) {
    const absl::Status status = SqliteStatus(c.sqlite);
    EXPECT_EQ(status.code(), c.code) << c.sqlite;
    EXPECT_EQ(ReasonOf(status), c.reason) << c.sqlite;
    EXPECT_EQ(FactsOf(status)["sqlite_code"], std::to_string(c.sqlite));
  }
}

}  // namespace
}  // namespace polygist::ingest
