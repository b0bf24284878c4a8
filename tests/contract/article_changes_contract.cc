// How articles are deleted, and what tells of changes. Part of the suite of article_store_contract.h.
#include <set>
#include <vector>

#include "common/base/error.h"
#include "gmock/gmock.h"
#include "tests/contract/article_store_contract.h"
#include "tests/support/article_rows.h"

namespace polygist::ingest {
namespace {

using ::polygist::testing::MakeRow;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_P(ArticleStoreContractTest, DeleteRemovesEveryRevision) {
  ArticleRow labelled = MakeRow("a", "r1");
  labelled.labels = {{"desk", "economy"}};
  Put(labelled);
  Put(MakeRow("a", "r2"));
  ASSERT_TRUE(store().Delete(call_, {"default", "a"}, "").ok());
  const auto row = store().Get(call_, {"default", "a"}, "r1", RowParts::kHead);
  EXPECT_EQ(ReasonOf(row.status()), "ARTICLE_NOT_FOUND");
  EXPECT_THAT(Ids({}), IsEmpty());
  EXPECT_THAT(Ids({.labels = {{"desk", "economy"}}}), IsEmpty());
}

TEST_P(ArticleStoreContractTest, DeleteOfTheCurrentRevisionOnly) {
  Put(MakeRow("a", "r1"));
  Put(MakeRow("a", "r2"));
  const absl::Status mismatch = store().Delete(call_, {"default", "a"}, "r1");
  EXPECT_EQ(mismatch.code(), absl::StatusCode::kAborted);
  EXPECT_EQ(ReasonOf(mismatch), "REVISION_MISMATCH");
  EXPECT_EQ(Get("a").revision, "r2");
  EXPECT_TRUE(store().Delete(call_, {"default", "a"}, "r2").ok());
}

TEST_P(ArticleStoreContractTest, DeleteOfWhatIsNotThereIsNotFound) {
  const absl::Status never = store().Delete(call_, {"default", "a"}, "");
  EXPECT_EQ(never.code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ReasonOf(never), "ARTICLE_NOT_FOUND");
  Put(MakeRow("a"));
  ASSERT_TRUE(store().Delete(call_, {"default", "a"}, "").ok());
  EXPECT_EQ(ReasonOf(store().Delete(call_, {"default", "a"}, "")), "ARTICLE_NOT_FOUND");
  EXPECT_THAT(Describe(Changes()), ElementsAre("a deleted"));
}

TEST_P(ArticleStoreContractTest, ADeletedArticlePutAgainIsCreatedAnew) {
  Put(MakeRow("a"));
  ASSERT_TRUE(store().Delete(call_, {"default", "a"}, "").ok());
  Advance(absl::Hours(1));
  const PutResult result = Put(MakeRow("a"));
  EXPECT_EQ(result.outcome, PutOutcome::kCreated);
  EXPECT_EQ(result.create_time, now());
  EXPECT_THAT(Describe(Changes()), ElementsAre("a@r1"));
}

TEST_P(ArticleStoreContractTest, ChangesHoldTheLatestOfEachArticleInOrder) {
  Put(MakeRow("a", "r1"));
  Put(MakeRow("b", "r1"));
  Put(MakeRow("c", "r1"));
  Put(MakeRow("a", "r2"));
  ASSERT_TRUE(store().Delete(call_, {"default", "b"}, "").ok());
  const std::vector<ArticleChange> changes = Changes();
  EXPECT_THAT(Describe(changes), ElementsAre("c@r1", "a@r2", "b deleted"));
  EXPECT_EQ(changes[2].revision, "");
  EXPECT_EQ(changes[2].name.collection, "default");
  EXPECT_LT(changes[0].sequence, changes[1].sequence);
  EXPECT_LT(changes[1].sequence, changes[2].sequence);
}

TEST_P(ArticleStoreContractTest, ChangesContinueAfterASequenceNumber) {
  for (const char* id : {"a", "b", "c"}) Put(MakeRow(id));
  const std::vector<ArticleChange> first = Changes(0, 2);
  ASSERT_EQ(first.size(), 2);
  EXPECT_THAT(Describe(Changes(first[1].sequence)), ElementsAre("c@r1"));
  Put(MakeRow("a", "r2"));
  EXPECT_THAT(Describe(Changes(first[1].sequence)), ElementsAre("c@r1", "a@r2"));
}

TEST_P(ArticleStoreContractTest, SequenceNumbersAreNotReused) {
  std::set<int64_t> seen;
  for (int i = 0; i < 5; ++i) {
    Put(MakeRow("a"));
    seen.insert(Changes().back().sequence);
    ASSERT_TRUE(store().Delete(call_, {"default", "a"}, "").ok());
    seen.insert(Changes().back().sequence);
  }
  EXPECT_EQ(seen.size(), 10);
}

}  // namespace
}  // namespace polygist::ingest
