#include "ingest_service/store/postgres_article_store.h"

#include <algorithm>
#include <utility>

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "ingest_service/store/awaited_write.h"
#include "ingest_service/store/postgres_error.h"
#include "ingest_service/store/postgres_row_reader.h"
#include "ingest_service/store/postgres_schema.h"

namespace polygist::ingest {
namespace {

// Connecting and migrating, other replicas' migrations included.
constexpr absl::Duration kOpenTimeout = absl::Minutes(1);

absl::Status ConnectAndMigrate(PostgresSession& session) {
  const RequestContext call{.deadline = absl::Now() + kOpenTimeout};
  ASSIGN_OR_RETURN(PostgresConnection * connection, session.Connect(call));
  return MigratePostgresSchema(*connection, call);
}

absl::Status CannotOpen(const PostgresTarget& target, const absl::Status& status) {
  const std::string cause = CauseOf(status);
  return Error(status.code(), ReasonOf(status),
               absl::StrCat("Cannot open the store ", target.display, ": ", status.message(),
                            cause.empty() ? "" : absl::StrCat(" (", cause, ")")),
               FactsOf(status));
}

}  // namespace

absl::StatusOr<std::unique_ptr<PostgresArticleStore>> PostgresArticleStore::Open(std::string_view uri,
                                                                                 const StoreOptions& options) {
  ASSIGN_OR_RETURN(const PostgresTarget target, ParsePostgresUri(uri));
  auto writer = std::make_unique<PostgresSession>(target, options);
  if (const absl::Status opened = ConnectAndMigrate(*writer); !opened.ok()) return CannotOpen(target, opened);
  Readers readers;
  for (int i = 0; i < options.readers; ++i) readers.push_back(std::make_unique<PostgresSession>(target, options));
  return std::unique_ptr<PostgresArticleStore>(
      new PostgresArticleStore(std::move(writer), std::move(readers), options));
}

PostgresArticleStore::PostgresArticleStore(std::unique_ptr<PostgresSession> writer, Readers readers,
                                           const StoreOptions& options)
    : writer_(std::move(writer), options),
      readers_(std::move(readers)),
      queue_(options, [this](std::vector<PostgresWrite> group) { writer_.Commit(std::move(group)); }) {}

void PostgresArticleStore::Put(ArticleRow row, PutCallback done) {
  const int64_t bytes = StoredBytes(row);
  queue_.Submit({.bytes = bytes, .row = std::move(row), .done = std::move(done)});
}

absl::Status PostgresArticleStore::Delete(const RequestContext& call, const ArticleName& name,
                                          const std::string& revision) {
  RETURN_IF_ERROR(call.Check());
  auto deletion = std::make_shared<AwaitedWrite>();
  PostgresWrite write{.bytes = kBytesBesideParts, .deletion = true};
  write.row.name = name;
  write.row.revision = revision;
  write.abandoned = [deletion] { return deletion->abandoned(); };
  write.done = [deletion](const absl::StatusOr<PutResult>& outcome) { deletion->Finish(outcome.status()); };
  queue_.Submit(std::move(write));
  return deletion->Wait(call);
}

absl::StatusOr<ArticleRow> PostgresArticleStore::Get(const RequestContext& call, const ArticleName& name,
                                                     const std::string& revision, RowParts parts) {
  RETURN_IF_ERROR(call.Check());
  ASSIGN_OR_RETURN(const LeasePool<PostgresSession>::Lease reader, readers_.Take(call));
  return reader->Run(
      call, [&](PostgresConnection& connection) { return ReadPostgresRow(connection, call, name, revision, parts); });
}

absl::StatusOr<ListPage> PostgresArticleStore::List(const RequestContext& call, const ListQuery& query,
                                                    const std::string& after, int limit, RowParts parts) {
  RETURN_IF_ERROR(call.Check());
  ASSIGN_OR_RETURN(const LeasePool<PostgresSession>::Lease reader, readers_.Take(call));
  return reader->Run(call, [&](PostgresConnection& connection) {
    return ReadPostgresPage(connection, call, query, after, std::max(limit, 1), parts);
  });
}

absl::StatusOr<std::vector<ArticleChange>> PostgresArticleStore::ChangesSince(const RequestContext& call,
                                                                              const std::string& collection,
                                                                              int64_t after, int limit) {
  RETURN_IF_ERROR(call.Check());
  ASSIGN_OR_RETURN(const LeasePool<PostgresSession>::Lease reader, readers_.Take(call));
  return reader->Run(call, [&](PostgresConnection& connection) {
    return ReadPostgresChanges(connection, call, collection, after, std::max(limit, 1));
  });
}

}  // namespace polygist::ingest
