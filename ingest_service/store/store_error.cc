#include "ingest_service/store/store_error.h"

#include "common/base/error.h"

namespace polygist::ingest {
namespace {

ErrorFacts FactsFor(const ArticleName& name) { return {{"collection", name.collection}, {"article", name.id}}; }

}  // namespace

absl::Status ArticleNotFound(const ArticleName& name) {
  return Error(absl::StatusCode::kNotFound, "ARTICLE_NOT_FOUND",
               "The collection holds no article of this ID. Check the name, or ingest the article.", FactsFor(name));
}

absl::Status RevisionNotFound(const ArticleName& name) {
  return Error(absl::StatusCode::kNotFound, "REVISION_NOT_FOUND",
               "The article has no such revision. Leave the revision out to get the current one.", FactsFor(name));
}

absl::Status RevisionMismatch(const ArticleName& name) {
  return Error(absl::StatusCode::kAborted, "REVISION_MISMATCH",
               "The article has changed: the given revision is not the current one. Get the article "
               "again and decide anew.",
               FactsFor(name));
}

absl::Status StoreBusy() {
  return Error(absl::StatusCode::kUnavailable, "STORE_BUSY",
               "The article store was busy until the deadline. Try again.");
}

absl::Status StoreQueueFull() {
  return Error(absl::StatusCode::kResourceExhausted, "STORE_QUEUE_FULL",
               "More articles wait to be written than the store holds in memory. Try again later "
               "and send more slowly.");
}

}  // namespace polygist::ingest
