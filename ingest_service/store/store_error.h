// The refusals every backend gives in the same words.
#pragma once

#include "absl/status/status.h"
#include "ingest_service/article/article.h"

namespace polygist::ingest {

// With the facts "collection" and "article".
absl::Status ArticleNotFound(const ArticleName& name);   // NOT_FOUND, ARTICLE_NOT_FOUND.
absl::Status RevisionNotFound(const ArticleName& name);  // NOT_FOUND, REVISION_NOT_FOUND.
absl::Status RevisionMismatch(const ArticleName& name);  // ABORTED, REVISION_MISMATCH.

absl::Status StoreBusy();       // UNAVAILABLE, STORE_BUSY.
absl::Status StoreQueueFull();  // RESOURCE_EXHAUSTED, STORE_QUEUE_FULL.

}  // namespace polygist::ingest
