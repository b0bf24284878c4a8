#include "ingest_service/store/sqlite_database.h"

#include <limits>

#include "common/base/error.h"
#include "gtest/gtest.h"
#include "tests/support/temporary_directory.h"

namespace polygist::ingest {
namespace {

class SqliteDatabaseTest : public ::testing::Test {
 protected:
  SqliteDatabase Open(const SqliteOpenOptions& options = {}) {
    auto database = SqliteDatabase::Open(directory_.Path("test.db"), options);
    EXPECT_TRUE(database.ok()) << database.status();
    return *std::move(database);
  }

  int64_t Count(SqliteDatabase& database) { return database.QueryInt("SELECT COUNT(*) FROM t").value_or(-1); }

  testing::TemporaryDirectory directory_;
};

TEST_F(SqliteDatabaseTest, ValuesComeBackAsTheyWereBound) {
  SqliteDatabase database = Open();
  ASSERT_TRUE(database.Execute("CREATE TABLE t (a TEXT, b BLOB, c INTEGER, d INTEGER)").ok());
  auto insert = database.Prepare("INSERT INTO t VALUES (?, ?, ?, ?)");
  ASSERT_TRUE(insert.ok());
  const std::string text("a\0b'\"; --", 9), blob("\0\xff", 2);
  const int64_t number = std::numeric_limits<int64_t>::min();
  ASSERT_TRUE(SqliteQuery(*insert).Bind(text).BindBlob(blob).Bind(number).BindNull().Run().ok());
  auto select = database.Prepare("SELECT a, b, c, d FROM t");
  ASSERT_TRUE(select.ok());
  SqliteQuery query(*select);
  ASSERT_TRUE(*query.Step());
  EXPECT_EQ(query.Text(0), text);
  EXPECT_EQ(query.Text(1), blob);
  EXPECT_EQ(query.Int(2), number);
  EXPECT_EQ(query.OptionalInt(3), std::nullopt);
  EXPECT_FALSE(*query.Step());
}

TEST_F(SqliteDatabaseTest, EmptyBytesAreNotNull) {
  SqliteDatabase database = Open();
  ASSERT_TRUE(database.Execute("CREATE TABLE t (a TEXT NOT NULL, b BLOB NOT NULL)").ok());
  auto insert = database.Prepare("INSERT INTO t VALUES (?, ?)");
  ASSERT_TRUE(insert.ok());
  EXPECT_TRUE(SqliteQuery(*insert).Bind(std::string_view()).BindBlob({}).Run().ok());
}

TEST_F(SqliteDatabaseTest, ABindThatFailsIsReportedByStep) {
  SqliteDatabase database = Open();
  auto select = database.Prepare("SELECT ?");
  ASSERT_TRUE(select.ok());
  SqliteQuery query(*select);
  query.Bind(int64_t{1}).Bind(int64_t{2});
  EXPECT_EQ(ReasonOf(query.Step().status()), "STORE_FAILED");
}

TEST_F(SqliteDatabaseTest, AnUncommittedTransactionIsRolledBack) {
  SqliteDatabase database = Open();
  ASSERT_TRUE(database.Execute("CREATE TABLE t (a)").ok());
  {
    auto transaction = SqliteTransaction::Begin(database, SqliteTransaction::Kind::kWrite);
    ASSERT_TRUE(database.Execute("INSERT INTO t VALUES (1)").ok());
    EXPECT_TRUE(database.InTransaction());
  }
  EXPECT_FALSE(database.InTransaction());
  EXPECT_EQ(Count(database), 0);
}

TEST_F(SqliteDatabaseTest, ASavepointNotKeptIsUndoneAlone) {
  SqliteDatabase database = Open();
  ASSERT_TRUE(database.Execute("CREATE TABLE t (a)").ok());
  auto transaction = SqliteTransaction::Begin(database, SqliteTransaction::Kind::kWrite);
  ASSERT_TRUE(transaction.ok());
  ASSERT_TRUE(database.Execute("INSERT INTO t VALUES (1)").ok());
  {
    auto savepoint = SqliteSavepoint::Begin(database);
    ASSERT_TRUE(database.Execute("INSERT INTO t VALUES (2)").ok());
  }
  {
    auto savepoint = SqliteSavepoint::Begin(database);
    ASSERT_TRUE(database.Execute("INSERT INTO t VALUES (3)").ok());
    ASSERT_TRUE(savepoint->Keep().ok());
  }
  ASSERT_TRUE(transaction->Commit().ok());
  EXPECT_EQ(database.QueryInt("SELECT SUM(a) FROM t").value_or(-1), 4);
}

TEST_F(SqliteDatabaseTest, AWriterThatFindsTheLockTakenIsBusy) {
  SqliteDatabase holder = Open();
  SqliteDatabase other = Open({.busy_timeout = absl::ZeroDuration()});
  const auto held = SqliteTransaction::Begin(holder, SqliteTransaction::Kind::kWrite);
  ASSERT_TRUE(held.ok());
  const auto refused = SqliteTransaction::Begin(other, SqliteTransaction::Kind::kWrite);
  EXPECT_EQ(ReasonOf(refused.status()), "STORE_BUSY");
}

TEST_F(SqliteDatabaseTest, AReadOnlyConnectionNeitherCreatesNorWrites) {
  const auto missing = SqliteDatabase::Open(directory_.Path("none.db"), {.read_only = true});
  EXPECT_EQ(ReasonOf(missing.status()), "STORE_NOT_ACCESSIBLE");
  Open().Execute("CREATE TABLE t (a)").IgnoreError();
  SqliteDatabase reader = Open({.read_only = true});
  EXPECT_EQ(ReasonOf(reader.Execute("INSERT INTO t VALUES (1)")), "STORE_NOT_ACCESSIBLE");
}

TEST_F(SqliteDatabaseTest, MessagesCarryNoSql) {
  SqliteDatabase database = Open();
  const absl::Status status = database.Execute("SELECT secret FROM nowhere");
  EXPECT_EQ(status.ToString().find("nowhere"), std::string::npos) << status;
}

}  // namespace
}  // namespace polygist::ingest
