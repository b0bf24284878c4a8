#include "ingest_service/api/ingest_stream.h"

#include <string>
#include <utility>

#include "common/base/error.h"
#include "common/rpc/call.h"
#include "common/rpc/status_conversion.h"
#include "ingest_service/article/article_name.h"
#include "ingest_service/record/article_record.h"

namespace polygist::ingest {
namespace {

constexpr size_t kMaxClientRefBytes = 256;

v1::IngestArticlesResponse Refusal(const std::string& client_ref, const absl::Status& status) {
  v1::IngestArticlesResponse response;
  response.set_client_ref(client_ref);
  *response.mutable_error() = rpc::ToRpcStatus(status);
  return response;
}

// All of an acknowledgement but its outcome, which the store tells.
v1::IngestArticlesResponse Acknowledgement(const std::string& client_ref, const Article& article) {
  v1::IngestArticlesResponse response;
  response.set_client_ref(client_ref);
  auto* acknowledgement = response.mutable_acknowledgement();
  acknowledgement->set_name(FormatArticleName(article.name));
  acknowledgement->set_revision(article.revision);
  for (const Warning& warning : article.warnings) {
    auto* added = acknowledgement->add_warnings();
    added->set_code(warning.code);
    added->set_message(warning.message);
  }
  return response;
}

}  // namespace

IngestStream::IngestStream(const Parts& parts, grpc::CallbackServerContext* context)
    : parts_(parts),
      active_(parts.pool.calls()),
      call_(rpc::ContextOf(*context, [this] { return cancelled_.load(); })) {
  if (active_.admitted()) {
    StartRead(&reading_);
  } else {
    finished_ = true;
    End(rpc::Stopping());
  }
}

void IngestStream::OnReadDone(bool ok) {
  std::unique_lock lock(mutex_);
  if (!ok) {
    reads_ended_ = true;
    Advance(std::move(lock));
    return;
  }
  ++in_work_;
  auto request = std::make_shared<v1::IngestArticlesRequest>(std::move(reading_));
  reading_.Clear();
  // The window bounds what a stream has in the pool, so it need not be refused there.
  parts_.pool.Submit([this, request] { Work(*request); });
  if (in_work_ < parts_.window) {
    StartRead(&reading_);
  } else {
    paused_ = true;
  }
}

void IngestStream::Work(const v1::IngestArticlesRequest& request) {
  const std::string& client_ref = request.client_ref();
  if (const absl::Status status = call_.Check(); !status.ok()) {
    return Answer(Refusal(client_ref, status));
  }
  if (client_ref.size() > kMaxClientRefBytes) {
    return Answer(
        Refusal("", InvalidField("client_ref", "FIELD_TOO_LONG", "A client reference has at most 256 bytes.")));
  }
  auto item = MakeIngestItem(call_, parts_.store, request.parent(), request.article_id(), request.content(),
                             parts_.max_content_bytes, parts_.models);
  if (!item.ok()) return Answer(Refusal(client_ref, item.status()));
  parts_.store.Put(ToRow(item->article, item->content), [this, response = Acknowledgement(client_ref, item->article)](
                                                            const absl::StatusOr<PutResult>& result) mutable {
    if (!result.ok()) return Answer(Refusal(response.client_ref(), result.status()));
    response.mutable_acknowledgement()->set_outcome(ToProto(result->outcome));
    Answer(std::move(response));
  });
}

void IngestStream::Answer(v1::IngestArticlesResponse response) {
  std::unique_lock lock(mutex_);
  --in_work_;
  if (!write_failed_) answers_.push_back(std::move(response));
  if (paused_ && !reads_ended_) {
    paused_ = false;
    StartRead(&reading_);
  }
  Advance(std::move(lock));
}

void IngestStream::OnWriteDone(bool ok) {
  std::unique_lock lock(mutex_);
  writing_ = false;
  answers_.pop_front();
  if (!ok) {
    write_failed_ = true;
    answers_.clear();
  }
  Advance(std::move(lock));
}

void IngestStream::Advance(std::unique_lock<std::mutex> lock) {
  if (!writing_ && !answers_.empty()) {
    writing_ = true;
    StartWrite(&answers_.front());
  }
  if (finished_ || !ReadyToFinish()) return;
  finished_ = true;
  lock.unlock();  // After Finish the reactor, and its mutex, may be gone.
  End(call_.Check());
}

void IngestStream::End(const absl::Status& status) {
  rpc::LogCall("IngestArticles", call_, status, start_);
  Finish(rpc::ToGrpc(status));
}

bool IngestStream::ReadyToFinish() const { return reads_ended_ && in_work_ == 0 && !writing_ && answers_.empty(); }

}  // namespace polygist::ingest
