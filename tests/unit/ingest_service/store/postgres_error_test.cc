#include "ingest_service/store/postgres_error.h"

#include "common/base/error.h"
#include "gtest/gtest.h"

namespace polygist::ingest {
namespace {

TEST(PostgresErrorTest, SaysWhatTheCallerShouldDo) {
  struct Case {
    const char* sqlstate;
    absl::StatusCode code;
    const char* reason;
  };
  const Case cases[] = {
      {"", absl::StatusCode::kUnavailable, "STORE_IO_FAILED"},
      {"08006", absl::StatusCode::kUnavailable, "STORE_IO_FAILED"},
      {"57P01", absl::StatusCode::kUnavailable, "STORE_IO_FAILED"},
      {"57P03", absl::StatusCode::kUnavailable, "STORE_IO_FAILED"},
      {"25006", absl::StatusCode::kUnavailable, "STORE_IO_FAILED"},
      {"58030", absl::StatusCode::kUnavailable, "STORE_IO_FAILED"},
      {"40001", absl::StatusCode::kUnavailable, "STORE_BUSY"},
      {"40P01", absl::StatusCode::kUnavailable, "STORE_BUSY"},
      {"55P03", absl::StatusCode::kUnavailable, "STORE_BUSY"},
      {"57014", absl::StatusCode::kUnavailable, "STORE_BUSY"},
      {"53300", absl::StatusCode::kUnavailable, "STORE_BUSY"},
      {"53100", absl::StatusCode::kResourceExhausted, "STORE_FULL"},
      {"53200", absl::StatusCode::kResourceExhausted, "STORE_OUT_OF_MEMORY"},
      {"XX001", absl::StatusCode::kDataLoss, "STORE_CORRUPT"},
      {"28P01", absl::StatusCode::kFailedPrecondition, "STORE_NOT_ACCESSIBLE"},
      {"28000", absl::StatusCode::kFailedPrecondition, "STORE_NOT_ACCESSIBLE"},
      {"3D000", absl::StatusCode::kFailedPrecondition, "STORE_NOT_ACCESSIBLE"},
      {"42501", absl::StatusCode::kFailedPrecondition, "STORE_NOT_ACCESSIBLE"},
      {"22021", absl::StatusCode::kInvalidArgument, "ROW_TEXT_INVALID"},
      {"54000", absl::StatusCode::kInvalidArgument, "ROW_TOO_LARGE"},
      {"42601", absl::StatusCode::kInternal, "STORE_FAILED"},
      {"XX000", absl::StatusCode::kInternal, "STORE_FAILED"},
  };
  for (const Case& row : cases) {
    const absl::Status status = PostgresStatus(row.sqlstate);
    EXPECT_EQ(status.code(), row.code) << row.sqlstate;
    EXPECT_EQ(ReasonOf(status), row.reason) << row.sqlstate;
    EXPECT_EQ(SqlstateOf(status), row.sqlstate);
  }
}

TEST(PostgresErrorTest, FindsTheSqlstateInAVerboseMessage) {
  EXPECT_EQ(
      SqlstateIn("connection to server at \"db\", port 5432 failed: FATAL:  28P01: password authentication failed"),
      "28P01");
  EXPECT_EQ(SqlstateIn("one failed: Connection refused\n\ttwo failed: FATAL:  57P03: starting up\n"), "57P03");
  for (const char* message : {"", ":  ", "FATAL:  28P01", "a:  b c d: e", "failed: Connection refused"}) {
    EXPECT_EQ(SqlstateIn(message), "") << message;
  }
}

TEST(PostgresErrorTest, OnlyConflictsAreCertainRollbacks) {
  EXPECT_TRUE(IsRolledBackByConflict(PostgresStatus("40001")));
  EXPECT_TRUE(IsRolledBackByConflict(PostgresStatus("40P01")));
  EXPECT_FALSE(IsRolledBackByConflict(PostgresStatus("40003")));  // Completion unknown.
  EXPECT_FALSE(IsRolledBackByConflict(PostgresStatus("")));
  EXPECT_FALSE(IsRolledBackByConflict(absl::OkStatus()));
}

TEST(PostgresErrorTest, CausesAreKeptApartFromTheMessage) {
  const absl::Status status = WithCause(PostgresStatus(""), "connection to server failed: refused\nLOCATION: x.c:1");
  EXPECT_EQ(CauseOf(status), "connection to server failed: refused");
  EXPECT_EQ(status.message().find("refused"), absl::string_view::npos);
  EXPECT_EQ(CauseOf(PostgresStatus("")), "");
}

}  // namespace
}  // namespace polygist::ingest
