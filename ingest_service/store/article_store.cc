#include "ingest_service/store/article_store.h"

#include <utility>

#include "absl/synchronization/notification.h"

namespace polygist::ingest {

absl::StatusOr<PutResult> PutAndWait(ArticleStore& store, ArticleRow row) {
  absl::Notification done;
  absl::StatusOr<PutResult> result;
  store.Put(std::move(row), [&](absl::StatusOr<PutResult> outcome) {
    result = std::move(outcome);
    done.Notify();
  });
  done.WaitForNotification();
  return result;
}

}  // namespace polygist::ingest
