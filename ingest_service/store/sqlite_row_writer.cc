#include "ingest_service/store/sqlite_row_writer.h"

#include <utility>

#include "common/base/status_macros.h"
#include "common/text/language_tag.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {
namespace {

constexpr std::string_view kFindArticle = R"sql(
  SELECT revision, a.create_time, r.update_time
  FROM articles AS a JOIN revisions AS r USING (collection, article, revision)
  WHERE collection = ? AND article = ?)sql";

constexpr std::string_view kFindRevision = R"sql(
  SELECT language, source, publish_time FROM revisions
  WHERE collection = ? AND article = ? AND revision = ?)sql";

constexpr std::string_view kInsertRevision = R"sql(
  INSERT INTO revisions
    (collection, article, revision, update_time, language, source, publish_time, head)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?))sql";

// Right after kInsertRevision, on the same connection.
constexpr std::string_view kInsertContents = R"sql(
  INSERT INTO contents (revision_key, body, raw) VALUES (last_insert_rowid(), ?, ?))sql";

constexpr std::string_view kInsertLabel = R"sql(
  INSERT INTO labels (collection, article, revision, name, value) VALUES (?, ?, ?, ?, ?))sql";

constexpr std::string_view kTouchRevision = R"sql(
  UPDATE revisions SET update_time = ?
  WHERE collection = ? AND article = ? AND revision = ?)sql";

constexpr std::string_view kPutArticle = R"sql(
  INSERT INTO articles
    (collection, article, revision, create_time, language, base_language, source, publish_time)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?)
  ON CONFLICT (collection, article) DO UPDATE SET
    revision = excluded.revision, language = excluded.language,
    base_language = excluded.base_language, source = excluded.source,
    publish_time = excluded.publish_time)sql";

// The next number is taken before the article's earlier change goes, which may hold the highest
// one.
constexpr std::string_view kPutChange = R"sql(
  INSERT INTO changes (collection, sequence, article, revision)
  VALUES (?1, 1 + COALESCE((SELECT sequence FROM changes WHERE collection = ?1
                            ORDER BY sequence DESC LIMIT 1), 0), ?2, ?3)
  ON CONFLICT (collection, article) DO UPDATE SET
    sequence = excluded.sequence, revision = excluded.revision)sql";

constexpr std::string_view kDeleteArticle = "DELETE FROM articles WHERE collection = ? AND article = ?";

// Contents and labels go with their revisions (ON DELETE CASCADE).
constexpr std::string_view kDeleteRevisions = "DELETE FROM revisions WHERE collection = ? AND article = ?";

std::optional<int64_t> ToMicros(std::optional<absl::Time> time) {
  if (!time.has_value()) return std::nullopt;
  return absl::ToUnixMicros(*time);
}

}  // namespace

absl::StatusOr<std::unique_ptr<SqliteRowWriter>> SqliteRowWriter::Create(SqliteDatabase& database) {
  ASSIGN_OR_RETURN(SqliteStatement find_article, database.Prepare(kFindArticle));
  ASSIGN_OR_RETURN(SqliteStatement find_revision, database.Prepare(kFindRevision));
  ASSIGN_OR_RETURN(SqliteStatement insert_revision, database.Prepare(kInsertRevision));
  ASSIGN_OR_RETURN(SqliteStatement insert_contents, database.Prepare(kInsertContents));
  ASSIGN_OR_RETURN(SqliteStatement insert_label, database.Prepare(kInsertLabel));
  ASSIGN_OR_RETURN(SqliteStatement touch_revision, database.Prepare(kTouchRevision));
  ASSIGN_OR_RETURN(SqliteStatement put_article, database.Prepare(kPutArticle));
  ASSIGN_OR_RETURN(SqliteStatement put_change, database.Prepare(kPutChange));
  ASSIGN_OR_RETURN(SqliteStatement delete_article, database.Prepare(kDeleteArticle));
  ASSIGN_OR_RETURN(SqliteStatement delete_revisions, database.Prepare(kDeleteRevisions));
  return std::unique_ptr<SqliteRowWriter>(new SqliteRowWriter(
      {std::move(find_article), std::move(find_revision), std::move(insert_revision), std::move(insert_contents),
       std::move(insert_label), std::move(touch_revision), std::move(put_article), std::move(put_change),
       std::move(delete_article), std::move(delete_revisions)}));
}

absl::StatusOr<PutResult> SqliteRowWriter::Put(const ArticleRow& row, absl::Time now) {
  const int64_t now_micros = absl::ToUnixMicros(now);
  ASSIGN_OR_RETURN(const std::optional<Current> current, FindArticle(row.name));
  if (current.has_value() && current->revision == row.revision) {
    return PutResult{PutOutcome::kUnchanged, absl::FromUnixMicros(current->create_time),
                     absl::FromUnixMicros(current->update_time)};
  }
  const int64_t create_time = current.has_value() ? current->create_time : now_micros;
  ASSIGN_OR_RETURN(const Attributes attributes, PutRevision(row, now_micros));
  RETURN_IF_ERROR(PutArticle(row, attributes, create_time));
  RETURN_IF_ERROR(PutChange(row.name, row.revision));
  return PutResult{current.has_value() ? PutOutcome::kUpdated : PutOutcome::kCreated, absl::FromUnixMicros(create_time),
                   absl::FromUnixMicros(now_micros)};
}

absl::Status SqliteRowWriter::Delete(const ArticleName& name, const std::string& revision) {
  ASSIGN_OR_RETURN(const std::optional<Current> current, FindArticle(name));
  if (!current.has_value()) return ArticleNotFound(name);
  if (!revision.empty() && revision != current->revision) return RevisionMismatch(name);
  RETURN_IF_ERROR(SqliteQuery(statements_.delete_article).Bind(name.collection).Bind(name.id).Run());
  RETURN_IF_ERROR(SqliteQuery(statements_.delete_revisions).Bind(name.collection).Bind(name.id).Run());
  return PutChange(name, "");
}

absl::StatusOr<std::optional<SqliteRowWriter::Current>> SqliteRowWriter::FindArticle(const ArticleName& name) {
  SqliteQuery query(statements_.find_article);
  ASSIGN_OR_RETURN(const bool found, query.Bind(name.collection).Bind(name.id).Step());
  if (!found) return std::optional<Current>();
  return std::optional<Current>({query.Text(0), query.Int(1), query.Int(2)});
}

// Answers with what is stored: a revision that exists is never written again.
absl::StatusOr<SqliteRowWriter::Attributes> SqliteRowWriter::PutRevision(const ArticleRow& row, int64_t now) {
  ASSIGN_OR_RETURN(std::optional<Attributes> stored, FindRevision(row));
  if (stored.has_value()) {
    RETURN_IF_ERROR(TouchRevision(row, now));
    return *std::move(stored);
  }
  Attributes attributes{row.language, row.source, ToMicros(row.publish_time)};
  RETURN_IF_ERROR(InsertRevision(row, attributes, now));
  RETURN_IF_ERROR(InsertLabels(row));
  return attributes;
}

absl::StatusOr<std::optional<SqliteRowWriter::Attributes>> SqliteRowWriter::FindRevision(const ArticleRow& row) {
  SqliteQuery query(statements_.find_revision);
  query.Bind(row.name.collection).Bind(row.name.id).Bind(row.revision);
  ASSIGN_OR_RETURN(const bool found, query.Step());
  if (!found) return std::optional<Attributes>();
  return std::optional<Attributes>({query.Text(0), query.Text(1), query.OptionalInt(2)});
}

absl::Status SqliteRowWriter::InsertRevision(const ArticleRow& row, const Attributes& attributes, int64_t now) {
  SqliteQuery revision(statements_.insert_revision);
  revision.Bind(row.name.collection).Bind(row.name.id).Bind(row.revision).Bind(now);
  revision.Bind(attributes.language).Bind(attributes.source).Bind(attributes.publish_time);
  RETURN_IF_ERROR(revision.BindBlob(row.head).Run());
  return SqliteQuery(statements_.insert_contents).BindBlob(row.body).BindBlob(row.raw).Run();
}

absl::Status SqliteRowWriter::InsertLabels(const ArticleRow& row) {
  for (const auto& [name, value] : row.labels) {
    SqliteQuery label(statements_.insert_label);
    label.Bind(row.name.collection).Bind(row.name.id).Bind(row.revision);
    RETURN_IF_ERROR(label.Bind(name).Bind(value).Run());
  }
  return absl::OkStatus();
}

absl::Status SqliteRowWriter::TouchRevision(const ArticleRow& row, int64_t now) {
  SqliteQuery touch(statements_.touch_revision);
  touch.Bind(now).Bind(row.name.collection).Bind(row.name.id).Bind(row.revision);
  return touch.Run();
}

absl::Status SqliteRowWriter::PutArticle(const ArticleRow& row, const Attributes& attributes, int64_t create_time) {
  const std::string base_language = text::BaseLanguage(attributes.language);
  SqliteQuery put(statements_.put_article);
  put.Bind(row.name.collection).Bind(row.name.id).Bind(row.revision).Bind(create_time);
  put.Bind(attributes.language).Bind(base_language);
  put.Bind(attributes.source).Bind(attributes.publish_time);
  return put.Run();
}

absl::Status SqliteRowWriter::PutChange(const ArticleName& name, const std::string& revision) {
  SqliteQuery change(statements_.put_change);
  change.Bind(name.collection).Bind(name.id);
  revision.empty() ? change.BindNull() : change.Bind(revision);
  return change.Run();
}

}  // namespace polygist::ingest
