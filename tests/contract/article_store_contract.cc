#include "tests/contract/article_store_contract.h"

#include <utility>

namespace polygist::ingest {

namespace {

// "id@revision" of a change, or "id deleted".
std::string DescribeOne(const ArticleChange& change) {
  return change.name.id + (change.deleted ? " deleted" : "@" + change.revision);
}

}  // namespace

std::string BackendName(const ::testing::TestParamInfo<StoreBackend>& info) { return info.param.name; }

ArticleStoreContractTest::ArticleStoreContractTest() {
  StoreOptions options;
  options.now = [this] { return now(); };
  under_test_ = GetParam().make(options);
}

PutResult ArticleStoreContractTest::Put(ArticleRow row) {
  absl::StatusOr<PutResult> result = PutAndWait(store(), std::move(row));
  EXPECT_TRUE(result.ok()) << result.status();
  return result.value_or(PutResult{});
}

ArticleRow ArticleStoreContractTest::Get(const std::string& id, const std::string& revision, RowParts parts) {
  absl::StatusOr<ArticleRow> row = store().Get(call_, {"default", id}, revision, parts);
  EXPECT_TRUE(row.ok()) << row.status();
  return row.value_or(ArticleRow{});
}

ListPage ArticleStoreContractTest::List(const ListQuery& query, const std::string& after, int limit) {
  absl::StatusOr<ListPage> page = store().List(call_, query, after, limit, RowParts::kHead);
  EXPECT_TRUE(page.ok()) << page.status();
  return page.value_or(ListPage{});
}

std::vector<std::string> ArticleStoreContractTest::Ids(ListQuery query) {
  query.collection = "default";
  std::vector<std::string> ids;
  for (const ArticleRow& row : List(query).rows) ids.push_back(row.name.id);
  return ids;
}

std::vector<ArticleChange> ArticleStoreContractTest::Changes(int64_t after, int limit) {
  auto changes = store().ChangesSince(call_, "default", after, limit);
  EXPECT_TRUE(changes.ok()) << changes.status();
  return changes.value_or(std::vector<ArticleChange>{});
}

std::vector<std::string> ArticleStoreContractTest::Describe(const std::vector<ArticleChange>& changes) {
  std::vector<std::string> described;
  for (const ArticleChange& change : changes) described.push_back(DescribeOne(change));
  return described;
}

}  // namespace polygist::ingest
