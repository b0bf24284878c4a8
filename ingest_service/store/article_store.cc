#include "ingest_service/store/article_store.h"

#include <future>
#include <memory>
#include <utility>

namespace polygist::ingest {

int64_t StoredBytes(const ArticleRow& row) {
  return kBytesBesideParts + static_cast<int64_t>(row.head.size() + row.body.size() + row.raw.size());
}

absl::StatusOr<PutResult> PutAndWait(ArticleStore& store, ArticleRow row) {
  // Shared: the store's thread may still be inside set_value when the waiting thread goes on.
  const auto outcome = std::make_shared<std::promise<absl::StatusOr<PutResult>>>();
  store.Put(std::move(row), [outcome](absl::StatusOr<PutResult> result) { outcome->set_value(std::move(result)); });
  return outcome->get_future().get();
}

}  // namespace polygist::ingest
