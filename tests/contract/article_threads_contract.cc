// What lasts when a store is reopened, and what holds when many threads use it. Part of the suite of
// article_store_contract.h.
#include <atomic>
#include <latch>
#include <string>
#include <thread>
#include <vector>

#include "absl/strings/str_cat.h"
#include "gmock/gmock.h"
#include "tests/contract/article_store_contract.h"
#include "tests/support/article_rows.h"

namespace polygist::ingest {
namespace {

using ::polygist::testing::MakeRow;
using ::testing::ElementsAre;

TEST_P(ArticleStoreContractTest, ReopeningKeepsEverything) {
  ArticleRow row = MakeRow("a", "r1");
  row.labels = {{"desk", "economy"}};
  Put(row);
  Put(MakeRow("b", "r1"));
  Put(MakeRow("b", "r2"));
  Put(MakeRow("c", "r1"));
  ASSERT_TRUE(store().Delete(call_, {"default", "c"}, "").ok());
  const int64_t last = Changes().back().sequence;
  if (!Reopen()) GTEST_SKIP() << "This backend keeps nothing.";
  EXPECT_EQ(Get("a").raw, "raw of a@r1");
  EXPECT_EQ(Get("a").labels, row.labels);
  EXPECT_EQ(Get("b", "r1").body, "body of b@r1");
  EXPECT_THAT(Describe(Changes()), ElementsAre("a@r1", "b@r2", "c deleted"));
  Put(MakeRow("d"));
  EXPECT_GT(Changes().back().sequence, last);
}

TEST_P(ArticleStoreContractTest, EveryCallbackRunsOnceAndItsRowIsThenReadable) {
  constexpr int kThreads = 8;
  constexpr int kRowsPerThread = 40;
  std::atomic<int> callbacks = 0;
  std::atomic<int> created = 0;
  std::latch pending(kThreads * kRowsPerThread);
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&, t] {
      for (int i = 0; i < kRowsPerThread; ++i) {
        store().Put(MakeRow(absl::StrCat(t, "-", i)), [&](absl::StatusOr<PutResult> result) {
          ++callbacks;
          if (result.ok() && result->outcome == PutOutcome::kCreated) ++created;
          pending.count_down();
        });
      }
      const std::string id = absl::StrCat("waited-", t);
      EXPECT_TRUE(PutAndWait(store(), MakeRow(id)).ok());
      EXPECT_TRUE(store().Get(call_, {"default", id}, "r1", RowParts::kAll).ok());
    });
  }
  for (std::thread& thread : threads) thread.join();
  pending.wait();
  EXPECT_EQ(callbacks, kThreads * kRowsPerThread);
  EXPECT_EQ(created, kThreads * kRowsPerThread);
  EXPECT_EQ(Ids({}).size(), kThreads * (kRowsPerThread + 1));
}

TEST_P(ArticleStoreContractTest, OfRacingEqualPutsOneCreates) {
  constexpr int kThreads = 8;
  std::atomic<int> created = 0;
  std::atomic<int> unchanged = 0;
  std::vector<std::thread> threads;
  for (int t = 0; t < kThreads; ++t) {
    threads.emplace_back([&] {
      const absl::StatusOr<PutResult> result = PutAndWait(store(), MakeRow("a"));
      ASSERT_TRUE(result.ok()) << result.status();
      ++(result->outcome == PutOutcome::kCreated ? created : unchanged);
    });
  }
  for (std::thread& thread : threads) thread.join();
  EXPECT_EQ(created, 1);
  EXPECT_EQ(unchanged, kThreads - 1);
}

}  // namespace
}  // namespace polygist::ingest
