#include "ingest_service/store/sqlite_row_reader.h"

#include <optional>
#include <string_view>

#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {
namespace {

constexpr std::string_view kFindArticle =
    "SELECT revision, create_time FROM articles WHERE collection = ? AND article = ?";

constexpr std::string_view kFindRevision = R"sql(
  SELECT revision_key, update_time, language, source, publish_time, head FROM revisions
  WHERE collection = ? AND article = ? AND revision = ?)sql";

constexpr std::string_view kBody = "SELECT body FROM contents WHERE revision_key = ?";
constexpr std::string_view kContents = "SELECT body, raw FROM contents WHERE revision_key = ?";

constexpr std::string_view kLabels = R"sql(
  SELECT name, value FROM labels WHERE collection = ? AND article = ? AND revision = ?)sql";

constexpr std::string_view kChanges = R"sql(
  SELECT sequence, article, revision FROM changes
  WHERE collection = ? AND sequence > ? ORDER BY sequence LIMIT ?)sql";

// A row another row refers to is not there: foreign keys exclude it in a sound file.
absl::Status BrokenReference() {
  return Error(absl::StatusCode::kDataLoss, "STORE_CORRUPT",
               "A part of the article is missing from the store. Restore it from a backup.");
}

}  // namespace

absl::StatusOr<std::unique_ptr<SqliteRowReader>> SqliteRowReader::Create(SqliteDatabase database) {
  ASSIGN_OR_RETURN(SqliteStatement find_article, database.Prepare(kFindArticle));
  ASSIGN_OR_RETURN(SqliteStatement find_revision, database.Prepare(kFindRevision));
  ASSIGN_OR_RETURN(SqliteStatement body, database.Prepare(kBody));
  ASSIGN_OR_RETURN(SqliteStatement contents, database.Prepare(kContents));
  ASSIGN_OR_RETURN(SqliteStatement labels, database.Prepare(kLabels));
  ASSIGN_OR_RETURN(SqliteStatement changes, database.Prepare(kChanges));
  ASSIGN_OR_RETURN(SqliteArticleFinder finder, SqliteArticleFinder::Create(database));
  Statements statements{std::move(find_article), std::move(find_revision), std::move(body),
                        std::move(contents),     std::move(labels),        std::move(changes)};
  return std::unique_ptr<SqliteRowReader>(
      new SqliteRowReader(std::move(database), std::move(statements), std::move(finder)));
}

absl::StatusOr<ArticleRow> SqliteRowReader::Get(const ArticleName& name, const std::string& revision, RowParts parts) {
  ASSIGN_OR_RETURN(SqliteTransaction transaction, SqliteTransaction::Begin(database_, SqliteTransaction::Kind::kRead));
  return ReadRow(name, revision, parts);
}

absl::StatusOr<ListPage> SqliteRowReader::List(const RequestContext& call, const ListQuery& query,
                                               const std::string& after, int limit, RowParts parts) {
  ASSIGN_OR_RETURN(SqliteTransaction transaction, SqliteTransaction::Begin(database_, SqliteTransaction::Kind::kRead));
  ASSIGN_OR_RETURN(std::vector<std::string> ids, finder_.Find(call, query, after, limit + 1));
  ListPage page;
  if (ids.size() > static_cast<size_t>(limit)) {
    ids.resize(limit);
    page.next_after = ids.back();
  }
  for (const std::string& id : ids) {
    RETURN_IF_ERROR(call.Check());
    ASSIGN_OR_RETURN(ArticleRow row, ReadRow({query.collection, id}, "", parts));
    page.rows.push_back(std::move(row));
  }
  return page;
}

absl::StatusOr<std::vector<ArticleChange>> SqliteRowReader::ChangesSince(const std::string& collection, int64_t after,
                                                                         int limit) {
  SqliteQuery query(statements_.changes);
  query.Bind(collection).Bind(after).Bind(int64_t{limit});
  std::vector<ArticleChange> changes;
  while (true) {
    ASSIGN_OR_RETURN(const bool found, query.Step());
    if (!found) return changes;
    changes.push_back({query.Int(0), {collection, query.Text(1)}, query.Text(2), query.IsNull(2)});
  }
}

absl::StatusOr<ArticleRow> SqliteRowReader::ReadRow(const ArticleName& name, const std::string& revision,
                                                    RowParts parts) {
  ArticleRow row;
  row.name = name;
  ASSIGN_OR_RETURN(const int64_t revision_key, ReadHead(revision, row));
  RETURN_IF_ERROR(ReadContents(revision_key, parts, row));
  RETURN_IF_ERROR(ReadLabels(row));
  return row;
}

absl::StatusOr<int64_t> SqliteRowReader::ReadHead(const std::string& revision, ArticleRow& row) {
  SqliteQuery article(statements_.find_article);
  ASSIGN_OR_RETURN(bool found, article.Bind(row.name.collection).Bind(row.name.id).Step());
  if (!found) return ArticleNotFound(row.name);
  row.revision = revision.empty() ? article.Text(0) : revision;
  row.create_time = absl::FromUnixMicros(article.Int(1));

  SqliteQuery query(statements_.find_revision);
  query.Bind(row.name.collection).Bind(row.name.id).Bind(row.revision);
  ASSIGN_OR_RETURN(found, query.Step());
  if (!found) return revision.empty() ? BrokenReference() : RevisionNotFound(row.name);
  row.update_time = absl::FromUnixMicros(query.Int(1));
  row.language = query.Text(2);
  row.source = query.Text(3);
  if (!query.IsNull(4)) row.publish_time = absl::FromUnixMicros(query.Int(4));
  row.head = query.Text(5);
  return query.Int(0);
}

absl::Status SqliteRowReader::ReadContents(int64_t revision_key, RowParts parts, ArticleRow& row) {
  if (parts == RowParts::kHead) return absl::OkStatus();
  const bool with_raw = parts == RowParts::kAll;
  SqliteQuery query(with_raw ? statements_.contents : statements_.body);
  ASSIGN_OR_RETURN(const bool found, query.Bind(revision_key).Step());
  if (!found) return BrokenReference();
  row.body = query.Text(0);
  if (with_raw) row.raw = query.Text(1);
  return absl::OkStatus();
}

absl::Status SqliteRowReader::ReadLabels(ArticleRow& row) {
  SqliteQuery query(statements_.labels);
  query.Bind(row.name.collection).Bind(row.name.id).Bind(row.revision);
  while (true) {
    ASSIGN_OR_RETURN(const bool found, query.Step());
    if (!found) return absl::OkStatus();
    row.labels.emplace(query.Text(0), query.Text(1));
  }
}

}  // namespace polygist::ingest
