// Reads articles through one connection. Each function sees one state of the database: it is one statement.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "common/base/request_context.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/postgres_connection.h"

namespace polygist::ingest {

// As the methods of ArticleStore.
absl::StatusOr<ArticleRow> ReadPostgresRow(PostgresConnection& connection, const RequestContext& call,
                                           const ArticleName& name, const std::string& revision, RowParts parts);
absl::StatusOr<ListPage> ReadPostgresPage(PostgresConnection& connection, const RequestContext& call,
                                          const ListQuery& query, const std::string& after, int limit, RowParts parts);
absl::StatusOr<std::vector<ArticleChange>> ReadPostgresChanges(PostgresConnection& connection,
                                                               const RequestContext& call,
                                                               const std::string& collection, int64_t after, int limit);

}  // namespace polygist::ingest
