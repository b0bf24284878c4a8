#include "ingest_service/store/sqlite_article_finder.h"

#include <algorithm>
#include <cstdint>
#include <string_view>
#include <utility>

#include "common/base/status_macros.h"
#include "common/text/language_tag.h"
#include "ingest_service/store/list_filter.h"

namespace polygist::ingest {
namespace {

// INDEXED BY: without statistics SQLite's guess may change with its version; a lost index should be
// an error.
constexpr std::string_view kAll = R"sql(
  SELECT article, revision, language, source, publish_time FROM articles
  WHERE collection = ?1 AND article > ?2 ORDER BY article)sql";

constexpr std::string_view kByLanguage = R"sql(
  SELECT article, revision, language, source, publish_time
  FROM articles INDEXED BY articles_by_language
  WHERE collection = ?1 AND article > ?2 AND base_language = ?3 ORDER BY article)sql";

constexpr std::string_view kBySource = R"sql(
  SELECT article, revision, language, source, publish_time
  FROM articles INDEXED BY articles_by_source
  WHERE collection = ?1 AND article > ?2 AND source = ?3 ORDER BY article)sql";

// Sorts the whole range for every page; only for ranges that kCountRange finds small.
constexpr std::string_view kByPublishTime = R"sql(
  SELECT article, revision, language, source, publish_time
  FROM articles INDEXED BY articles_by_publish_time
  WHERE collection = ?1 AND article > ?2 AND publish_time BETWEEN ?3 AND ?4 ORDER BY article)sql";

constexpr std::string_view kCountRange = R"sql(
  SELECT COUNT(*) FROM (
    SELECT 1 FROM articles INDEXED BY articles_by_publish_time
    WHERE collection = ?1 AND publish_time BETWEEN ?2 AND ?3 LIMIT ?4))sql";

// Labels of every revision are kept; only those of the current one count.
constexpr std::string_view kByLabel = R"sql(
  SELECT l.article, a.revision, a.language, a.source, a.publish_time
  FROM labels AS l INDEXED BY labels_by_value CROSS JOIN articles AS a
  WHERE l.collection = ?1 AND l.article > ?2 AND l.name = ?3 AND l.value = ?4
    AND a.collection = ?1 AND a.article = l.article AND a.revision = l.revision
  ORDER BY l.article)sql";

constexpr std::string_view kHasLabel = R"sql(
  SELECT 1 FROM labels
  WHERE collection = ? AND article = ? AND revision = ? AND name = ? AND value = ?)sql";

// Sorting this many IDs takes about a millisecond; walking a large collection for a few matches
// takes longer.
constexpr int64_t kMaxSortedRange = 4096;

// How many rows a walk passes between two looks at the clock.
constexpr int kRowsPerCheck = 256;

std::optional<absl::Time> TimeOf(std::optional<int64_t> micros) {
  if (!micros.has_value()) return std::nullopt;
  return absl::FromUnixMicros(*micros);
}

int64_t LowerMicros(const ListQuery& query) {
  return absl::ToUnixMicros(query.published_from.value_or(absl::InfinitePast()));
}

int64_t UpperMicros(const ListQuery& query) {
  return absl::ToUnixMicros(query.published_until.value_or(absl::InfiniteFuture()));
}

std::set<std::string> BaseLanguages(const std::vector<std::string>& languages) {
  std::set<std::string> bases;
  for (const std::string& language : languages) bases.insert(text::BaseLanguage(language));
  return bases;
}

// The first `limit` of all, ascending. No ID is in two lists.
std::vector<std::string> Merge(const std::vector<std::vector<std::string>>& lists, size_t limit) {
  std::vector<std::string> merged;
  for (const auto& list : lists) merged.insert(merged.end(), list.begin(), list.end());
  std::ranges::sort(merged);
  if (merged.size() > limit) merged.resize(limit);
  return merged;
}

}  // namespace

absl::StatusOr<SqliteArticleFinder> SqliteArticleFinder::Create(SqliteDatabase& database) {
  ASSIGN_OR_RETURN(SqliteStatement all, database.Prepare(kAll));
  ASSIGN_OR_RETURN(SqliteStatement by_language, database.Prepare(kByLanguage));
  ASSIGN_OR_RETURN(SqliteStatement by_source, database.Prepare(kBySource));
  ASSIGN_OR_RETURN(SqliteStatement by_publish_time, database.Prepare(kByPublishTime));
  ASSIGN_OR_RETURN(SqliteStatement count_range, database.Prepare(kCountRange));
  ASSIGN_OR_RETURN(SqliteStatement by_label, database.Prepare(kByLabel));
  ASSIGN_OR_RETURN(SqliteStatement has_label, database.Prepare(kHasLabel));
  return SqliteArticleFinder({std::move(all), std::move(by_language), std::move(by_source), std::move(by_publish_time),
                              std::move(count_range), std::move(by_label), std::move(has_label)});
}

absl::StatusOr<std::vector<std::string>> SqliteArticleFinder::Find(const RequestContext& call, const ListQuery& query,
                                                                   const std::string& after, int limit) {
  const Search search{call, query, after, static_cast<size_t>(limit)};
  if (!query.labels.empty()) return WalkByLabel(search);
  if (!query.sources.empty()) {
    return WalkEach(search, statements_.by_source, {query.sources.begin(), query.sources.end()});
  }
  if (!query.languages.empty()) {
    return WalkEach(search, statements_.by_language, BaseLanguages(query.languages));
  }
  ASSIGN_OR_RETURN(const bool few, FewInPublishTimeRange(query));
  return few ? WalkByPublishTime(search) : WalkAll(search);
}

absl::StatusOr<SqliteArticleFinder::Ids> SqliteArticleFinder::WalkAll(const Search& search) {
  SqliteQuery walk(statements_.all);
  walk.Bind(search.query.collection).Bind(search.after);
  return Matching(search, walk);
}

absl::StatusOr<SqliteArticleFinder::Ids> SqliteArticleFinder::WalkByLabel(const Search& search) {
  const auto& [name, value] = *search.query.labels.begin();
  SqliteQuery walk(statements_.by_label);
  walk.Bind(search.query.collection).Bind(search.after).Bind(name).Bind(value);
  return Matching(search, walk);
}

absl::StatusOr<SqliteArticleFinder::Ids> SqliteArticleFinder::WalkEach(const Search& search, SqliteStatement& by_value,
                                                                       const std::set<std::string>& values) {
  std::vector<Ids> found;
  for (const std::string& value : values) {
    SqliteQuery walk(by_value);
    walk.Bind(search.query.collection).Bind(search.after).Bind(value);
    ASSIGN_OR_RETURN(Ids ids, Matching(search, walk));
    found.push_back(std::move(ids));
  }
  return Merge(found, search.limit);
}

absl::StatusOr<bool> SqliteArticleFinder::FewInPublishTimeRange(const ListQuery& query) {
  if (!query.published_from.has_value() && !query.published_until.has_value()) return false;
  SqliteQuery count(statements_.count_range);
  count.Bind(query.collection).Bind(LowerMicros(query)).Bind(UpperMicros(query));
  RETURN_IF_ERROR(count.Bind(kMaxSortedRange + 1).Step().status());
  return count.Int(0) <= kMaxSortedRange;
}

absl::StatusOr<SqliteArticleFinder::Ids> SqliteArticleFinder::WalkByPublishTime(const Search& search) {
  SqliteQuery walk(statements_.by_publish_time);
  walk.Bind(search.query.collection).Bind(search.after);
  walk.Bind(LowerMicros(search.query)).Bind(UpperMicros(search.query));
  return Matching(search, walk);
}

absl::StatusOr<SqliteArticleFinder::Ids> SqliteArticleFinder::Matching(const Search& search, SqliteQuery& walk) {
  Ids ids;
  for (int rows = 0; ids.size() < search.limit; ++rows) {
    if (rows % kRowsPerCheck == 0) RETURN_IF_ERROR(search.call.Check());
    ASSIGN_OR_RETURN(const bool found, walk.Step());
    if (!found) break;
    ASSIGN_OR_RETURN(const bool matches, Matches(search.query, walk));
    if (matches) ids.push_back(walk.Text(0));
  }
  return ids;
}

absl::StatusOr<bool> SqliteArticleFinder::Matches(const ListQuery& query, const SqliteQuery& walk) {
  if (!AttributesMatch(query, walk.Text(2), walk.Text(3), TimeOf(walk.OptionalInt(4)))) {
    return false;
  }
  for (const auto& [name, value] : query.labels) {
    const std::string article = walk.Text(0);
    const std::string revision = walk.Text(1);
    SqliteQuery label(statements_.has_label);
    label.Bind(query.collection).Bind(article).Bind(revision).Bind(name).Bind(value);
    ASSIGN_OR_RETURN(const bool has, label.Step());
    if (!has) return false;
  }
  return true;
}

}  // namespace polygist::ingest
