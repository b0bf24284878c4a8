// What any ArticleStore must do. A backend's test file names the suite's backend:
//
//   INSTANTIATE_TEST_SUITE_P(Memory, ArticleStoreContractTest,
//   ::testing::Values(StoreBackend{...}),
//                            BackendName);
#pragma once

#include <atomic>
#include <functional>
#include <memory>
#include <string>
#include <vector>

#include "absl/time/time.h"
#include "gtest/gtest.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

// A store and where it keeps its rows.
class StoreUnderTest {
 public:
  virtual ~StoreUnderTest() = default;
  virtual ArticleStore& store() = 0;
  // Closes the store and opens it again. False: this backend keeps nothing.
  virtual bool Reopen() = 0;
};

struct StoreBackend {
  std::string name;
  std::function<std::unique_ptr<StoreUnderTest>(const StoreOptions&)> make;
  int random_calls = 6000;  // To compare with the memory store; fewer where each takes milliseconds.
};

std::string BackendName(const ::testing::TestParamInfo<StoreBackend>& info);

class ArticleStoreContractTest : public ::testing::TestWithParam<StoreBackend> {
 protected:
  ArticleStoreContractTest();

  ArticleStore& store() { return under_test_->store(); }
  bool Reopen() { return under_test_->Reopen(); }

  absl::Time now() const { return absl::FromUnixMicros(now_micros_); }
  void Advance(absl::Duration time) { now_micros_ += absl::ToInt64Microseconds(time); }

  // Each expects success.
  PutResult Put(ArticleRow row);
  ArticleRow Get(const std::string& id, const std::string& revision = "", RowParts parts = RowParts::kAll);
  ListPage List(const ListQuery& query, const std::string& after = "", int limit = 1000);
  std::vector<std::string> Ids(ListQuery query);  // Of all matches in collection "default".
  std::vector<ArticleChange> Changes(int64_t after = 0, int limit = 1000);

  // "id@revision" of each change, or "id deleted".
  static std::vector<std::string> Describe(const std::vector<ArticleChange>& changes);

  const RequestContext call_;

 private:
  std::atomic<int64_t> now_micros_ = 1'700'000'000'123'456;
  std::unique_ptr<StoreUnderTest> under_test_;
};

}  // namespace polygist::ingest
