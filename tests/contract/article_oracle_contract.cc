// The memory store, which is obvious, as the oracle of the others, which are not: the same random calls must have the
// same answers. Part of the suite of article_store_contract.h.

#include <random>
#include <string>
#include <vector>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "ingest_service/store/memory_article_store.h"
#include "tests/contract/article_store_contract.h"

namespace polygist::ingest {
namespace {

// Random calls over few names, so that they often meet.
class RandomCalls {
 public:
  explicit RandomCalls(unsigned seed) : random_(seed) {}

  int Below(int limit) { return static_cast<int>(random_() % limit); }

  ArticleName Name() { return {Below(4) == 0 ? "other" : "default", absl::StrCat("a", Below(30))}; }
  std::string Revision() { return absl::StrCat("r", Below(4)); }
  std::string Language() { return Pick({"id", "zh", "zh-Hant", "zh-Hans", "pt-BR", "und"}); }
  std::string Source() { return Pick({"x.example", "y.example", "z.example", ""}); }
  absl::Time Time() { return absl::FromUnixMicros(Below(20)); }

  std::map<std::string, std::string> Labels() {
    std::map<std::string, std::string> labels;
    for (int i = Below(3); i > 0; --i) labels[Pick({"desk", "edition"})] = Pick({"1", "2"});
    return labels;
  }

  ArticleRow Row() {
    ArticleRow row;
    row.name = Name();
    row.revision = Revision();
    row.language = Language();
    row.source = Source();
    if (Below(4) > 0) row.publish_time = Time();
    row.labels = Labels();
    row.head = absl::StrCat(random_());
    row.body = absl::StrCat(random_());
    row.raw = absl::StrCat(random_());
    return row;
  }

  ListQuery Query() {
    ListQuery query{.collection = "default"};
    while (Below(3) == 0) query.languages.push_back(Language());
    while (Below(3) == 0) query.sources.push_back(Source());
    if (Below(4) == 0) query.published_from = Time();
    if (Below(4) == 0) query.published_until = Time();
    if (Below(3) == 0) query.labels = Labels();
    return query;
  }

 private:
  std::string Pick(const std::vector<std::string>& choices) { return choices[Below(static_cast<int>(choices.size()))]; }

  std::mt19937 random_;
};

std::string Describe(const ArticleRow& row) {
  std::string text = absl::StrCat(row.name.collection, "/", row.name.id, "@", row.revision, " ", row.language, " ",
                                  row.source, " ", absl::ToUnixMicros(row.create_time), " ",
                                  absl::ToUnixMicros(row.update_time), " ", row.head, " ", row.body, " ", row.raw);
  if (row.publish_time.has_value()) {
    absl::StrAppend(&text, " published ", absl::ToUnixMicros(*row.publish_time));
  }
  for (const auto& [name, value] : row.labels) absl::StrAppend(&text, " ", name, "=", value);
  return text;
}

std::string DescribeFailure(const absl::Status& status) {
  return absl::StrCat(absl::StatusCodeToString(status.code()), " ", ReasonOf(status));
}

std::string Describe(const absl::StatusOr<ArticleRow>& row) {
  return row.ok() ? Describe(*row) : DescribeFailure(row.status());
}

std::string Describe(const absl::StatusOr<PutResult>& result) {
  if (!result.ok()) return DescribeFailure(result.status());
  return absl::StrCat(static_cast<int>(result->outcome), " ", absl::ToUnixMicros(result->create_time), " ",
                      absl::ToUnixMicros(result->update_time));
}

std::string Describe(const absl::StatusOr<ListPage>& page) {
  if (!page.ok()) return DescribeFailure(page.status());
  std::string text = absl::StrCat("then ", page->next_after.value_or("end"));
  for (const ArticleRow& row : page->rows) absl::StrAppend(&text, "\n", Describe(row));
  return text;
}

std::string Describe(const absl::StatusOr<std::vector<ArticleChange>>& changes) {
  if (!changes.ok()) return DescribeFailure(changes.status());
  std::string text;
  for (const ArticleChange& change : *changes) {
    absl::StrAppend(&text, change.sequence, " ", change.name.id, "@", change.revision,
                    change.deleted ? " deleted\n" : "\n");
  }
  return text;
}

// One random call, made of `store`; equal seeds make equal calls.
std::string CallAndDescribe(ArticleStore& store, unsigned seed) {
  RandomCalls calls(seed);
  const auto parts = static_cast<RowParts>(calls.Below(3));
  switch (calls.Below(8)) {
    case 0:
    case 1:
    case 2:
      return Describe(PutAndWait(store, calls.Row()));
    case 3:
      return DescribeFailure(store.Delete({}, calls.Name(), calls.Below(2) == 0 ? "" : calls.Revision()));
    case 4:
      return Describe(store.Get({}, calls.Name(), calls.Below(2) == 0 ? "" : calls.Revision(), parts));
    case 5:
      return Describe(store.ChangesSince({}, "default", calls.Below(100), 1 + calls.Below(40)));
    default: {
      const std::string after = calls.Below(2) == 0 ? "" : calls.Name().id;
      return Describe(store.List({}, calls.Query(), after, 1 + calls.Below(10), parts));
    }
  }
}

TEST_P(ArticleStoreContractTest, AnswersAsMemoryDoes) {
  const auto calls = static_cast<unsigned>(GetParam().random_calls);
  StoreOptions options;
  options.now = [this] { return now(); };
  MemoryArticleStore memory(options);
  for (unsigned seed = 0; seed < calls; ++seed) {
    Advance(absl::Microseconds(1));
    ASSERT_EQ(CallAndDescribe(store(), seed), CallAndDescribe(memory, seed)) << "seed " << seed;
  }
}

}  // namespace
}  // namespace polygist::ingest
