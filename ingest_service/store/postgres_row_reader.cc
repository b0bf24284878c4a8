#include "ingest_service/store/postgres_row_reader.h"

#include <array>
#include <optional>
#include <string_view>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "ingest_service/store/postgres_list_sql.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {
namespace {

// What each of RowParts reads of a revision "r" of an article "a".
#define POLYGIST_HEAD_COLUMNS                                                                                  \
  "a.article, r.revision, a.create_time, r.update_time, r.language, r.source, r.publish_time, r.label_names, " \
  "r.label_values, r.head"
constexpr std::array<std::string_view, 3> kColumns = {POLYGIST_HEAD_COLUMNS, POLYGIST_HEAD_COLUMNS ", r.body",
                                                      POLYGIST_HEAD_COLUMNS ", r.body, r.raw"};

// The article's row is there even when the revision is not: so the one statement tells which of both is missing.
#define POLYGIST_GET(columns)                                                                            \
  "SELECT " columns                                                                                      \
  " FROM articles AS a LEFT JOIN revisions AS r"                                                         \
  " ON r.collection = a.collection AND r.article = a.article AND r.revision = COALESCE($3, a.revision) " \
  "WHERE a.collection = $1 AND a.article = $2"
constexpr std::array kGet = {PostgresStatement{"get_head", POLYGIST_GET(POLYGIST_HEAD_COLUMNS)},
                             PostgresStatement{"get_body", POLYGIST_GET(POLYGIST_HEAD_COLUMNS ", r.body")},
                             PostgresStatement{"get_all", POLYGIST_GET(POLYGIST_HEAD_COLUMNS ", r.body, r.raw")}};

constexpr PostgresStatement kChanges = {"changes", R"sql(
  SELECT sequence, article, revision FROM changes
  WHERE collection = $1 AND sequence > $2 ORDER BY sequence LIMIT $3)sql"};

// A row another row refers to is not there: foreign keys exclude it in a sound database.
absl::Status BrokenReference() {
  return Error(absl::StatusCode::kDataLoss, "STORE_CORRUPT",
               "A part of the article is missing from the store. Restore it from a backup.");
}

ArticleRow RowOf(const PostgresResult& result, int row, const std::string& collection, RowParts parts) {
  ArticleRow read;
  read.name = {collection, result.Text(row, 0)};
  read.revision = result.Text(row, 1);
  read.create_time = absl::FromUnixMicros(result.Int(row, 2));
  read.update_time = absl::FromUnixMicros(result.Int(row, 3));
  read.language = result.Text(row, 4);
  read.source = result.Text(row, 5);
  if (!result.IsNull(row, 6)) read.publish_time = absl::FromUnixMicros(result.Int(row, 6));
  const std::vector<std::string> names = result.TextArray(row, 7);
  std::vector<std::string> values = result.TextArray(row, 8);
  values.resize(names.size());
  for (size_t i = 0; i < names.size(); ++i) read.labels.emplace(names[i], std::move(values[i]));
  read.head = result.Text(row, 9);
  if (parts != RowParts::kHead) read.body = result.Text(row, 10);
  if (parts == RowParts::kAll) read.raw = result.Text(row, 11);
  return read;
}

}  // namespace

absl::StatusOr<ArticleRow> ReadPostgresRow(PostgresConnection& connection, const RequestContext& call,
                                           const ArticleName& name, const std::string& revision, RowParts parts) {
  PostgresParameters parameters;
  parameters.Text(name.collection).Text(name.id);
  revision.empty() ? parameters.Null() : parameters.Text(revision);
  RETURN_IF_ERROR(connection.Send(kGet[static_cast<size_t>(parts)], parameters));
  ASSIGN_OR_RETURN(const std::vector<PostgresResult> results, connection.Receive(call));
  if (results.front().rows() == 0) return ArticleNotFound(name);
  if (results.front().IsNull(0, 1)) return revision.empty() ? BrokenReference() : RevisionNotFound(name);
  return RowOf(results.front(), 0, name.collection, parts);
}

absl::StatusOr<ListPage> ReadPostgresPage(PostgresConnection& connection, const RequestContext& call,
                                          const ListQuery& query, const std::string& after, int limit, RowParts parts) {
  const int64_t more = int64_t{limit} + 1;
  PostgresParameters parameters;
  const std::string sql = PostgresListSql(query, after, more, kColumns[static_cast<size_t>(parts)], parameters);
  RETURN_IF_ERROR(connection.Send(sql, parameters));
  ASSIGN_OR_RETURN(const std::vector<PostgresResult> results, connection.Receive(call));
  const PostgresResult& result = results.front();
  ListPage page;
  for (int row = 0; row < result.rows() && row < limit; ++row) {
    page.rows.push_back(RowOf(result, row, query.collection, parts));
  }
  if (result.rows() > limit) page.next_after = page.rows.back().name.id;
  return page;
}

absl::StatusOr<std::vector<ArticleChange>> ReadPostgresChanges(PostgresConnection& connection,
                                                               const RequestContext& call,
                                                               const std::string& collection, int64_t after,
                                                               int limit) {
  PostgresParameters parameters;
  parameters.Text(collection).Int(after).Int(int64_t{limit});
  RETURN_IF_ERROR(connection.Send(kChanges, parameters));
  ASSIGN_OR_RETURN(const std::vector<PostgresResult> results, connection.Receive(call));
  const PostgresResult& result = results.front();
  std::vector<ArticleChange> changes;
  for (int row = 0; row < result.rows(); ++row) {
    changes.push_back(
        {result.Int(row, 0), {collection, result.Text(row, 1)}, result.Text(row, 2), result.IsNull(row, 2)});
  }
  return changes;
}

}  // namespace polygist::ingest
