#include <memory>
#include <utility>

#include "ingest_service/store/sqlite_article_store.h"
#include "tests/contract/article_store_contract.h"
#include "tests/support/temporary_directory.h"

namespace polygist::ingest {
namespace {

class SqliteStoreUnderTest : public StoreUnderTest {
 public:
  explicit SqliteStoreUnderTest(const StoreOptions& options) : options_(options) { Reopen(); }
  ArticleStore& store() override { return *store_; }

  bool Reopen() override {
    store_.reset();
    auto opened = SqliteArticleStore::Open(directory_.Path("articles.db"), options_);
    EXPECT_TRUE(opened.ok()) << opened.status();
    store_ = *std::move(opened);
    return true;
  }

 private:
  const StoreOptions options_;
  testing::TemporaryDirectory directory_;
  std::unique_ptr<ArticleStore> store_;
};

INSTANTIATE_TEST_SUITE_P(All, ArticleStoreContractTest,
                         ::testing::Values(StoreBackend{"Sqlite",
                                                        [](const StoreOptions& options) {
                                                          return std::make_unique<SqliteStoreUnderTest>(options);
                                                        }}),
                         BackendName);

}  // namespace
}  // namespace polygist::ingest
