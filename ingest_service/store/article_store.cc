#include "ingest_service/store/article_store.h"

#include <future>
#include <memory>
#include <utility>

namespace polygist::ingest {

absl::StatusOr<PutResult> PutAndWait(ArticleStore& store, ArticleRow row) {
  // Shared: the store's thread may still be inside set_value when the waiting thread goes on.
  const auto outcome = std::make_shared<std::promise<absl::StatusOr<PutResult>>>();
  store.Put(std::move(row), [outcome](absl::StatusOr<PutResult> result) { outcome->set_value(std::move(result)); });
  return outcome->get_future().get();
}

}  // namespace polygist::ingest
