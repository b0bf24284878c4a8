#include "client/ingest_stream.h"

#include <optional>
#include <utility>
#include <vector>

#include "absl/time/clock.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/rpc/status_conversion.h"

namespace polygist::client {

using ingest::v1::IngestArticlesRequest;
using ingest::v1::IngestArticlesResponse;

IngestStream::IngestStream(const IngestClient& client, IngestStreamOptions options, OnAnswer on_answer)
    : client_(client), options_(std::move(options)), on_answer_(std::move(on_answer)), pauses_(options_.retry) {
  Open();
}

IngestStream::~IngestStream() {
  if (wire_ == nullptr) return;
  context_->TryCancel();
  Close().IgnoreError();
}

void IngestStream::Open() {
  context_ = std::make_unique<grpc::ClientContext>();
  if (options_.call.deadline != absl::InfiniteFuture()) {
    context_->set_deadline(absl::ToChronoTime(options_.call.deadline));
  }
  if (!options_.call.request_id.empty()) {
    context_->AddMetadata(kRequestIdKey, options_.call.request_id);
  }
  {
    absl::MutexLock lock(&mutex_);
    read_ended_ = false;
    progressed_ = false;
  }
  wire_ = client_.stub().IngestArticles(context_.get());
  reader_ = std::thread([this] { ReadAnswers(); });
}

void IngestStream::ReadAnswers() {
  IngestArticlesResponse answer;
  while (wire_->Read(&answer)) TakeAnswer(answer);
  absl::MutexLock lock(&mutex_);
  read_ended_ = true;
}

void IngestStream::TakeAnswer(const IngestArticlesResponse& answer) {
  {
    absl::MutexLock lock(&mutex_);
    const auto known = number_of_ref_.find(answer.client_ref());
    if (known == number_of_ref_.end()) return;  // Answered before the connection broke.
    const auto item = unanswered_.find(known->second);
    unanswered_bytes_ -= static_cast<int64_t>(item->second.content().bytes().size());
    unanswered_.erase(item);
    number_of_ref_.erase(known);
    progressed_ = true;
  }
  on_answer_(answer);
}

bool IngestStream::HasRoomOrBroke() const {
  return read_ended_ || unanswered_.empty() ||
         (unanswered_.size() < static_cast<size_t>(options_.max_unanswered) &&
          unanswered_bytes_ < options_.max_unanswered_bytes);
}

absl::Status IngestStream::Send(IngestArticlesRequest item) {
  RETURN_IF_ERROR(ended_);
  const IngestArticlesRequest* to_write = nullptr;
  bool broke = false;
  {
    absl::MutexLock lock(&mutex_);
    if (number_of_ref_.contains(item.client_ref())) {
      return InvalidField("client_ref", "CLIENT_REF_REPEATED",
                          "Another item with this reference waits for its answer.");
    }
    mutex_.Await(absl::Condition(this, &IngestStream::HasRoomOrBroke));
    unanswered_bytes_ += static_cast<int64_t>(item.content().bytes().size());
    number_of_ref_.emplace(item.client_ref(), next_number_);
    to_write = &unanswered_.emplace(next_number_++, std::move(item)).first->second;
    broke = read_ended_;
  }
  // The item cannot be answered, and so not erased, before it is written.
  if (!broke && wire_->Write(*to_write)) return absl::OkStatus();
  return Resume(Close());
}

absl::Status IngestStream::Finish() {
  RETURN_IF_ERROR(ended_);
  while (true) {
    wire_->WritesDone();
    absl::Status status = Close();
    {
      absl::MutexLock lock(&mutex_);
      if (unanswered_.empty()) {
        ended_ = absl::FailedPreconditionError("The stream was finished.");
        return absl::OkStatus();
      }
    }
    RETURN_IF_ERROR(Resume(std::move(status)));
  }
}

absl::Status IngestStream::Close() {
  reader_.join();
  absl::Status status = rpc::FromGrpc(wire_->Finish());
  wire_.reset();
  return status;
}

absl::Status IngestStream::Resume(absl::Status failure) {
  while (true) {
    if (failure.ok()) {
      return End(Error(absl::StatusCode::kInternal, "STREAM_ENDED_EARLY",
                       "The service ended the stream without answering every item."));
    }
    {
      absl::MutexLock lock(&mutex_);
      if (progressed_) pauses_ = RetryPauses(options_.retry);
    }
    const std::optional<absl::Duration> pause = pauses_.Next(failure);
    if (!pause.has_value() || absl::Now() + *pause >= options_.call.deadline) {
      return End(std::move(failure));
    }
    absl::SleepFor(*pause);
    Open();
    if (WriteUnanswered()) return absl::OkStatus();
    failure = Close();
  }
}

absl::Status IngestStream::End(absl::Status failure) {
  ended_ = std::move(failure);
  return ended_;
}

bool IngestStream::WriteUnanswered() {
  std::vector<int64_t> numbers;
  {
    absl::MutexLock lock(&mutex_);
    for (const auto& [number, item] : unanswered_) numbers.push_back(number);
  }
  for (const int64_t number : numbers) {
    const IngestArticlesRequest* item = nullptr;
    {
      absl::MutexLock lock(&mutex_);
      const auto found = unanswered_.find(number);
      if (found != unanswered_.end()) item = &found->second;
    }
    if (item != nullptr && !wire_->Write(*item)) return false;
  }
  return true;
}

}  // namespace polygist::client
