// From `--store=URI` to a store. The one place besides the backends that names them.
#pragma once

#include <memory>
#include <string_view>

#include "absl/status/statusor.h"
#include "ingest_service/store/article_store.h"
#include "ingest_service/store/store_options.h"

namespace polygist::ingest {

// URIs:
//   memory:       nothing is kept (memory_article_store.h)
//   sqlite:PATH   one file, e.g. sqlite:/var/lib/polygist/articles.db (sqlite_article_store.h); a relative path counts
//                 from the working directory
//   postgresql://USER@HOST:PORT/DATABASE?PARAMETERS
//                 as libpq reads it, also with several hosts, and postgres:// (postgres_article_store.h). Not in
//                 programs built without libpq
//
// INVALID_ARGUMENT, reason STORE_URI_INVALID, when it is none of these or PATH is empty, or
// OPTION_OUT_OF_RANGE; otherwise as the backend's Open.
absl::StatusOr<std::unique_ptr<ArticleStore>> OpenStore(std::string_view uri, const StoreOptions& options);

}  // namespace polygist::ingest
