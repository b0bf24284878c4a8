// Reads articles through one connection. Each method sees one state of the database.
#pragma once

#include <cstdint>
#include <memory>
#include <string>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/sqlite_article_finder.h"
#include "ingest_service/store/sqlite_database.h"

namespace polygist::ingest {

class SqliteRowReader {
 public:
  // `database` has the current schema.
  static absl::StatusOr<std::unique_ptr<SqliteRowReader>> Create(SqliteDatabase database);

  // As the methods of ArticleStore.
  absl::StatusOr<ArticleRow> Get(const ArticleName& name, const std::string& revision, RowParts parts);
  absl::StatusOr<ListPage> List(const RequestContext& call, const ListQuery& query, const std::string& after, int limit,
                                RowParts parts);
  absl::StatusOr<std::vector<ArticleChange>> ChangesSince(const std::string& collection, int64_t after, int limit);

 private:
  struct Statements {
    SqliteStatement find_article, find_revision, body, contents, labels, changes;
  };

  SqliteRowReader(SqliteDatabase database, Statements statements, SqliteArticleFinder finder)
      : database_(std::move(database)), statements_(std::move(statements)), finder_(std::move(finder)) {}

  absl::StatusOr<ArticleRow> ReadRow(const ArticleName& name, const std::string& revision, RowParts parts);
  // Answers with the key of the row's contents.
  absl::StatusOr<int64_t> ReadHead(const std::string& revision, ArticleRow& row);
  absl::Status ReadContents(int64_t revision_key, RowParts parts, ArticleRow& row);
  absl::Status ReadLabels(ArticleRow& row);

  SqliteDatabase database_;
  Statements statements_;
  SqliteArticleFinder finder_;
};

}  // namespace polygist::ingest
