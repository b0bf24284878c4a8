#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "ingest_service/store/postgres_article_store.h"
#include "tests/contract/article_store_contract.h"
#include "tests/support/postgres_server.h"

namespace polygist::ingest {
namespace {

using ::polygist::testing::PostgresServer;

class PostgresStoreUnderTest : public StoreUnderTest {
 public:
  explicit PostgresStoreUnderTest(const StoreOptions& options)
      : options_(options), uri_(PostgresServer::Get().NewStoreUri()) {
    Reopen();
  }
  ArticleStore& store() override { return *store_; }

  bool Reopen() override {
    store_.reset();
    auto opened = PostgresArticleStore::Open(uri_, options_);
    EXPECT_TRUE(opened.ok()) << opened.status();
    store_ = *std::move(opened);
    return true;
  }

 private:
  const StoreOptions options_;
  const std::string uri_;
  std::unique_ptr<ArticleStore> store_;
};

std::vector<StoreBackend> Backends() {
  if (!PostgresServer::Available()) return {};
  return {{"Postgres", [](const StoreOptions& options) { return std::make_unique<PostgresStoreUnderTest>(options); },
           /*random_calls=*/400}};
}

GTEST_ALLOW_UNINSTANTIATED_PARAMETERIZED_TEST(ArticleStoreContractTest);
INSTANTIATE_TEST_SUITE_P(All, ArticleStoreContractTest, ::testing::ValuesIn(Backends()), BackendName);

TEST(PostgresServerTest, IsThere) {
  if (!PostgresServer::Available()) GTEST_SKIP() << "No PostgreSQL server programs are installed.";
}

}  // namespace
}  // namespace polygist::ingest
