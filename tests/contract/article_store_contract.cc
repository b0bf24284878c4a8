#include "tests/contract/article_store_contract.h"

#include <latch>
#include <optional>
#include <set>
#include <thread>
#include <utility>

#include "common/base/error.h"
#include "gmock/gmock.h"
#include "tests/support/article_rows.h"

namespace polygist::ingest {

using ::polygist::testing::MakeRow;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

std::string BackendName(const ::testing::TestParamInfo<StoreBackend>& info) {
  return info.param.name;
}

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

ArticleRow ArticleStoreContractTest::Get(const std::string& id, const std::string& revision,
                                         RowParts parts) {
  absl::StatusOr<ArticleRow> row = store().Get(call_, {"default", id}, revision, parts);
  EXPECT_TRUE(row.ok()) << row.status();
  return row.value_or(ArticleRow{});
}

ListPage ArticleStoreContractTest::List(const ListQuery& query, const std::string& after,
                                        int limit) {
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

namespace {

// "id@revision" of a change, or "id deleted".
std::string Describe(const ArticleChange& change) {
  return change.name.id + (change.deleted ? " deleted" : "@" + change.revision);
}

std::vector<std::string> Describe(const std::vector<ArticleChange>& changes) {
  std::vector<std::string> described;
  for (const ArticleChange& change : changes) described.push_back(Describe(change));
  return described;
}

// ---- put and get
// --------------------------------------------------------------------------------------

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

// ---- list
// ---------------------------------------------------------------------------------------------

TEST_P(ArticleStoreContractTest, ListsAscendByTheBytesOfTheId) {
  for (const char* id : {"b", "a10", "B", "a2", "é", "a", "~"}) Put(MakeRow(id));
  EXPECT_THAT(Ids({}), ElementsAre("B", "a", "a10", "a2", "b", "~", "é"));
}

TEST_P(ArticleStoreContractTest, ListsHoldCurrentRevisionsWithTheirAttributes) {
  Put(MakeRow("a", "r1"));
  Put(MakeRow("a", "r2"));
  const ListPage page = List({"default"});
  ASSERT_EQ(page.rows.size(), 1);
  EXPECT_EQ(page.rows[0].revision, "r2");
  EXPECT_EQ(page.rows[0].head, "head of a@r2");
  EXPECT_EQ(page.rows[0].language, "id");
  EXPECT_EQ(page.rows[0].body, "");
  EXPECT_EQ(page.rows[0].create_time, now());
}

TEST_P(ArticleStoreContractTest, ListsReadThePartsAskedFor) {
  Put(MakeRow("a"));
  const auto page = store().List(call_, {"default"}, "", 10, RowParts::kAll);
  ASSERT_TRUE(page.ok()) << page.status();
  EXPECT_EQ(page->rows.at(0).raw, "raw of a@r1");
}

TEST_P(ArticleStoreContractTest, PagesFollowEachOtherWithoutGapOrRepeat) {
  for (const char* id : {"a", "b", "c", "d", "e"}) Put(MakeRow(id));
  const ListPage first = List({"default"}, "", 2);
  ASSERT_EQ(first.rows.size(), 2);
  ASSERT_EQ(first.next_after, "b");
  const ListPage second = List({"default"}, *first.next_after, 2);
  ASSERT_EQ(second.rows.size(), 2);
  EXPECT_EQ(second.rows[0].name.id, "c");
  const ListPage last = List({"default"}, *second.next_after, 2);
  ASSERT_EQ(last.rows.size(), 1);
  EXPECT_EQ(last.next_after, std::nullopt);
}

TEST_P(ArticleStoreContractTest, AFullLastPageHasNoNext) {
  for (const char* id : {"a", "b"}) Put(MakeRow(id));
  EXPECT_EQ(List({"default"}, "", 2).next_after, std::nullopt);
}

TEST_P(ArticleStoreContractTest, AnUnknownCollectionIsEmpty) {
  EXPECT_THAT(List({"nowhere"}).rows, IsEmpty());
}

TEST_P(ArticleStoreContractTest, FiltersByLanguageOrItsBase) {
  const auto put = [&](const std::string& id, const std::string& language) {
    ArticleRow row = MakeRow(id);
    row.language = language;
    Put(row);
  };
  put("a", "zh");
  put("b", "zh-Hant");
  put("c", "zh-Hans");
  put("d", "pt-BR");
  put("e", "und");
  EXPECT_THAT(Ids({.languages = {"zh"}}), ElementsAre("a", "b", "c"));
  EXPECT_THAT(Ids({.languages = {"zh-Hant"}}), ElementsAre("b"));
  EXPECT_THAT(Ids({.languages = {"zh-Hant", "zh"}}), ElementsAre("a", "b", "c"));
  EXPECT_THAT(Ids({.languages = {"pt", "zh-Hans"}}), ElementsAre("c", "d"));
  EXPECT_THAT(Ids({.languages = {"und"}}), ElementsAre("e"));
  EXPECT_THAT(Ids({.languages = {"z", "zh-", "ZH"}}), IsEmpty());
}

TEST_P(ArticleStoreContractTest, FiltersBySource) {
  const auto put = [&](const std::string& id, const std::string& source) {
    ArticleRow row = MakeRow(id);
    row.source = source;
    Put(row);
  };
  put("a", "x.example");
  put("b", "y.example");
  put("c", "x.example");
  put("d", "");
  EXPECT_THAT(Ids({.sources = {"x.example"}}), ElementsAre("a", "c"));
  EXPECT_THAT(Ids({.sources = {"y.example", "x.example", "x.example"}}),
              ElementsAre("a", "b", "c"));
  EXPECT_THAT(Ids({.sources = {"'; DROP TABLE articles; --"}}), IsEmpty());
  EXPECT_THAT(Ids({.sources = {""}}), ElementsAre("d"));
}

TEST_P(ArticleStoreContractTest, FiltersByPublishTime) {
  const absl::Time noon = absl::FromUnixSeconds(1'700'000'000);
  const auto put = [&](const std::string& id, std::optional<absl::Time> time) {
    ArticleRow row = MakeRow(id);
    row.publish_time = time;
    Put(row);
  };
  put("a", noon + absl::Hours(1));
  put("b", noon);
  put("c", noon - absl::Microseconds(1));
  put("d", std::nullopt);
  EXPECT_THAT(Ids({.published_from = noon}), ElementsAre("a", "b"));
  EXPECT_THAT(Ids({.published_until = noon}), ElementsAre("c"));
  EXPECT_THAT(Ids({.published_from = noon, .published_until = noon + absl::Hours(1)}),
              ElementsAre("b"));
  EXPECT_THAT(Ids({.published_from = noon, .published_until = noon}), IsEmpty());
  EXPECT_THAT(Ids({.published_from = absl::InfinitePast()}), ElementsAre("a", "b", "c"));
}

TEST_P(ArticleStoreContractTest, FiltersByLabelsOfTheCurrentRevision) {
  ArticleRow a = MakeRow("a");
  a.labels = {{"desk", "economy"}, {"edition", "pagi"}};
  ArticleRow b = MakeRow("b");
  b.labels = {{"desk", "economy"}};
  ArticleRow c = MakeRow("c", "r1");
  c.labels = {{"desk", "economy"}};
  ArticleRow changed_c = MakeRow("c", "r2");
  changed_c.labels = {{"desk", "sports"}};
  for (const ArticleRow& row : {a, b, c, changed_c}) Put(row);
  EXPECT_THAT(Ids({.labels = {{"desk", "economy"}}}), ElementsAre("a", "b"));
  EXPECT_THAT(Ids({.labels = {{"desk", "economy"}, {"edition", "pagi"}}}), ElementsAre("a"));
  EXPECT_THAT(Ids({.labels = {{"desk", ""}}}), IsEmpty());
}

TEST_P(ArticleStoreContractTest, AllFiltersMustMatch) {
  const absl::Time noon = absl::FromUnixSeconds(1'700'000'000);
  ArticleRow right = MakeRow("right");
  right.publish_time = noon;
  right.labels = {{"desk", "economy"}};
  ArticleRow other_language = right, other_source = right, other_time = right, no_label = right;
  other_language.name.id = "1", other_language.language = "en";
  other_source.name.id = "2", other_source.source = "else.example";
  other_time.name.id = "3", other_time.publish_time = noon + absl::Hours(9);
  no_label.name.id = "4", no_label.labels = {};
  for (const auto& row : {right, other_language, other_source, other_time, no_label}) Put(row);
  ListQuery query{.languages = {"id"},
                  .sources = {"kabar.example"},
                  .published_from = noon,
                  .published_until = noon + absl::Hours(1),
                  .labels = {{"desk", "economy"}}};
  EXPECT_THAT(Ids(query), ElementsAre("right"));
  query.labels.clear();
  EXPECT_THAT(Ids(query), ElementsAre("4", "right"));
  query.sources.clear();
  EXPECT_THAT(Ids(query), ElementsAre("2", "4", "right"));
  query.languages.clear();
  EXPECT_THAT(Ids(query), ElementsAre("1", "2", "4", "right"));
}

TEST_P(ArticleStoreContractTest, FilteredPagesFollowEachOther) {
  for (int i = 0; i < 20; ++i) {
    ArticleRow row = MakeRow(std::string(1, static_cast<char>('a' + i)));
    row.source = i % 2 == 0 ? "even.example" : "odd.example";
    Put(row);
  }
  const ListQuery query{.collection = "default", .sources = {"even.example", "odd.example"}};
  std::string ids, after;
  for (int pages = 0; pages < 7; ++pages) {
    const ListPage page = List(query, after, 3);
    for (const ArticleRow& row : page.rows) ids += row.name.id;
    EXPECT_EQ(page.next_after.has_value(), pages < 6);
    after = page.next_after.value_or("");
  }
  EXPECT_EQ(ids, "abcdefghijklmnopqrst");
}

// ---- delete and changes
// ---------------------------------------------------------------------------------

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

// ---- durability and threads
// -------------------------------------------------------------------------------

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
