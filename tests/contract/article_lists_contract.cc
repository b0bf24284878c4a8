// How articles are listed and filtered. Part of the suite of article_store_contract.h.
#include <optional>
#include <string>

#include "gmock/gmock.h"
#include "tests/contract/article_store_contract.h"
#include "tests/support/article_rows.h"

namespace polygist::ingest {
namespace {

using ::polygist::testing::MakeRow;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

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

TEST_P(ArticleStoreContractTest, AnUnknownCollectionIsEmpty) { EXPECT_THAT(List({"nowhere"}).rows, IsEmpty()); }

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
  EXPECT_THAT(Ids({.sources = {"y.example", "x.example", "x.example"}}), ElementsAre("a", "b", "c"));
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
  EXPECT_THAT(Ids({.published_from = noon, .published_until = noon + absl::Hours(1)}), ElementsAre("b"));
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

}  // namespace
}  // namespace polygist::ingest
