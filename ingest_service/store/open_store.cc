#include "ingest_service/store/open_store.h"

#include <string>

#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "ingest_service/store/memory_article_store.h"
#include "ingest_service/store/sqlite_article_store.h"
#if POLYGIST_WITH_POSTGRES
#include "ingest_service/store/postgres_article_store.h"
#endif

namespace polygist::ingest {
namespace {

constexpr std::string_view kMemory = "memory:";
constexpr std::string_view kSqlite = "sqlite:";
constexpr std::string_view kPostgres[] = {"postgresql://", "postgres://"};

absl::StatusOr<std::unique_ptr<ArticleStore>> OpenPostgres([[maybe_unused]] std::string_view uri,
                                                           [[maybe_unused]] const StoreOptions& options) {
#if POLYGIST_WITH_POSTGRES
  return PostgresArticleStore::Open(uri, options);
#else
  return Error(
      absl::StatusCode::kInvalidArgument, "STORE_URI_INVALID",
      "This program was built without PostgreSQL. Install libpq-dev (deploy/setup.sh does) and build it again, "
      "or use \"sqlite:PATH\".",
      {{"field", "store"}});
#endif
}

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleStore>> OpenStore(std::string_view uri, const StoreOptions& options) {
  RETURN_IF_ERROR(Validate(options));
  if (uri == kMemory) return std::make_unique<MemoryArticleStore>(options);
  if (uri.starts_with(kSqlite) && uri.size() > kSqlite.size()) {
    return SqliteArticleStore::Open(std::string(uri.substr(kSqlite.size())), options);
  }
  if (uri.starts_with(kPostgres[0]) || uri.starts_with(kPostgres[1])) return OpenPostgres(uri, options);
  return Error(absl::StatusCode::kInvalidArgument, "STORE_URI_INVALID",
               "The store is none this program knows. Use \"memory:\", \"sqlite:PATH\" or "
               "\"postgresql://USER@HOST/DATABASE\".",
               {{"field", "store"}});
}

}  // namespace polygist::ingest
