// What a server or another replica may do to a PostgreSQL store: fail, come back, refuse, lock, write at the same time.

#include <libpq-fe.h>

#include <atomic>
#include <memory>
#include <mutex>
#include <random>
#include <set>
#include <string>
#include <thread>
#include <utility>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "gmock/gmock.h"
#include "gtest/gtest.h"
#include "ingest_service/store/postgres_article_store.h"
#include "tests/support/article_rows.h"
#include "tests/support/postgres_server.h"

namespace polygist::ingest {
namespace {

using ::polygist::testing::MakeRow;
using ::polygist::testing::PostgresServer;

class PostgresFaultsTest : public ::testing::Test {
 protected:
  void SetUp() override {
    if (!PostgresServer::Available()) GTEST_SKIP() << "No PostgreSQL server programs are installed.";
  }

  static PostgresServer& server() { return PostgresServer::Get(); }

  static std::unique_ptr<PostgresArticleStore> Open(const std::string& uri, const StoreOptions& options = {}) {
    auto opened = PostgresArticleStore::Open(uri, options);
    EXPECT_TRUE(opened.ok()) << opened.status();
    return *std::move(opened);
  }

  static std::vector<ArticleChange> Changes(ArticleStore& store, int64_t after) {
    const auto changes = store.ChangesSince({}, "default", after, 1'000'000);
    EXPECT_TRUE(changes.ok()) << changes.status();
    return changes.value_or(std::vector<ArticleChange>{});
  }
};

// A session of somebody else, in a transaction.
class OtherSession {
 public:
  OtherSession(const std::string& uri, const char* sql) : connection_(PQconnectdb(uri.c_str()), &PQfinish) {
    PQclear(PQexec(connection_.get(), "BEGIN"));
    const std::unique_ptr<PGresult, decltype(&PQclear)> result(PQexec(connection_.get(), sql), &PQclear);
    EXPECT_EQ(PQresultStatus(result.get()), PGRES_COMMAND_OK) << PQerrorMessage(connection_.get());
  }
  void End() { connection_.reset(); }

 private:
  std::unique_ptr<PGconn, decltype(&PQfinish)> connection_;
};

// Two replicas write to few articles; whoever follows the changes meanwhile ends with what a late reader sees.
TEST_F(PostgresFaultsTest, FollowersOfTwoWritingStoresMissNothing) {
  const std::string uri = server().NewStoreUri();
  const auto first = Open(uri), second = Open(uri), read = Open(uri);
  std::atomic<bool> written = false;
  std::vector<std::string> seen;
  std::thread follower([&] {
    int64_t last = 0;
    for (bool done = false; !done;) {
      done = written;
      for (const ArticleChange& change : Changes(*read, last)) {
        EXPECT_GT(change.sequence, last);
        last = change.sequence;
        seen.push_back(absl::StrCat(change.sequence, " ", change.name.id, "@", change.revision));
      }
    }
  });
  std::vector<std::thread> writers;
  for (int w = 0; w < 4; ++w) {
    writers.emplace_back([&, w] {
      for (int i = 0; i < 60; ++i) {
        ArticleStore& store = w % 2 == 0 ? *first : *second;
        EXPECT_TRUE(PutAndWait(store, MakeRow(absl::StrCat("a", i % 20), absl::StrCat("r", w, "-", i))).ok());
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  written = true;
  follower.join();
  const std::vector<ArticleChange> changes = Changes(*read, 0);
  EXPECT_EQ(changes.size(), 20);
  EXPECT_EQ(changes.back().sequence, 240);
  for (const ArticleChange& change : changes) {
    EXPECT_THAT(seen, ::testing::Contains(absl::StrCat(change.sequence, " ", change.name.id, "@", change.revision)));
  }
}

TEST_F(PostgresFaultsTest, OfTwoStoresOneCreatesEachArticle) {
  const std::string uri = server().NewStoreUri();
  const auto first = Open(uri), second = Open(uri);
  std::atomic<int> created = 0, unchanged = 0;
  std::vector<std::thread> writers;
  for (PostgresArticleStore* store : {first.get(), second.get()}) {
    writers.emplace_back([&, store] {
      for (int i = 0; i < 50; ++i) {
        const auto result = PutAndWait(*store, MakeRow(absl::StrCat(i)));
        ASSERT_TRUE(result.ok()) << result.status();
        ++(result->outcome == PutOutcome::kCreated ? created : unchanged);
      }
    });
  }
  for (std::thread& writer : writers) writer.join();
  EXPECT_EQ(created, 50);
  EXPECT_EQ(unchanged, 50);
}

// The server knows nothing of the size of new tables until it analyzes them: plans must not depend on it.
TEST_F(PostgresFaultsTest, ABulkLoadReadsAFewRowsForEachItWrites) {
  constexpr int kRows = 5000;
  const std::string uri = server().NewStoreUri();
  auto store = Open(uri, {.max_queued_rows = kRows, .max_group_rows = 50});
  for (int i = 0; i < kRows; ++i) {
    store->Put(MakeRow(absl::StrCat(i)), [](const absl::StatusOr<PutResult>& result) { EXPECT_TRUE(result.ok()); });
  }
  store.reset();
  const auto row_reads = [&] {
    const std::string read = server().Query(
        absl::StrCat("SELECT SUM(seq_tup_read + idx_tup_fetch) FROM pg_stat_user_tables WHERE schemaname = '",
                     uri.substr(uri.rfind("store_")), "' HAVING SUM(n_tup_ins) > ", 3 * kRows));
    return read.empty() ? -1 : std::stoi(read);
  };
  while (row_reads() < 0) std::this_thread::yield();  // Its backend reports when it ends.
  EXPECT_LT(row_reads(), 10 * kRows);
}

TEST_F(PostgresFaultsTest, SeveralReplicasMayMakeTheSchemaAtOnce) {
  const std::string uri = server().NewStoreUri();
  std::vector<std::thread> replicas;
  for (int i = 0; i < 6; ++i) {
    replicas.emplace_back([&, i] {
      const auto store = PostgresArticleStore::Open(uri, {});
      ASSERT_TRUE(store.ok()) << store.status();
      EXPECT_TRUE(PutAndWait(**store, MakeRow(absl::StrCat(i))).ok());
    });
  }
  for (std::thread& replica : replicas) replica.join();
  EXPECT_EQ(Changes(*Open(uri), 0).size(), 6);
}

// Puts rows until told to stop, each again until it is acknowledged.
class Writer {
 public:
  Writer(ArticleStore& store, std::string prefix) : thread_([&store, prefix, this] { Run(store, prefix); }) {}

  std::set<std::string> Stop() {
    stopping_ = true;
    thread_.join();
    return acknowledged_;
  }
  int acknowledged() const { return count_; }
  void WaitFor(int count) const {
    while (count_ < count) std::this_thread::yield();
  }

 private:
  void Run(ArticleStore& store, const std::string& prefix) {
    for (int i = 0; !stopping_; ++i) {
      ArticleRow row = MakeRow(absl::StrCat(prefix, i));
      row.raw.assign(10'000, 'x');
      auto result = PutAndWait(store, row);
      for (; !result.ok(); result = PutAndWait(store, row)) {
        ASSERT_TRUE(absl::IsUnavailable(result.status())) << result.status();
        std::this_thread::sleep_for(std::chrono::milliseconds(20));
      }
      acknowledged_.insert(row.name.id);
      ++count_;
    }
  }

  std::set<std::string> acknowledged_;
  std::atomic<int> count_ = 0;
  std::atomic<bool> stopping_ = false;
  std::thread thread_;
};

TEST_F(PostgresFaultsTest, NothingAcknowledgedIsLostWhenTheServerIsKilled) {
  const std::string uri = server().NewStoreUri();
  const auto store = Open(uri);
  Writer first(*store, "a"), second(*store, "b");
  for (int round = 0; round < 2; ++round) {
    first.WaitFor(first.acknowledged() + 40);
    server().Kill();
    const auto refused = store->Get({}, {"default", "a0"}, "", RowParts::kHead);
    EXPECT_EQ(ReasonOf(refused.status()), "STORE_IO_FAILED");
    server().Start();
    const absl::Time serves = absl::Now();
    first.WaitFor(first.acknowledged() + 2);
    EXPECT_LT(absl::Now() - serves, absl::Seconds(10));
    EXPECT_TRUE(store->Get({}, {"default", "a0"}, "", RowParts::kHead).ok());
  }
  std::set<std::string> acknowledged = first.Stop();
  acknowledged.merge(second.Stop());
  const auto page = store->List({}, {.collection = "default"}, "", 1'000'000, RowParts::kAll);
  ASSERT_TRUE(page.ok()) << page.status();
  std::set<std::string> stored;
  for (const ArticleRow& row : page->rows) {
    EXPECT_EQ(row.raw.size(), 10'000);
    stored.insert(row.name.id);
  }
  EXPECT_EQ(stored, acknowledged);
  EXPECT_EQ(Changes(*store, 0).size(), stored.size());
}

TEST_F(PostgresFaultsTest, NobodyHearsOfConnectionsThatDiedWhileIdle) {
  const auto store = Open(server().NewStoreUri());
  ASSERT_TRUE(PutAndWait(*store, MakeRow("a")).ok());
  for (int i = 0; i < 3; ++i) {
    for (int readers = 0; readers < 4; ++readers) EXPECT_EQ(Changes(*store, 0).size(), i + 1);
    server().Query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'polygist'");
    EXPECT_TRUE(PutAndWait(*store, MakeRow(absl::StrCat(i))).ok());
    EXPECT_TRUE(store->Get({}, {"default", "a"}, "", RowParts::kAll).ok());
    EXPECT_TRUE(store->List({}, {.collection = "default"}, "", 10, RowParts::kHead).ok());
  }
}

// Puts revisions of an article until one waits for a standby; then ends the wait as `function` does. Answers with the
// revision and what was said of it.
std::pair<std::string, absl::Status> PutThatWaitsForAStandby(ArticleStore& store, const std::string& function) {
  std::pair<std::string, absl::Status> last;
  std::atomic<bool> ended = false;
  std::thread put([&] {
    for (int i = 0; last.second.ok() && !ended; ++i) {
      last.first = absl::StrCat(function, i);
      last.second = PutAndWait(store, MakeRow("a", last.first)).status();
    }
  });
  const std::string end = absl::StrCat("SELECT ", function, "(pid) FROM pg_stat_activity WHERE wait_event = 'SyncRep'");
  while (PostgresServer::Get().Query(end).empty()) std::this_thread::yield();
  ended = true;
  put.join();
  return last;
}

TEST_F(PostgresFaultsTest, WhatDidNotReachTheStandbyIsNotAcknowledged) {
  const auto store = Open(server().NewStoreUri());
  for (const char* function : {"pg_cancel_backend", "pg_terminate_backend"}) {
    server().Query("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
    server().Query("SELECT pg_reload_conf()");
    const auto [revision, status] = PutThatWaitsForAStandby(*store, function);
    EXPECT_EQ(ReasonOf(status), "STORE_IO_FAILED") << function;
    server().Query("ALTER SYSTEM RESET synchronous_standby_names");
    server().Query("SELECT pg_reload_conf()");
    const auto again = PutAndWait(*store, MakeRow("a", revision));
    ASSERT_TRUE(again.ok()) << again.status();
    EXPECT_EQ(again->outcome, PutOutcome::kUnchanged) << function;
  }
}

// Nor does giving up make the server commit alone: the row stays unseen, and nobody is told that it is there.
TEST_F(PostgresFaultsTest, ACommitThatWaitsTooLongIsGivenUpAndLeftAlone) {
  const std::string uri = server().NewStoreUri();
  const auto store = Open(uri, {.busy_timeout = absl::Milliseconds(100), .commit_timeout = absl::Milliseconds(300)});
  server().Query("ALTER SYSTEM SET synchronous_standby_names = 'nobody'");
  server().Query("SELECT pg_reload_conf()");
  absl::Status late;
  int revision = 0;
  while (late.ok()) late = PutAndWait(*store, MakeRow("a", absl::StrCat("r", ++revision))).status();
  EXPECT_EQ(ReasonOf(late), "STORE_BUSY");
  const ArticleRow row = MakeRow("a", absl::StrCat("r", revision));
  EXPECT_EQ(ReasonOf(PutAndWait(*store, row).status()), "STORE_BUSY");
  EXPECT_NE(store->Get({}, row.name, "", RowParts::kHead).value_or(ArticleRow{}).revision, row.revision);
  server().Query("ALTER SYSTEM RESET synchronous_standby_names");
  server().Query("SELECT pg_reload_conf()");
  auto again = PutAndWait(*store, row);
  while (!again.ok()) again = PutAndWait(*store, row);
  EXPECT_EQ(again->outcome, PutOutcome::kUnchanged);
}

TEST_F(PostgresFaultsTest, ACommitWaitsForTheDiskAtLeast) {
  const auto setting = [&](const std::string& given) {
    const std::string uri =
        absl::StrCat(server().Uri("postgres", "polygist"), "&options=-csynchronous_commit%3D", given);
    PostgresSession session(*ParsePostgresUri(uri), {});
    const auto connection = session.Connect({});
    EXPECT_TRUE(connection.ok()) << connection.status();
    EXPECT_TRUE((*connection)->Send(std::string("SHOW synchronous_commit"), {}).ok());
    const auto results = (*connection)->Receive({});
    return results.ok() ? results->front().Text(0, 0) : "";
  };
  EXPECT_EQ(setting("off"), "on");
  EXPECT_EQ(setting("local"), "local");
  EXPECT_EQ(setting("remote_apply"), "remote_apply");
}

TEST_F(PostgresFaultsTest, ARowThatTheServerRefusesFailsAlone) {
  const auto store = Open(server().NewStoreUri());
  ArticleRow with_nul = MakeRow("nul"), not_utf8 = MakeRow("bytes"), too_long = MakeRow("long");
  with_nul.source = std::string("a\0b", 3);
  not_utf8.labels = {{"desk", "\xff"}};
  std::mt19937 random(1);
  std::string incompressible;
  while (incompressible.size() < 20'000) incompressible.push_back(static_cast<char>('!' + random() % 90));
  too_long.labels = {{"desk", incompressible}};
  std::mutex mutex;
  std::vector<std::string> outcomes;
  std::atomic<int> pending = 0;
  for (const ArticleRow& row : {MakeRow("a"), with_nul, MakeRow("b"), not_utf8, too_long, MakeRow("c")}) {
    ++pending;
    store->Put(row, [&, id = row.name.id](const absl::StatusOr<PutResult>& result) {
      const std::lock_guard lock(mutex);
      outcomes.push_back(absl::StrCat(id, " ", result.ok() ? "ok" : ReasonOf(result.status())));
      --pending;
    });
  }
  while (pending > 0) std::this_thread::yield();
  EXPECT_THAT(outcomes, ::testing::UnorderedElementsAre("a ok", "nul ROW_TEXT_INVALID", "b ok",
                                                        "bytes ROW_TEXT_INVALID", "long ROW_TOO_LARGE", "c ok"));
  EXPECT_EQ(Changes(*store, 0).back().sequence, 3);
}

TEST_F(PostgresFaultsTest, ReadsEndAtTheirDeadlineAndWhenCancelled) {
  const std::string uri = server().NewStoreUri();
  const auto store = Open(uri);
  ASSERT_TRUE(PutAndWait(*store, MakeRow("a")).ok());
  OtherSession lock(uri, "LOCK TABLE articles IN ACCESS EXCLUSIVE MODE");
  const absl::Time start = absl::Now();
  const auto late = store->Get({.deadline = start + absl::Milliseconds(50)}, {"default", "a"}, "", RowParts::kHead);
  EXPECT_EQ(ReasonOf(late.status()), "DEADLINE_EXCEEDED");
  RequestContext call;
  call.cancelled = [&] { return absl::Now() > start + absl::Milliseconds(200); };
  const auto cancelled = store->List(call, {.collection = "default"}, "", 1, RowParts::kHead);
  EXPECT_EQ(ReasonOf(cancelled.status()), "CANCELLED");
  EXPECT_LT(absl::Now() - start, absl::Seconds(4));  // Not the server's lock_timeout.
  lock.End();
  EXPECT_TRUE(store->Get({}, {"default", "a"}, "", RowParts::kHead).ok());
}

TEST_F(PostgresFaultsTest, WritesWaitForALockNoLongerThanTheBusyTimeout) {
  const std::string uri = server().NewStoreUri();
  const auto store = Open(uri, {.busy_timeout = absl::Milliseconds(50)});
  OtherSession lock(uri, "LOCK TABLE collections IN ACCESS EXCLUSIVE MODE");
  EXPECT_EQ(ReasonOf(PutAndWait(*store, MakeRow("a")).status()), "STORE_BUSY");
  lock.End();
  EXPECT_TRUE(PutAndWait(*store, MakeRow("a")).ok());
}

TEST_F(PostgresFaultsTest, AServerThatTakesNoWritesIsUnavailable) {
  const std::string uri = server().NewStoreUri();
  const auto store = Open(absl::StrCat(uri, "&target_session_attrs=any"));
  server().Query("ALTER ROLE polygist SET default_transaction_read_only = on");
  const absl::Status new_store = PostgresArticleStore::Open(uri, {}).status();
  server().Query("SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE application_name = 'polygist'");
  const absl::Status write = PutAndWait(*store, MakeRow("a")).status();
  server().Query("BEGIN READ WRITE; ALTER ROLE polygist RESET default_transaction_read_only; COMMIT");
  for (const absl::Status& status : {new_store, write}) {
    EXPECT_EQ(status.code(), absl::StatusCode::kUnavailable) << status;
    EXPECT_EQ(ReasonOf(status), "STORE_IO_FAILED");
  }
  EXPECT_TRUE(PutAndWait(*store, MakeRow("a")).ok());
}

TEST_F(PostgresFaultsTest, HostsThatDoNotAnswerArePassedOver) {
  std::string uri = server().NewStoreUri();
  uri.replace(uri.find("host="), 5, "host=%2Fnowhere,");
  EXPECT_TRUE(PutAndWait(*Open(uri), MakeRow("a")).ok());
}

void ExpectCannotOpen(const std::string& uri, absl::StatusCode code, const std::string& reason,
                      const std::string& says) {
  const absl::Status status = PostgresArticleStore::Open(uri, {}).status();
  EXPECT_EQ(status.code(), code) << status;
  EXPECT_EQ(ReasonOf(status), reason);
  EXPECT_THAT(std::string(status.message()), ::testing::HasSubstr(says));
  EXPECT_THAT(std::string(status.message()), ::testing::Not(::testing::HasSubstr("s3cret")));
}

TEST_F(PostgresFaultsTest, WhatIsWrongIsSaidAtTheStart) {
  constexpr auto kPrecondition = absl::StatusCode::kFailedPrecondition;
  const std::string reader = server().Uri("postgres", "reader");
  ExpectCannotOpen(reader + "&password=s3cret", kPrecondition, "STORE_NOT_ACCESSIBLE", "the user or the password");
  ExpectCannotOpen(reader, kPrecondition, "STORE_NOT_ACCESSIBLE", "passfile=");
  ExpectCannotOpen(server().Uri("nowhere", "polygist"), kPrecondition, "STORE_NOT_ACCESSIBLE", "CREATE DATABASE");
  ExpectCannotOpen("postgresql://polygist:s3cret@127.0.0.1:9/news", absl::StatusCode::kUnavailable, "STORE_IO_FAILED",
                   "postgresql://polygist@127.0.0.1:9/news");
  ExpectCannotOpen("postgresql://polygist:s3c%ret@host/news", absl::StatusCode::kInvalidArgument, "STORE_URI_INVALID",
                   "%-escapes");
  ExpectCannotOpen(server().Uri("postgres", "polygist") + "&options=-csearch_path%3Dnowhere", kPrecondition,
                   "STORE_NOT_ACCESSIBLE", "search_path");
  server().Query("CREATE DATABASE latin ENCODING 'LATIN1' TEMPLATE template0 LOCALE 'C' LOCALE_PROVIDER libc");
  ExpectCannotOpen(server().Uri("latin", "polygist"), kPrecondition, "STORE_ENCODING", "UTF-8");
}

TEST_F(PostgresFaultsTest, TablesOfOthersAreLeftAlone) {
  const std::string uri = server().NewStoreUri();
  OtherSession(uri, "CREATE TABLE articles (id INT); COMMIT").End();
  ExpectCannotOpen(uri, absl::StatusCode::kFailedPrecondition, "STORE_FOREIGN", "database of its own");
  OtherSession(uri, "SELECT id FROM articles; DROP TABLE articles; COMMIT").End();
  EXPECT_TRUE(PutAndWait(*Open(uri), MakeRow("a")).ok());
}

TEST_F(PostgresFaultsTest, ANewerSchemaIsRefused) {
  const std::string uri = server().NewStoreUri();
  Open(uri);
  OtherSession(uri, "UPDATE polygist_schema SET version = 99; COMMIT").End();
  ExpectCannotOpen(uri, absl::StatusCode::kFailedPrecondition, "STORE_SCHEMA_NEWER", "version 99");
}

}  // namespace
}  // namespace polygist::ingest
