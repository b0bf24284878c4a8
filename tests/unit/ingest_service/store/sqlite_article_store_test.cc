#include "ingest_service/store/sqlite_article_store.h"

#include <filesystem>
#include <fstream>
#include <latch>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "gtest/gtest.h"
#include "ingest_service/store/sqlite_schema.h"
#include "tests/support/article_rows.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/temporary_directory.h"

namespace polygist::ingest {
namespace {

using testing::MakeRow;

class SqliteArticleStoreTest : public ::testing::Test {
 protected:
  SqliteArticleStoreTest() {
    options_.sqlite_vfs = vfs_.name();
    options_.busy_timeout = absl::ZeroDuration();
  }

  void Open() {
    store_.reset();
    auto opened = SqliteArticleStore::Open(path(), options_);
    ASSERT_TRUE(opened.ok()) << opened.status();
    store_ = *std::move(opened);
  }
  absl::Status StatusOfOpen() { return SqliteArticleStore::Open(path(), options_).status(); }
  void Close() { store_.reset(); }

  // Another process' view of the file.
  SqliteDatabase Connect() {
    auto database = SqliteDatabase::Open(path(), {});
    EXPECT_TRUE(database.ok()) << database.status();
    return *std::move(database);
  }

  std::string ReasonOfPut(ArticleRow row) { return ReasonOf(PutAndWait(*store_, std::move(row)).status()); }
  std::string ReasonOfGet(const std::string& id) {
    return ReasonOf(store_->Get({}, {"default", id}, "", RowParts::kAll).status());
  }

  std::string path() const { return directory_.Path("articles.db"); }

  testing::FaultVfs vfs_;
  testing::TemporaryDirectory directory_;
  StoreOptions options_;
  std::unique_ptr<SqliteArticleStore> store_;
};

// ---- open
// -----------------------------------------------------------------------------------------------

TEST_F(SqliteArticleStoreTest, AMissingDirectoryIsRefusedByName) {
  const std::string path = directory_.Path("nowhere/articles.db");
  const absl::Status status = SqliteArticleStore::Open(path, options_).status();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ReasonOf(status), "STORE_NOT_ACCESSIBLE");
  EXPECT_NE(status.message().find(path), absl::string_view::npos);
}

TEST_F(SqliteArticleStoreTest, ANewerSchemaIsRefused) {
  Open();
  Close();
  ASSERT_TRUE(Connect().Execute("PRAGMA user_version = 99").ok());
  const absl::Status status = StatusOfOpen();
  EXPECT_EQ(status.code(), absl::StatusCode::kFailedPrecondition);
  EXPECT_EQ(ReasonOf(status), "STORE_SCHEMA_NEWER");
}

TEST_F(SqliteArticleStoreTest, AnotherProgramsDatabaseKeepsItsJournalMode) {
  ASSERT_TRUE(Connect().Execute("CREATE TABLE recipes (name)").ok());
  EXPECT_EQ(ReasonOf(StatusOfOpen()), "STORE_FOREIGN");
  EXPECT_EQ(Connect().QueryText("PRAGMA journal_mode").value_or(""), "delete");
}

TEST_F(SqliteArticleStoreTest, AFileThatIsNoDatabaseIsDataLoss) {
  std::ofstream(path()) << std::string(10'000, 'x');
  const absl::Status status = StatusOfOpen();
  EXPECT_EQ(status.code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(ReasonOf(status), "STORE_CORRUPT");
}

TEST_F(SqliteArticleStoreTest, DamageInsideTheFileIsDataLoss) {
  Open();
  for (int i = 0; i < 100; ++i) ASSERT_EQ(ReasonOfPut(MakeRow(absl::StrCat(i))), "");
  Close();  // Moves the log into the file.
  std::fstream file(path(), std::ios::in | std::ios::out | std::ios::binary);
  const std::string garbage(std::filesystem::file_size(path()) - 4096, '\x5a');
  file.seekp(4096);  // The first page, the schema, stays.
  file << garbage << std::flush;
  const auto opened = SqliteArticleStore::Open(path(), options_);
  ASSERT_TRUE(opened.ok()) << opened.status();
  const auto row = (*opened)->Get({}, {"default", "7"}, "", RowParts::kAll);
  EXPECT_EQ(row.status().code(), absl::StatusCode::kDataLoss);
  EXPECT_EQ(row.status().message().find(path()), absl::string_view::npos);
  const auto put = PutAndWait(**opened, MakeRow("new"));
  EXPECT_EQ(put.status().code(), absl::StatusCode::kDataLoss);
}

TEST_F(SqliteArticleStoreTest, ALockHeldElsewhereIsUnavailableAtOpen) {
  Open();
  Close();
  SqliteDatabase other = Connect();
  const auto held = SqliteTransaction::Begin(other, SqliteTransaction::Kind::kWrite);
  ASSERT_TRUE(held.ok());
  const absl::Status status = StatusOfOpen();
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ReasonOf(status), "STORE_BUSY");
}

TEST_F(SqliteArticleStoreTest, TwoStoresOnOneFileSeeEachOther) {
  Open();
  const auto second = SqliteArticleStore::Open(path(), options_);
  ASSERT_TRUE(second.ok()) << second.status();
  ASSERT_EQ(ReasonOfPut(MakeRow("a")), "");
  ASSERT_TRUE(PutAndWait(**second, MakeRow("b")).ok());
  EXPECT_EQ(ReasonOfGet("b"), "");
  const auto changes = store_->ChangesSince({}, "default", 0, 10);
  ASSERT_TRUE(changes.ok());
  EXPECT_EQ(changes->back().sequence, 2);
}

// ---- write
// ----------------------------------------------------------------------------------------------

TEST_F(SqliteArticleStoreTest, ALockHeldElsewhereIsUnavailableAndReadsGoOn) {
  Open();
  ASSERT_EQ(ReasonOfPut(MakeRow("a")), "");
  {
    SqliteDatabase other = Connect();
    const auto held = SqliteTransaction::Begin(other, SqliteTransaction::Kind::kWrite);
    ASSERT_TRUE(held.ok());
    EXPECT_EQ(ReasonOfPut(MakeRow("b")), "STORE_BUSY");
    EXPECT_EQ(ReasonOfGet("a"), "");
  }
  EXPECT_EQ(ReasonOfPut(MakeRow("b")), "");
}

TEST_F(SqliteArticleStoreTest, ARowThatFailsFailsAlone) {
  Open();
  ASSERT_TRUE(Connect()
                  .Execute("CREATE TRIGGER poison AFTER INSERT ON changes WHEN new.article = 'bad'"
                           " BEGIN SELECT RAISE(ABORT, 'poison'); END")
                  .ok());
  std::latch pending(3);
  std::map<std::string, std::string> reasons;  // All callbacks are on the writer's thread.
  for (const char* id : {"good", "bad", "fine"}) {
    store_->Put(MakeRow(id), [&reasons, &pending, id](const absl::StatusOr<PutResult>& result) {
      reasons[id] = ReasonOf(result.status());
      pending.count_down();
    });
  }
  pending.wait();
  EXPECT_EQ(reasons["bad"], "STORE_FAILED");
  EXPECT_EQ(ReasonOfGet("good"), "");
  EXPECT_EQ(ReasonOfGet("fine"), "");
  EXPECT_EQ(ReasonOfGet("bad"), "ARTICLE_NOT_FOUND");
}

TEST_F(SqliteArticleStoreTest, AFailedCommitLeavesNothingAndLaterPutsWork) {
  Open();
  ASSERT_EQ(ReasonOfPut(MakeRow("a")), "");
  vfs_.OnLogSync([] { return SQLITE_IOERR_FSYNC; });
  EXPECT_EQ(ReasonOfPut(MakeRow("b")), "STORE_IO_FAILED");
  EXPECT_EQ(ReasonOfGet("b"), "ARTICLE_NOT_FOUND");
  vfs_.OnLogSync(nullptr);
  EXPECT_EQ(ReasonOfPut(MakeRow("b")), "");
  EXPECT_EQ(ReasonOfGet("b"), "");
  const auto changes = store_->ChangesSince({}, "default", 0, 10);
  ASSERT_TRUE(changes.ok());
  EXPECT_EQ(changes->size(), 2);
}

TEST_F(SqliteArticleStoreTest, AFullDiskIsResourceExhausted) {
  Open();
  vfs_.OnLogWrite([] { return SQLITE_FULL; });
  EXPECT_EQ(ReasonOfPut(MakeRow("a")), "STORE_FULL");
  vfs_.OnLogWrite(nullptr);
  EXPECT_EQ(ReasonOfPut(MakeRow("a")), "");
}

TEST_F(SqliteArticleStoreTest, ClosingWritesWhatIsQueued) {
  Open();
  int written = 0;  // The writer's thread alone counts.
  for (int i = 0; i < 200; ++i) {
    store_->Put(MakeRow(absl::StrCat(i)),
                [&written](const absl::StatusOr<PutResult>& result) { written += result.ok(); });
  }
  Close();
  EXPECT_EQ(written, 200);
  Open();
  EXPECT_EQ(ReasonOfGet("199"), "");
}

TEST_F(SqliteArticleStoreTest, ADeletionStopsWaitingAtItsDeadlineAndIsThenSkipped) {
  Open();
  ASSERT_EQ(ReasonOfPut(MakeRow("a")), "");
  std::latch syncing(1), resume(1);
  vfs_.OnLogSync([&] {
    vfs_.OnLogSync(nullptr);
    syncing.count_down();
    resume.wait();
    return SQLITE_OK;
  });
  store_->Put(MakeRow("b"), [](const absl::StatusOr<PutResult>&) {});
  syncing.wait();
  RequestContext call;
  call.deadline = absl::Now() + absl::Milliseconds(20);
  const absl::Status status = store_->Delete(call, {"default", "a"}, "");
  EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable);
  EXPECT_EQ(ReasonOf(status), "STORE_BUSY");
  resume.count_down();
  ASSERT_EQ(ReasonOfPut(MakeRow("c")), "");
  EXPECT_EQ(ReasonOfGet("a"), "");
}

TEST_F(SqliteArticleStoreTest, ReadsGoOnWhileACommitIsHeldUp) {
  Open();
  ASSERT_EQ(ReasonOfPut(MakeRow("a")), "");
  std::latch syncing(1), resume(1);
  vfs_.OnLogSync([&] {
    vfs_.OnLogSync(nullptr);
    syncing.count_down();
    resume.wait();
    return SQLITE_OK;
  });
  store_->Put(MakeRow("b"), [](const absl::StatusOr<PutResult>&) {});
  syncing.wait();
  EXPECT_EQ(ReasonOfGet("a"), "");
  EXPECT_EQ(ReasonOfGet("b"), "ARTICLE_NOT_FOUND");
  resume.count_down();
  Close();  // The writer is done with the latches then.
}

// ---- delete
// ---------------------------------------------------------------------------------------------

TEST_F(SqliteArticleStoreTest, DeletingLeavesNoPartBehind) {
  Open();
  ArticleRow row = MakeRow("a");
  row.labels = {{"desk", "economy"}};
  ASSERT_EQ(ReasonOfPut(row), "");
  ASSERT_EQ(ReasonOfPut(MakeRow("a", "r2")), "");
  ASSERT_TRUE(store_->Delete({}, {"default", "a"}, "").ok());
  EXPECT_EQ(Connect()
                .QueryInt("SELECT (SELECT COUNT(*) FROM articles) + (SELECT COUNT(*) FROM revisions)"
                          " + (SELECT COUNT(*) FROM contents) + (SELECT COUNT(*) FROM labels)")
                .value_or(-1),
            0);
}

// ---- list
// -----------------------------------------------------------------------------------------------

TEST_F(SqliteArticleStoreTest, AWidePublishTimeRangeIsWalkedInIdOrder) {
  constexpr int kRows = 5000;  // More than is sorted for a page.
  options_.max_queued_rows = kRows;
  Open();
  const absl::Time start = absl::FromUnixSeconds(1'700'000'000);
  std::latch pending(kRows);
  for (int i = 0; i < kRows; ++i) {
    ArticleRow row = MakeRow(absl::StrCat(100'000 + i));
    row.publish_time = start - absl::Seconds(i);
    store_->Put(row, [&](const absl::StatusOr<PutResult>& result) {
      EXPECT_TRUE(result.ok()) << result.status();
      pending.count_down();
    });
  }
  pending.wait();
  const auto ids = [&](const ListQuery& query) {
    std::vector<std::string> found;
    const auto page = store_->List({}, query, "", 2, RowParts::kHead);
    EXPECT_TRUE(page.ok()) << page.status();
    for (const ArticleRow& row : page.value_or(ListPage{}).rows) found.push_back(row.name.id);
    return found;
  };
  const std::vector<std::string> wide = {"100001", "100002"};
  EXPECT_EQ(ids({.collection = "default", .published_until = start}), wide);
  const std::vector<std::string> narrow = {"104990", "104991"};
  EXPECT_EQ(ids({.collection = "default", .published_until = start - absl::Seconds(4989)}), narrow);
}

}  // namespace
}  // namespace polygist::ingest
