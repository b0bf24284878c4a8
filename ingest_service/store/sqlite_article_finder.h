// Finds the IDs a list page is made of.
//
// One filter of the query, the one that usually narrows most, picks the index that is walked in ID
// order: a label, else the sources, else the languages, else a publish time range that holds few
// articles, else the whole collection. What the walk meets is checked against the other filters
// (list_filter.h) and the walk ends with the page. So the cost of a page is the number of articles
// that the walked filter lets through up to the page's end.
#pragma once

#include <set>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/sqlite_database.h"

namespace polygist::ingest {

class SqliteArticleFinder {
 public:
  // `database` has the current schema.
  static absl::StatusOr<SqliteArticleFinder> Create(SqliteDatabase& database);

  // The first `limit` IDs after `after` (exclusive) whose articles match, ascending bytewise.
  absl::StatusOr<std::vector<std::string>> Find(const RequestContext& call, const ListQuery& query,
                                                const std::string& after, int limit);

 private:
  struct Statements {
    SqliteStatement all, by_language, by_source, by_publish_time, count_range, by_label, has_label;
  };
  struct Search {
    const RequestContext& call;
    const ListQuery& query;
    const std::string& after;
    size_t limit;
  };
  using Ids = std::vector<std::string>;

  explicit SqliteArticleFinder(Statements statements) : statements_(std::move(statements)) {}

  absl::StatusOr<Ids> WalkAll(const Search& search);
  absl::StatusOr<Ids> WalkByLabel(const Search& search);
  absl::StatusOr<Ids> WalkEach(const Search& search, SqliteStatement& by_value, const std::set<std::string>& values);
  absl::StatusOr<bool> FewInPublishTimeRange(const ListQuery& query);
  absl::StatusOr<Ids> WalkByPublishTime(const Search& search);
  // Steps through `walk`, whose columns are article, revision, language, source, publish_time.
  absl::StatusOr<Ids> Matching(const Search& search, SqliteQuery& walk);
  absl::StatusOr<bool> Matches(const ListQuery& query, const SqliteQuery& walk);

  Statements statements_;
};

}  // namespace polygist::ingest
