// How single articles are put and read. Part of the suite of article_store_contract.h.
#include <string>

#include "common/base/error.h"
#include "gmock/gmock.h"
#include "tests/contract/article_store_contract.h"
#include "tests/support/article_rows.h"

namespace polygist::ingest {
namespace {

using ::polygist::testing::MakeRow;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

TEST_P(ArticleStoreContractTest, TheFirstPutCreates) {
  const PutResult result = Put(MakeRow("a"));
  EXPECT_EQ(result.outcome, PutOutcome::kCreated);
  EXPECT_EQ(result.create_time, now());
  EXPECT_EQ(result.update_time, now());
}

TEST_P(ArticleStoreContractTest, TheCurrentRevisionAgainIsUnchanged) {
  const PutResult first = Put(MakeRow("a"));
  Advance(absl::Hours(1));
  const PutResult again = Put(MakeRow("a"));
  EXPECT_EQ(again.outcome, PutOutcome::kUnchanged);
  EXPECT_EQ(again.create_time, first.create_time);
  EXPECT_EQ(again.update_time, first.update_time);
  EXPECT_EQ(Changes().size(), 1);
}

TEST_P(ArticleStoreContractTest, ANewRevisionUpdates) {
  const PutResult first = Put(MakeRow("a", "r1"));
  Advance(absl::Hours(1));
  const PutResult second = Put(MakeRow("a", "r2"));
  EXPECT_EQ(second.outcome, PutOutcome::kUpdated);
  EXPECT_EQ(second.create_time, first.create_time);
  EXPECT_EQ(second.update_time, now());
  EXPECT_EQ(Get("a").revision, "r2");
  EXPECT_EQ(Get("a").create_time, first.create_time);
  EXPECT_EQ(Get("a").update_time, now());
}

TEST_P(ArticleStoreContractTest, AnOlderRevisionPutAgainBecomesCurrentAsItWasStored) {
  ArticleRow first = MakeRow("a", "r1");
  first.language = "nl";
  Put(first);
  Put(MakeRow("a", "r2"));
  Advance(absl::Hours(1));
  ArticleRow again = first;
  again.language = "fr";
  again.body = "not what r1 was";
  EXPECT_EQ(Put(again).outcome, PutOutcome::kUpdated);
  EXPECT_EQ(Get("a").revision, "r1");
  EXPECT_EQ(Get("a").body, "body of a@r1");
  EXPECT_EQ(Get("a").language, "nl");
  EXPECT_EQ(Get("a").update_time, now());
  EXPECT_THAT(Ids({.languages = {"nl"}}), ElementsAre("a"));
  EXPECT_THAT(Ids({.languages = {"fr"}}), IsEmpty());
  EXPECT_THAT(Describe(Changes()), ElementsAre("a@r1"));
}

TEST_P(ArticleStoreContractTest, GetAnswersWithEveryField) {
  ArticleRow row = MakeRow("a");
  row.publish_time = absl::FromUnixMicros(1'600'000'000'000'001);
  row.labels = {{"desk", "economy"}, {"edition", "pagi"}};
  Put(row);
  const ArticleRow stored = Get("a");
  EXPECT_EQ(stored.name, row.name);
  EXPECT_EQ(stored.revision, row.revision);
  EXPECT_EQ(stored.language, row.language);
  EXPECT_EQ(stored.source, row.source);
  EXPECT_EQ(stored.publish_time, row.publish_time);
  EXPECT_EQ(stored.labels, row.labels);
  EXPECT_EQ(stored.head, row.head);
  EXPECT_EQ(stored.body, row.body);
  EXPECT_EQ(stored.raw, row.raw);
}

TEST_P(ArticleStoreContractTest, GetReadsThePartsAskedFor) {
  Put(MakeRow("a"));
  const ArticleRow head = Get("a", "", RowParts::kHead);
  EXPECT_EQ(head.head, "head of a@r1");
  EXPECT_EQ(head.body, "");
  EXPECT_EQ(head.raw, "");
  const ArticleRow body = Get("a", "", RowParts::kHeadAndBody);
  EXPECT_EQ(body.body, "body of a@r1");
  EXPECT_EQ(body.raw, "");
}

TEST_P(ArticleStoreContractTest, EarlierRevisionsStayReadable) {
  ArticleRow first = MakeRow("a", "r1");
  first.labels = {{"desk", "sports"}};
  const absl::Time first_time = now();
  Put(first);
  Advance(absl::Hours(1));
  Put(MakeRow("a", "r2"));
  EXPECT_EQ(Get("a", "r1").raw, "raw of a@r1");
  EXPECT_EQ(Get("a", "r1").labels, first.labels);
  EXPECT_EQ(Get("a", "r1").update_time, first_time);
  EXPECT_EQ(Get("a", "r2").raw, "raw of a@r2");
  EXPECT_THAT(Get("a", "r2").labels, IsEmpty());
}

TEST_P(ArticleStoreContractTest, AnUnknownArticleIsNotFound) {
  Put(MakeRow("a"));
  for (const std::string revision : {"", "r1"}) {
    const auto row = store().Get(call_, {"default", "b"}, revision, RowParts::kHead);
    EXPECT_EQ(row.status().code(), absl::StatusCode::kNotFound);
    EXPECT_EQ(ReasonOf(row.status()), "ARTICLE_NOT_FOUND");
  }
}

TEST_P(ArticleStoreContractTest, AnUnknownRevisionIsNotFound) {
  Put(MakeRow("a"));
  const auto row = store().Get(call_, {"default", "a"}, "r2", RowParts::kHead);
  EXPECT_EQ(row.status().code(), absl::StatusCode::kNotFound);
  EXPECT_EQ(ReasonOf(row.status()), "REVISION_NOT_FOUND");
}

TEST_P(ArticleStoreContractTest, AnyBytesSurvive) {
  std::string bytes;
  for (int i = 0; i < 100'000; ++i) bytes.push_back(static_cast<char>(i * 7 + i / 251));
  ArticleRow row = MakeRow("a");
  row.head = std::string("\0\xff\xfe", 3);
  row.body = "";
  row.raw = bytes;
  Put(row);
  EXPECT_EQ(Get("a").head, row.head);
  EXPECT_EQ(Get("a").body, "");
  EXPECT_TRUE(Get("a").raw == bytes);
}

TEST_P(ArticleStoreContractTest, TimesAreKeptToTheMicrosecond) {
  ArticleRow row = MakeRow("a");
  row.publish_time = absl::FromUnixMicros(-1) + absl::Nanoseconds(900);
  Put(row);
  EXPECT_EQ(Get("a").publish_time, absl::FromUnixMicros(-1));
}

TEST_P(ArticleStoreContractTest, CollectionsAreIsolated) {
  Put(MakeRow("a", "r1", "default"));
  Put(MakeRow("a", "r2", "other"));
  Put(MakeRow("b", "r1", "other"));
  EXPECT_EQ(Get("a").revision, "r1");
  EXPECT_THAT(Ids({}), ElementsAre("a"));
  EXPECT_THAT(Describe(Changes()), ElementsAre("a@r1"));
  EXPECT_TRUE(store().Delete(call_, {"default", "a"}, "").ok());
  EXPECT_TRUE(store().Get(call_, {"other", "a"}, "r2", RowParts::kHead).ok());
}

TEST_P(ArticleStoreContractTest, ACancelledCallStops) {
  Put(MakeRow("a"));
  RequestContext cancelled;
  cancelled.cancelled = [] { return true; };
  const auto is_cancelled = [](const absl::Status& status) { return absl::IsCancelled(status); };
  EXPECT_TRUE(is_cancelled(store().Get(cancelled, {"default", "a"}, "", {}).status()));
  EXPECT_TRUE(is_cancelled(store().List(cancelled, {"default"}, "", 1, {}).status()));
  EXPECT_TRUE(is_cancelled(store().ChangesSince(cancelled, "default", 0, 1).status()));
  EXPECT_TRUE(is_cancelled(store().Delete(cancelled, {"default", "a"}, "")));
  EXPECT_THAT(Ids({}), ElementsAre("a"));
}

}  // namespace
}  // namespace polygist::ingest
