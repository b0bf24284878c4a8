// The bidirectional ingest stream.
#pragma once

#include <grpcpp/server_context.h>
#include <grpcpp/support/server_callback.h>

#include <atomic>
#include <deque>
#include <memory>
#include <mutex>

#include "absl/time/clock.h"
#include "common/base/request_context.h"
#include "common/rpc/active_calls.h"
#include "common/rpc/work_pool.h"
#include "ingest_service/api/ingest_item.h"
#include "ingest_service/identify/language.h"
#include "ingest_service/store/article_store.h"
#include "polygist/ingest/v1/ingest_service.grpc.pb.h"

namespace polygist::ingest {

// Owns itself: freed in OnDone. One read and one write in flight; up to `window` items are worked on, and the next
// read starts only below that, which is the back-pressure the caller feels. An item is answered from the store's
// callback, that is after the commit that makes it durable.
class IngestStream final : public grpc::ServerBidiReactor<v1::IngestArticlesRequest, v1::IngestArticlesResponse> {
 public:
  struct Parts {
    ArticleStore& store;
    rpc::WorkPool& pool;
    const LanguageModels& models;
    int64_t max_content_bytes;
    int window;
  };

  IngestStream(const Parts& parts, grpc::CallbackServerContext* context);

 private:
  void OnReadDone(bool ok) override;
  void OnWriteDone(bool ok) override;
  void OnCancel() override { cancelled_ = true; }
  void OnDone() override { delete this; }

  void Work(const v1::IngestArticlesRequest& request);
  // Queues the answer to one item. The last thing done for it.
  void Answer(v1::IngestArticlesResponse response);
  // Starts the next write, or ends the stream, as the state allows. `lock` holds mutex_; the reactor may be gone
  // afterwards.
  void Advance(std::unique_lock<std::mutex> lock);
  // Says how it ended. The reactor may be gone afterwards.
  void End(const absl::Status& status);
  // All is read, answered and written. Requires mutex_.
  bool ReadyToFinish() const;

  const Parts parts_;
  const rpc::ActiveCall active_;
  const absl::Time start_ = absl::Now();
  std::atomic<bool> cancelled_ = false;
  const RequestContext call_;

  v1::IngestArticlesRequest reading_;
  std::mutex mutex_;
  std::deque<v1::IngestArticlesResponse> answers_;  // The front is being written while writing_.
  int in_work_ = 0;                                 // Read and not yet answered.
  bool reads_ended_ = false;
  bool paused_ = false;  // The next read waits for an answer.
  bool writing_ = false;
  bool write_failed_ = false;
  bool finished_ = false;
};

}  // namespace polygist::ingest
