#include <memory>
#include <utility>

#include "ingest_service/store/memory_article_store.h"
#include "tests/contract/article_store_contract.h"

namespace polygist::ingest {
namespace {

class MemoryStoreUnderTest : public StoreUnderTest {
 public:
  explicit MemoryStoreUnderTest(const StoreOptions& options) : store_(options) {}
  ArticleStore& store() override { return store_; }
  bool Reopen() override { return false; }

 private:
  MemoryArticleStore store_;
};

INSTANTIATE_TEST_SUITE_P(All, ArticleStoreContractTest,
                         ::testing::Values(StoreBackend{"Memory",
                                                        [](const StoreOptions& options) {
                                                          return std::make_unique<MemoryStoreUnderTest>(options);
                                                        }}),
                         BackendName);

}  // namespace
}  // namespace polygist::ingest
