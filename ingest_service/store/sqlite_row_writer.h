// What a put and a delete do to the tables (migrations/sqlite). Used inside a write transaction.
#pragma once

#include <cstdint>
#include <memory>
#include <optional>
#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/sqlite_database.h"

namespace polygist::ingest {

class SqliteRowWriter {
 public:
  // `database` has the current schema and must outlive the writer.
  static absl::StatusOr<std::unique_ptr<SqliteRowWriter>> Create(SqliteDatabase& database);

  // `now` is the time of the put.
  absl::StatusOr<PutResult> Put(const ArticleRow& row, absl::Time now);

  // As ArticleStore::Delete.
  absl::Status Delete(const ArticleName& name, const std::string& revision);

 private:
  struct Current {
    std::string revision;
    int64_t create_time = 0;
    int64_t update_time = 0;
  };
  // The attributes of a revision that the article's row repeats.
  struct Attributes {
    std::string language;
    std::string source;
    std::optional<int64_t> publish_time;
  };
  struct Statements {
    SqliteStatement find_article, find_revision, insert_revision, insert_contents, insert_label, touch_revision,
        put_article, put_change, delete_article, delete_revisions;
  };

  explicit SqliteRowWriter(Statements statements) : statements_(std::move(statements)) {}

  absl::StatusOr<std::optional<Current>> FindArticle(const ArticleName& name);
  absl::StatusOr<Attributes> PutRevision(const ArticleRow& row, int64_t now);
  absl::StatusOr<std::optional<Attributes>> FindRevision(const ArticleRow& row);
  absl::Status InsertRevision(const ArticleRow& row, const Attributes& attributes, int64_t now);
  absl::Status InsertLabels(const ArticleRow& row);
  absl::Status TouchRevision(const ArticleRow& row, int64_t now);
  absl::Status PutArticle(const ArticleRow& row, const Attributes& attributes, int64_t create_time);
  // An empty `revision` records a deletion.
  absl::Status PutChange(const ArticleName& name, const std::string& revision);

  Statements statements_;
};

}  // namespace polygist::ingest
