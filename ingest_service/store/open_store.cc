#include "ingest_service/store/open_store.h"

#include <string>

#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "ingest_service/store/memory_article_store.h"
#include "ingest_service/store/sqlite_article_store.h"

namespace polygist::ingest {
namespace {

constexpr std::string_view kMemory = "memory:";
constexpr std::string_view kSqlite = "sqlite:";

}  // namespace

absl::StatusOr<std::unique_ptr<ArticleStore>> OpenStore(std::string_view uri, const StoreOptions& options) {
  RETURN_IF_ERROR(Validate(options));
  if (uri == kMemory) return std::make_unique<MemoryArticleStore>(options);
  if (uri.starts_with(kSqlite) && uri.size() > kSqlite.size()) {
    return SqliteArticleStore::Open(std::string(uri.substr(kSqlite.size())), options);
  }
  return Error(absl::StatusCode::kInvalidArgument, "STORE_URI_INVALID",
               "The store is none this program knows. Use \"memory:\" or \"sqlite:PATH\".", {{"field", "store"}});
}

}  // namespace polygist::ingest
