// The stores under the loads an ingest service makes. Every benchmark checks what it wrote or read. Those of PostgreSQL
// (Postgres...) run on a private server, where its programs are installed.
//
//   store_bench --benchmark_filter=Put
//
// Put/in_flight:N       durable rows of 4 KiB (head 1 KiB, body 1 KiB, raw 2 KiB) with N
// unacknowledged PutSlowDisk/...       the same on a disk whose sync takes 2 ms Get/parts:P a
// random article; 0 head, 1 body too, 2 raw too ListHeads/large:L     pages of 100 heads; rows of 4
// KiB, or of 200 KiB (large), which a page must not read ListByLanguage        pages of 100 heads
// of one language in ten

#include <benchmark/benchmark.h>

#include <chrono>
#include <cstdlib>
#include <iostream>
#include <memory>
#include <random>
#include <semaphore>
#include <string>
#include <thread>

#include "absl/strings/str_cat.h"
#include "ingest_service/store/sqlite_article_store.h"
#include "tests/support/fault_vfs.h"
#include "tests/support/temporary_directory.h"
#if POLYGIST_WITH_POSTGRES
#include "ingest_service/store/postgres_article_store.h"
#include "tests/support/postgres_server.h"
#endif

namespace polygist::ingest {
namespace {

constexpr int kStoredRows = 5000;
constexpr int kPageSize = 100;

void Require(bool condition, const char* what) {
  if (condition) return;
  std::cerr << "store_bench: " << what << std::endl;
  std::abort();
}

ArticleRow MakeRow(int64_t number, size_t raw_bytes) {
  static constexpr const char* kLanguages[] = {"id", "fr", "en", "nl", "de", "es", "pt", "it", "pl", "ar"};
  ArticleRow row;
  row.name = {"default", absl::StrCat(1'000'000'000 + number)};
  row.revision = "0123456789abcdef0123456789abcdef";
  row.language = kLanguages[number % 10];
  row.source = absl::StrCat("source", number % 50, ".example");
  row.publish_time = absl::FromUnixSeconds(1'700'000'000 + number);
  row.head = std::string(1024, 'h');
  row.body = std::string(1024, 'b');
  row.raw = std::string(raw_bytes, static_cast<char>('a' + number % 26));
  return row;
}

std::unique_ptr<ArticleStore> OpenSqlite(const std::string& path, std::string vfs = {}) {
  StoreOptions options;
  options.sqlite_vfs = std::move(vfs);
  auto opened = SqliteArticleStore::Open(path, options);
  Require(opened.ok(), "cannot open a store");
  return *std::move(opened);
}

#if POLYGIST_WITH_POSTGRES
std::unique_ptr<ArticleStore> OpenPostgres() {
  auto opened = PostgresArticleStore::Open(testing::PostgresServer::Get().NewStoreUri(), {});
  Require(opened.ok(), "cannot open a store");
  return *std::move(opened);
}
#else
std::unique_ptr<ArticleStore> OpenPostgres() { return nullptr; }
#endif

enum class Backend { kSqlite, kPostgres };

// An empty store of its own.
class BenchStore {
 public:
  explicit BenchStore(Backend backend)
      : store_(backend == Backend::kSqlite ? OpenSqlite(directory_.Path("articles.db")) : OpenPostgres()) {}
  explicit BenchStore(const testing::FaultVfs& disk)
      : store_(OpenSqlite(directory_.Path("articles.db"), disk.name())) {}

  ArticleStore& operator*() { return *store_; }
  ArticleStore* operator->() { return store_.get(); }

  // How many rows may be unacknowledged, at most 1024. Once per WaitForAll.
  void LimitInFlight(int limit) {
    limit_ = limit;
    room_.release(limit);
  }

  // Waits until there is room for one more.
  void Put(ArticleRow row) {
    room_.acquire();
    store_->Put(std::move(row), [this](const absl::StatusOr<PutResult>& result) {
      Require(result.ok() && result->outcome == PutOutcome::kCreated, "a put failed");
      room_.release();
    });
  }

  void WaitForAll() {
    for (int i = 0; i < limit_; ++i) room_.acquire();
  }

  void Fill(int rows, size_t raw_bytes) {
    LimitInFlight(256);
    for (int i = 0; i < rows; ++i) Put(MakeRow(i, raw_bytes));
    WaitForAll();
  }

 private:
  testing::TemporaryDirectory directory_;
  std::unique_ptr<ArticleStore> store_;
  std::counting_semaphore<1024> room_{0};
  int limit_ = 0;
};

void PutRows(benchmark::State& state, BenchStore& store) {
  store.LimitInFlight(static_cast<int>(state.range(0)));
  int64_t number = 0;
  for (auto _ : state) store.Put(MakeRow(number++, 2048));
  store.WaitForAll();
  state.SetItemsProcessed(number);
  const auto last = store->Get({}, MakeRow(number - 1, 0).name, "", RowParts::kAll);
  Require(last.ok() && last->raw.size() == 2048, "the last row is not there");
}

void BM_Put(benchmark::State& state, Backend backend) {
  BenchStore store(backend);
  PutRows(state, store);
}

void BM_PutSlowDisk(benchmark::State& state) {
  testing::FaultVfs disk;
  disk.OnLogSync([] {
    std::this_thread::sleep_for(std::chrono::milliseconds(2));
    return 0;
  });
  BenchStore store(disk);
  PutRows(state, store);
}
BENCHMARK(BM_PutSlowDisk)->Name("PutSlowDisk")->ArgName("in_flight")->Arg(1)->Arg(256)->UseRealTime();

void BM_Get(benchmark::State& state, Backend backend) {
  BenchStore store(backend);
  store.Fill(kStoredRows, 2048);
  std::mt19937 random(1);
  const auto parts = static_cast<RowParts>(state.range(0));
  for (auto _ : state) {
    const auto row = store->Get({}, MakeRow(random() % kStoredRows, 0).name, "", parts);
    Require(row.ok() && row->head.size() == 1024, "a row is not there");
  }
  state.SetItemsProcessed(state.iterations());
}

// One page per iteration, from the start again after the last.
void ListPages(benchmark::State& state, BenchStore& store, const ListQuery& query) {
  std::string after;
  for (auto _ : state) {
    const auto page = store->List({}, query, after, kPageSize, RowParts::kHead);
    Require(page.ok() && page->rows.size() == kPageSize, "a page is short");
    after = page->next_after.value_or("");
  }
  state.SetItemsProcessed(state.iterations() * kPageSize);
}

void BM_ListHeads(benchmark::State& state, Backend backend) {
  BenchStore store(backend);
  store.Fill(state.range(0) == 0 ? kStoredRows : 1000, state.range(0) == 0 ? 2048 : 200'000);
  ListPages(state, store, {.collection = "default"});
}

void BM_ListByLanguage(benchmark::State& state, Backend backend) {
  BenchStore store(backend);
  store.Fill(kStoredRows, 2048);
  ListPages(state, store, {.collection = "default", .languages = {"nl"}});
}

void Register(const std::string& prefix, Backend backend) {
  const auto add = [&](const char* name, void (*run)(benchmark::State&, Backend)) {
    return benchmark::RegisterBenchmark((prefix + name).c_str(), run, backend)->UseRealTime();
  };
  add("Put", BM_Put)->ArgName("in_flight")->Arg(1)->Arg(16)->Arg(256);
  add("Get", BM_Get)->ArgName("parts")->DenseRange(0, 2);
  add("ListHeads", BM_ListHeads)->ArgName("large")->Arg(0)->Arg(1);
  add("ListByLanguage", BM_ListByLanguage);
}

const bool registered = [] {
  Register("", Backend::kSqlite);
#if POLYGIST_WITH_POSTGRES
  if (testing::PostgresServer::Available()) Register("Postgres", Backend::kPostgres);
#endif
  return true;
}();

}  // namespace
}  // namespace polygist::ingest
