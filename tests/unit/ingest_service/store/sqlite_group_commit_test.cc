#include "ingest_service/store/sqlite_group_commit.h"

#include <algorithm>
#include <latch>
#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "common/base/error.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/temporary_directory.h"

namespace polygist::ingest {
namespace {

using ::testing::ElementsAre;

// A database whose commits the test can hold up, and a record of how each write ended.
class SqliteGroupCommitTest : public ::testing::Test {
 protected:
  SqliteGroupCommitTest() {
    auto opened = SqliteDatabase::Open(directory_.Path("test.db"), {.vfs = vfs_.name()});
    EXPECT_TRUE(opened.ok()) << opened.status();
    database_ = std::make_unique<SqliteDatabase>(*std::move(opened));
    // The first row makes the log, whose header has a sync of its own.
    EXPECT_TRUE(database_
                    ->Execute("PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL;"
                              "CREATE TABLE t (a INTEGER)")
                    .ok());
  }

  void Start(const StoreOptions& options = {}) { commits_.emplace(*database_, options); }
  void Stop() { commits_.reset(); }

  // Writes a row of `value`, whose outcome will be in outcomes_[value].
  void Submit(int value, absl::Status outcome_of_apply = absl::OkStatus(), int64_t bytes = 1) {
    {
      const std::lock_guard lock(mutex_);
      outcomes_.resize(std::max<size_t>(outcomes_.size(), value + 1), "pending");
    }
    commits_->Submit({
        .bytes = bytes,
        .apply =
            [this, value, outcome_of_apply] {
              auto insert = database_->Prepare("INSERT INTO t VALUES (?)");
              EXPECT_TRUE(insert.ok());
              const absl::Status inserted = SqliteQuery(*insert).Bind(int64_t{value}).Run();
              return inserted.ok() ? outcome_of_apply : inserted;
            },
        .done =
            [this, value](const absl::Status& status) {
              const std::lock_guard lock(mutex_);
              outcomes_[value] = status.ok() ? "ok" : ReasonOf(status);
            },
    });
  }

  // Submits 0 and waits until its commit is being synced; so what follows queues up until Resume().
  void HoldUpFirstCommit(int sync_code = SQLITE_OK) {
    vfs_.OnLogSync([this, sync_code] {
      vfs_.OnLogSync(nullptr);
      syncing_.count_down();
      resume_.wait();
      return sync_code;
    });
    Submit(0);
    syncing_.wait();
  }
  void Resume() { resume_.count_down(); }

  std::vector<std::string> Outcomes() {
    const std::lock_guard lock(mutex_);
    return outcomes_;
  }
  // The sum of what was written. Only after Stop().
  int64_t Sum() { return database_->QueryInt("SELECT TOTAL(a) FROM t").value_or(-1); }

  testing::FaultVfs vfs_;
  testing::TemporaryDirectory directory_;
  std::unique_ptr<SqliteDatabase> database_;
  std::latch syncing_{1}, resume_{1};
  std::mutex mutex_;
  std::vector<std::string> outcomes_;  // Guarded by mutex_.
  std::optional<SqliteGroupCommit> commits_;
};

TEST_F(SqliteGroupCommitTest, WhatWaitsSharesOneCommit) {
  Start();
  HoldUpFirstCommit();
  const int syncs_before = vfs_.log_syncs();
  for (int i = 1; i <= 100; ++i) Submit(i);
  Resume();
  Stop();
  EXPECT_EQ(vfs_.log_syncs() - syncs_before, 1);
  EXPECT_EQ(Sum(), 5050);
}

TEST_F(SqliteGroupCommitTest, NoWriteIsReportedBeforeItsSync) {
  Start();
  HoldUpFirstCommit();
  EXPECT_THAT(Outcomes(), ElementsAre("pending"));
  Resume();
  Stop();
  EXPECT_THAT(Outcomes(), ElementsAre("ok"));
}

TEST_F(SqliteGroupCommitTest, AWriteThatFailsFailsAlone) {
  Start();
  HoldUpFirstCommit();
  Submit(1);
  Submit(2, Error(absl::StatusCode::kAborted, "MINE", "Not this one."));
  Submit(4);
  Resume();
  Stop();
  EXPECT_THAT(Outcomes(), ElementsAre("ok", "ok", "MINE", "pending", "ok"));
  EXPECT_EQ(Sum(), 5);
}

TEST_F(SqliteGroupCommitTest, AFailedCommitReachesEveryWriteAndTheNextWorks) {
  Start();
  HoldUpFirstCommit();
  Submit(1);
  Submit(2);
  vfs_.OnLogSync([this] {
    vfs_.OnLogSync(nullptr);
    return SQLITE_IOERR_FSYNC;
  });
  Resume();
  Stop();
  Start();
  Submit(3);
  Stop();
  EXPECT_THAT(Outcomes(), ElementsAre("ok", "STORE_IO_FAILED", "STORE_IO_FAILED", "ok"));
  EXPECT_EQ(Sum(), 3);
}

TEST_F(SqliteGroupCommitTest, AFullDiskReachesEveryWriteAndTheNextWorks) {
  Start();
  vfs_.OnLogWrite([] { return SQLITE_FULL; });
  Submit(0);
  Stop();
  vfs_.OnLogWrite(nullptr);
  Start();
  Submit(1);
  Stop();
  EXPECT_THAT(Outcomes(), ElementsAre("STORE_FULL", "ok"));
}

TEST_F(SqliteGroupCommitTest, AQueueFullOfRowsRefusesAtOnce) {
  Start({.max_queued_rows = 2});
  HoldUpFirstCommit();
  for (int i = 1; i <= 3; ++i) Submit(i);
  EXPECT_THAT(Outcomes(), ElementsAre("pending", "pending", "pending", "STORE_QUEUE_FULL"));
  Resume();
  Stop();
  EXPECT_THAT(Outcomes(), ElementsAre("ok", "ok", "ok", "STORE_QUEUE_FULL"));
}

TEST_F(SqliteGroupCommitTest, AQueueFullOfBytesRefusesAtOnce) {
  Start({.max_queued_bytes = 100});
  HoldUpFirstCommit();
  Submit(1, absl::OkStatus(), 1000);  // An empty queue takes any one row.
  Submit(2, absl::OkStatus(), 1);
  Resume();
  Stop();
  EXPECT_THAT(Outcomes(), ElementsAre("ok", "ok", "STORE_QUEUE_FULL"));
}

TEST_F(SqliteGroupCommitTest, GroupsAreLimitedInRowsAndBytes) {
  Start({.max_group_rows = 3, .max_group_bytes = 10});
  HoldUpFirstCommit();
  const int syncs_before = vfs_.log_syncs();
  for (int i = 1; i <= 6; ++i) Submit(i);                       // Two groups of three.
  for (int i = 7; i <= 9; ++i) Submit(i, absl::OkStatus(), 6);  // Three groups of one.
  Resume();
  Stop();
  EXPECT_EQ(vfs_.log_syncs() - syncs_before, 5);
  EXPECT_EQ(Sum(), 45);
}

TEST_F(SqliteGroupCommitTest, ClosingWritesWhatIsQueued) {
  Start();
  for (int i = 0; i < 50; ++i) Submit(i);
  Stop();
  EXPECT_THAT(Outcomes(), ::testing::Each("ok"));
  EXPECT_EQ(Sum(), 49 * 50 / 2);
}

}  // namespace
}  // namespace polygist::ingest
