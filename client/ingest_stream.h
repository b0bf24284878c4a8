// Ingests many articles over one stream: send without waiting, be told of each answer.
//
//   IngestStream stream(ingest, options, [](const auto& answer) { ... });
//   for (...) RETURN_IF_ERROR(stream.Send(item));
//   RETURN_IF_ERROR(stream.Finish());  // every item has been answered
//
// When the connection breaks, the stream is opened again and what was not answered is sent again
// (safe: ingesting is idempotent), within the bounds of the retry policy.
#pragma once

#include <grpcpp/client_context.h>
#include <grpcpp/support/sync_stream.h>

#include <cstdint>
#include <functional>
#include <map>
#include <memory>
#include <string>
#include <thread>

#include "absl/status/status.h"
#include "absl/synchronization/mutex.h"
#include "client/call_options.h"
#include "client/ingest_client.h"
#include "client/retry.h"

namespace polygist::client {

struct IngestStreamOptions {
  // `cancelled` is not asked: destroy the stream instead.
  CallOptions call = {};
  RetryPolicy retry = {};
  // Most items, and most bytes of content, that are sent and not answered; one item is always sent.
  int max_unanswered = 128;
  int64_t max_unanswered_bytes = 32 << 20;
};

// Send and Finish are called by one thread.
class IngestStream {
 public:
  // Called once for each item, for one at a time, on a thread of the stream's. Must not call the
  // stream.
  using OnAnswer = std::function<void(const ingest::v1::IngestArticlesResponse&)>;

  // `client` must outlive the stream.
  IngestStream(const IngestClient& client, IngestStreamOptions options, OnAnswer on_answer);
  // Without Finish: cancels; items that were not answered may or may not be stored.
  ~IngestStream();
  IngestStream(const IngestStream&) = delete;
  IngestStream& operator=(const IngestStream&) = delete;

  // Waits while too much is unanswered. `client_ref` must differ from those of the items that wait
  // for an answer (INVALID_ARGUMENT, reason CLIENT_REF_REPEATED). Any other failure is the end of
  // the stream.
  absl::Status Send(ingest::v1::IngestArticlesRequest item);

  // Waits until all items are answered.
  absl::Status Finish();

 private:
  using Wire = grpc::ClientReaderWriterInterface<ingest::v1::IngestArticlesRequest, ingest::v1::IngestArticlesResponse>;
  void Open();
  void ReadAnswers();
  void TakeAnswer(const ingest::v1::IngestArticlesResponse& answer);
  bool HasRoomOrBroke() const;
  // Joins the reader and returns how the call ended.
  absl::Status Close();
  // Pauses, opens, and sends again what is unanswered, until that works or `failure` has to be
  // final.
  absl::Status Resume(absl::Status failure);
  absl::Status End(absl::Status failure);
  bool WriteUnanswered();

  const IngestClient& client_;
  const IngestStreamOptions options_;
  const OnAnswer on_answer_;
  std::unique_ptr<grpc::ClientContext> context_;
  std::unique_ptr<Wire> wire_;
  std::thread reader_;
  RetryPauses pauses_;
  int64_t next_number_ = 0;
  absl::Status ended_;  // Why the stream is over, once it is.

  mutable absl::Mutex mutex_;
  // All below are guarded by mutex_.
  std::map<int64_t, ingest::v1::IngestArticlesRequest> unanswered_;  // By number: the order of sending.
  std::map<std::string, int64_t> number_of_ref_;
  int64_t unanswered_bytes_ = 0;
  bool read_ended_ = false;
  bool progressed_ = false;  // An answer came since the stream was opened.
};

}  // namespace polygist::client
