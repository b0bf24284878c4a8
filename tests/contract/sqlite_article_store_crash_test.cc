// kill -9 in the middle of writing: what was acknowledged must be there, and everything that is
// there must be whole. (Losing power is not tested here; that a commit is synced before it is
// acknowledged is, in sqlite_group_commit_test.cc.)

#include <signal.h>
#include <sys/wait.h>
#include <unistd.h>

#include <memory>
#include <random>
#include <semaphore>
#include <set>
#include <string>

#include "absl/strings/str_cat.h"
#include "gtest/gtest.h"
#include "ingest_service/store/sqlite_article_store.h"
#include "tests/support/article_rows.h"
#include "tests/support/temporary_directory.h"

namespace polygist::ingest {
namespace {

constexpr int kRounds = 20;
constexpr int kInFlight = 64;

// The row of `id`, from a few bytes to some pages.
ArticleRow RowOf(const std::string& id) {
  ArticleRow row = testing::MakeRow(id);
  const size_t size = std::hash<std::string>()(id) % 20'000;
  row.labels = {{"id", id}};
  for (std::string* part : {&row.body, &row.raw}) {
    while (part->size() < size) part->append(id);
  }
  return row;
}

void ExpectWhole(const ArticleRow& row) {
  const ArticleRow expected = RowOf(row.name.id);
  EXPECT_EQ(row.revision, expected.revision);
  EXPECT_EQ(row.labels, expected.labels);
  EXPECT_EQ(row.head, expected.head);
  EXPECT_TRUE(row.body == expected.body) << row.name.id;
  EXPECT_TRUE(row.raw == expected.raw) << row.name.id;
}

// Puts rows "<round>-0", "<round>-1", ... and writes the ID of each acknowledged one to `pipe`,
// until killed.
[[noreturn]] void WriteForever(const std::string& path, int round, int pipe) {
  auto store = SqliteArticleStore::Open(path, {});
  if (!store.ok()) _exit(1);
  std::counting_semaphore<kInFlight> room(kInFlight);
  for (int i = 0;; ++i) {
    room.acquire();
    const std::string id = absl::StrCat(round, "-", i);
    (*store)->Put(RowOf(id), [&, id, pipe](const absl::StatusOr<PutResult>& result) {
      const std::string line = id + "\n";
      if (!result.ok()) _exit(2);
      if (write(pipe, line.data(), line.size()) < 0) _exit(3);
      room.release();
    });
  }
}

// Kills the writer once `enough` rows are acknowledged; answers with all that were.
std::set<std::string> AcknowledgedBeforeKill(const std::string& path, int round, size_t enough) {
  int ends[2];
  if (pipe(ends) != 0) return {};
  const pid_t child = fork();
  if (child == 0) {
    close(ends[0]);
    WriteForever(path, round, ends[1]);
  }
  close(ends[1]);
  std::set<std::string> acknowledged;
  std::string line;
  bool killed = false;
  for (char byte; read(ends[0], &byte, 1) == 1;) {
    if (byte != '\n') {
      line.push_back(byte);
      continue;
    }
    acknowledged.insert(std::move(line));
    line.clear();
    if (!killed && acknowledged.size() >= enough) killed = kill(child, SIGKILL) == 0;
  }
  close(ends[0]);
  int status = 0;
  waitpid(child, &status, 0);
  EXPECT_TRUE(WIFSIGNALED(status)) << "The writer ended by itself: " << status;
  return acknowledged;
}

// Every row in the store, each checked.
std::set<std::string> StoredIds(ArticleStore& store) {
  std::set<std::string> ids;
  std::string after;
  while (true) {
    const auto page = store.List({}, {.collection = "default"}, after, 500, RowParts::kAll);
    EXPECT_TRUE(page.ok()) << page.status();
    if (!page.ok()) return ids;
    for (const ArticleRow& row : page->rows) {
      ExpectWhole(row);
      EXPECT_TRUE(ids.insert(row.name.id).second) << "twice: " << row.name.id;
    }
    if (!page->next_after.has_value()) return ids;
    after = *page->next_after;
  }
}

// One change per article, and nothing else.
void ExpectChangesOf(ArticleStore& store, const std::set<std::string>& ids) {
  const auto changes = store.ChangesSince({}, "default", 0, 1'000'000);
  ASSERT_TRUE(changes.ok()) << changes.status();
  std::set<std::string> changed;
  for (const ArticleChange& change : *changes) changed.insert(change.name.id);
  EXPECT_EQ(changes->size(), ids.size());
  EXPECT_EQ(changed, ids);
}

TEST(SqliteArticleStoreCrashTest, EveryAcknowledgedRowSurvivesKill) {
  const testing::TemporaryDirectory directory;
  const std::string path = directory.Path("articles.db");
  std::mt19937 random(20'240'229);
  std::set<std::string> acknowledged;
  for (int round = 0; round < kRounds; ++round) {
    SCOPED_TRACE(absl::StrCat("round ", round));
    acknowledged.merge(AcknowledgedBeforeKill(path, round, 1 + random() % 300));
    const auto store = SqliteArticleStore::Open(path, {});
    ASSERT_TRUE(store.ok()) << store.status();
    const std::set<std::string> stored = StoredIds(**store);
    for (const std::string& id : acknowledged) EXPECT_TRUE(stored.contains(id)) << "lost: " << id;
    ExpectChangesOf(**store, stored);
  }
  EXPECT_GE(acknowledged.size(), kRounds);
}

}  // namespace
}  // namespace polygist::ingest
