#include "ingest_service/store/sqlite_schema.h"

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "gtest/gtest.h"
#include "tests/support/temporary_directory.h"

namespace polygist::ingest {
namespace {

class SqliteSchemaTest : public ::testing::Test {
 protected:
  SqliteDatabase Open() {
    auto database = SqliteDatabase::Open(directory_.Path("test.db"), {});
    EXPECT_TRUE(database.ok()) << database.status();
    return *std::move(database);
  }

  testing::TemporaryDirectory directory_;
};

TEST_F(SqliteSchemaTest, AnEmptyFileGetsTheSchemaAndItsMarks) {
  SqliteDatabase database = Open();
  ASSERT_TRUE(MigrateSqliteSchema(database).ok());
  EXPECT_EQ(database.QueryInt("PRAGMA user_version").value_or(-1), kSqliteSchemaVersion);
  EXPECT_EQ(database.QueryInt("PRAGMA application_id").value_or(-1), kSqliteApplicationId);
  EXPECT_EQ(database.QueryInt("SELECT COUNT(*) FROM articles").value_or(-1), 0);
  EXPECT_EQ(database.QueryInt("SELECT COUNT(*) FROM changes").value_or(-1), 0);
}

TEST_F(SqliteSchemaTest, MigratingAgainChangesNothing) {
  SqliteDatabase database = Open();
  ASSERT_TRUE(MigrateSqliteSchema(database).ok());
  const int64_t before = database.QueryInt("PRAGMA data_version").value_or(-1);
  EXPECT_TRUE(MigrateSqliteSchema(database).ok());
  EXPECT_EQ(database.QueryInt("PRAGMA data_version").value_or(-2), before);
  EXPECT_FALSE(database.InTransaction());
}

TEST_F(SqliteSchemaTest, ANewerSchemaIsRefused) {
  SqliteDatabase database = Open();
  ASSERT_TRUE(MigrateSqliteSchema(database).ok());
  const int64_t newer = kSqliteSchemaVersion + 1;
  ASSERT_TRUE(database.Execute(absl::StrCat("PRAGMA user_version = ", newer)).ok());
  const absl::Status status = MigrateSqliteSchema(database);
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ReasonOf(status), "STORE_SCHEMA_NEWER");
  EXPECT_NE(status.message().find(absl::StrCat("version ", newer)), absl::string_view::npos);
}

TEST_F(SqliteSchemaTest, AnotherProgramsDatabaseIsLeftAlone) {
  SqliteDatabase database = Open();
  ASSERT_TRUE(database.Execute("CREATE TABLE recipes (name)").ok());
  const absl::Status status = MigrateSqliteSchema(database);
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ReasonOf(status), "STORE_FOREIGN");
  EXPECT_EQ(database.QueryInt("SELECT COUNT(*) FROM sqlite_schema").value_or(-1), 1);
}

TEST_F(SqliteSchemaTest, AnotherApplicationIdIsRefusedEvenWhenEmpty) {
  SqliteDatabase database = Open();
  ASSERT_TRUE(database.Execute("PRAGMA application_id = 7").ok());
  EXPECT_EQ(ReasonOf(MigrateSqliteSchema(database)), "STORE_FOREIGN");
}

}  // namespace
}  // namespace polygist::ingest
