#include "ingest_service/store/postgres_transaction.h"

#include <set>
#include <string_view>

#include "common/base/status_macros.h"
#include "common/text/language_tag.h"
#include "ingest_service/store/postgres_error.h"
#include "ingest_service/store/postgres_group_writer.h"
#include "ingest_service/store/store_error.h"

namespace polygist::ingest {
namespace {

// Each statement sees what was committed before it: so what is read after the lock holds until the commit.
constexpr PostgresStatement kBegin = {"begin", "BEGIN ISOLATION LEVEL READ COMMITTED"};
constexpr PostgresStatement kCommit = {"commit", "COMMIT"};

constexpr PostgresStatement kAddCollection = {"add_collection", R"sql(
  INSERT INTO collections (collection, last_sequence) VALUES ($1, 0) ON CONFLICT (collection) DO NOTHING)sql"};

constexpr PostgresStatement kLockCollection = {"lock_collection", R"sql(
  SELECT last_sequence FROM collections WHERE collection = $1 FOR UPDATE)sql"};

// LIMIT keeps the lookup a lookup: a server that does not know yet how large the tables have grown would rather walk
// through the collection.
constexpr PostgresStatement kFindArticles = {"find_articles", R"sql(
  SELECT found.article, found.revision, found.create_time, found.update_time
  FROM unnest($2::text[]) AS wanted (article) CROSS JOIN LATERAL (
    SELECT article, revision, a.create_time, r.update_time
    FROM articles AS a JOIN revisions AS r USING (collection, article, revision)
    WHERE collection = $1 AND article = wanted.article LIMIT 1) AS found)sql"};

// A revision that is there already stays as it is, but becomes current now.
constexpr PostgresStatement kPutRevision = {"put_revision", R"sql(
  INSERT INTO revisions (collection, article, revision, update_time, language, base_language, source, publish_time,
                         label_names, label_values, head, body, raw)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)
  ON CONFLICT (collection, article, revision) DO UPDATE SET update_time = excluded.update_time)sql"};

// The attributes are those stored, which an older revision need not share with the row that was put.
constexpr PostgresStatement kPutArticle = {"put_article", R"sql(
  INSERT INTO articles (collection, article, revision, create_time, language, base_language, source, publish_time)
  SELECT collection, article, revision, $4::bigint, language, base_language, source, publish_time
  FROM revisions WHERE collection = $1 AND article = $2 AND revision = $3
  ON CONFLICT (collection, article) DO UPDATE SET
    revision = excluded.revision, language = excluded.language, base_language = excluded.base_language,
    source = excluded.source, publish_time = excluded.publish_time)sql"};

constexpr PostgresStatement kPutLabels = {"put_labels", R"sql(
  INSERT INTO labels (collection, article, name, value)
  SELECT r.collection, r.article, l.name, l.value
  FROM revisions AS r, unnest(r.label_names, r.label_values) AS l (name, value)
  WHERE r.collection = $1 AND r.article = $2 AND r.revision = $3)sql"};

constexpr PostgresStatement kDeleteLabels = {"delete_labels", R"sql(
  DELETE FROM labels WHERE collection = $1 AND article = $2)sql"};

constexpr PostgresStatement kDeleteArticle = {"delete_article", R"sql(
  DELETE FROM articles WHERE collection = $1 AND article = $2)sql"};

constexpr PostgresStatement kDeleteRevisions = {"delete_revisions", R"sql(
  DELETE FROM revisions WHERE collection = $1 AND article = $2)sql"};

constexpr PostgresStatement kPutChange = {"put_change", R"sql(
  INSERT INTO changes (collection, sequence, article, revision) VALUES ($1, $2, $3, $4)
  ON CONFLICT (collection, article) DO UPDATE SET sequence = excluded.sequence, revision = excluded.revision)sql"};

constexpr PostgresStatement kSetSequence = {"set_sequence", R"sql(
  UPDATE collections SET last_sequence = $2 WHERE collection = $1)sql"};

std::optional<int64_t> ToMicros(std::optional<absl::Time> time) {
  if (!time.has_value()) return std::nullopt;
  return absl::ToUnixMicros(*time);
}

PostgresParameters NameOf(const ArticleRow& row) {
  PostgresParameters parameters;
  parameters.Text(row.name.collection).Text(row.name.id);
  return parameters;
}

}  // namespace

absl::StatusOr<PostgresTransaction::Outcomes> PostgresTransaction::Run(absl::Span<const PostgresWrite> group) {
  RETURN_IF_ERROR(LockAndLookUp(group));
  Outcomes outcomes;
  for (const PostgresWrite& write : group) outcomes.push_back(Apply(write));
  RETURN_IF_ERROR(SendSequences());
  RETURN_IF_ERROR(Commit());
  return outcomes;
}

// In the order of their names, as everybody does: so no two transactions wait for each other.
absl::Status PostgresTransaction::LockAndLookUp(absl::Span<const PostgresWrite> group) {
  std::map<std::string, std::set<std::string_view>> articles;
  for (const PostgresWrite& write : group) articles[write.row.name.collection].insert(write.row.name.id);
  RETURN_IF_ERROR(connection_.Send(kBegin, {}));
  for (const auto& [collection, ids] : articles) {
    RETURN_IF_ERROR(connection_.Send(kAddCollection, PostgresParameters().Text(collection)));
    RETURN_IF_ERROR(connection_.Send(kLockCollection, PostgresParameters().Text(collection)));
    const std::vector<std::string_view> list(ids.begin(), ids.end());
    RETURN_IF_ERROR(connection_.Send(kFindArticles, PostgresParameters().Text(collection).TextArray(list)));
  }
  ASSIGN_OR_RETURN(const std::vector<PostgresResult> results, connection_.Receive(call_));
  size_t next = 1;  // After BEGIN, three for each collection.
  for (const auto& [name, ids] : articles) {
    Collection& collection = collections_[name];
    collection.last_sequence = results[next + 1].Int(0, 0);
    const PostgresResult& found = results[next + 2];
    for (int row = 0; row < found.rows(); ++row) {
      collection.articles[found.Text(row, 0)] = {found.Text(row, 1), found.Int(row, 2), found.Int(row, 3)};
    }
    next += 3;
  }
  return absl::OkStatus();
}

absl::StatusOr<PutResult> PostgresTransaction::Apply(const PostgresWrite& write) {
  if (write.abandoned && write.abandoned()) return StoreBusy();
  return write.deletion ? Delete(write.row) : Put(write.row);
}

absl::StatusOr<PutResult> PostgresTransaction::Put(const ArticleRow& row) {
  auto& articles = collections_[row.name.collection].articles;
  const auto current = articles.find(row.name.id);
  const bool is_new = current == articles.end();
  if (!is_new && current->second.revision == row.revision) {
    return PutResult{PutOutcome::kUnchanged, absl::FromUnixMicros(current->second.create_time),
                     absl::FromUnixMicros(current->second.update_time)};
  }
  const int64_t create_time = is_new ? now_micros_ : current->second.create_time;
  send_error_.Update(SendRow(row, is_new, create_time));
  send_error_.Update(SendChange(row, /*deleted=*/false));
  articles[row.name.id] = {row.revision, create_time, now_micros_};
  return PutResult{is_new ? PutOutcome::kCreated : PutOutcome::kUpdated, absl::FromUnixMicros(create_time),
                   absl::FromUnixMicros(now_micros_)};
}

absl::StatusOr<PutResult> PostgresTransaction::Delete(const ArticleRow& row) {
  auto& articles = collections_[row.name.collection].articles;
  const auto current = articles.find(row.name.id);
  if (current == articles.end()) return ArticleNotFound(row.name);
  if (!row.revision.empty() && row.revision != current->second.revision) return RevisionMismatch(row.name);
  for (const PostgresStatement& statement : {kDeleteLabels, kDeleteArticle, kDeleteRevisions}) {
    send_error_.Update(connection_.Send(statement, NameOf(row)));
  }
  send_error_.Update(SendChange(row, /*deleted=*/true));
  articles.erase(current);
  return PutResult{};
}

absl::Status PostgresTransaction::SendRow(const ArticleRow& row, bool is_new, int64_t create_time) {
  const std::string base_language = text::BaseLanguage(row.language);
  std::vector<std::string_view> label_names, label_values;
  for (const auto& [name, value] : row.labels) {
    label_names.push_back(name);
    label_values.push_back(value);
  }
  PostgresParameters revision = NameOf(row);
  revision.Text(row.revision).Int(now_micros_).Text(row.language).Text(base_language).Text(row.source);
  revision.Int(ToMicros(row.publish_time)).TextArray(label_names).TextArray(label_values);
  RETURN_IF_ERROR(connection_.Send(kPutRevision, revision.Bytes(row.head).Bytes(row.body).Bytes(row.raw)));
  RETURN_IF_ERROR(connection_.Send(kPutArticle, NameOf(row).Text(row.revision).Int(create_time)));
  if (!is_new) RETURN_IF_ERROR(connection_.Send(kDeleteLabels, NameOf(row)));
  if (is_new && row.labels.empty()) return absl::OkStatus();
  return connection_.Send(kPutLabels, NameOf(row).Text(row.revision));
}

absl::Status PostgresTransaction::SendChange(const ArticleRow& row, bool deleted) {
  Collection& collection = collections_[row.name.collection];
  collection.changed = true;
  PostgresParameters change;
  change.Text(row.name.collection).Int(++collection.last_sequence).Text(row.name.id);
  return connection_.Send(kPutChange, deleted ? change.Null() : change.Text(row.revision));
}

absl::Status PostgresTransaction::SendSequences() {
  for (const auto& [name, collection] : collections_) {
    if (!collection.changed) continue;
    send_error_.Update(connection_.Send(kSetSequence, PostgresParameters().Text(name).Int(collection.last_sequence)));
  }
  return send_error_;
}

// A server that was told not to wait for its standby any longer commits and only warns: the rows may be lost with it,
// so they are not acknowledged. After an error it answers COMMIT with ROLLBACK.
absl::Status PostgresTransaction::Commit() {
  connection_.TakeWarning();
  RETURN_IF_ERROR(connection_.Send(kCommit, {}));
  commit_sent_ = true;
  ASSIGN_OR_RETURN(const std::vector<PostgresResult> results,
                   connection_.Receive(call_, PostgresConnection::OnStop::kLeave));
  if (results.back().command() != "COMMIT" || connection_.TakeWarning()) return PostgresStatus("");
  return absl::OkStatus();
}

}  // namespace polygist::ingest
