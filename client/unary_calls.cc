#include "client/unary_calls.h"

#include <algorithm>
#include <deque>
#include <memory>
#include <optional>

#include "absl/synchronization/mutex.h"
#include "absl/time/clock.h"
#include "common/base/error.h"
#include "common/rpc/status_conversion.h"

namespace polygist::client {
namespace {

// How late a cancellation may be noticed.
constexpr absl::Duration kCancelCheck = absl::Milliseconds(20);

// One batch of calls. Everything but Ended runs on the caller's thread.
class Calls {
 public:
  Calls(size_t count, int in_flight, const CallOptions& options, const RetryPolicy& retry, const StartCall& start)
      : options_(options), start_(start), in_flight_(std::max(in_flight, 1)), items_(count) {
    for (size_t i = 0; i < count; ++i) {
      items_[i].pauses.emplace(retry, i);
      due_.push_back(i);
    }
  }

  std::vector<absl::Status> Run() {
    while (finished_ < items_.size()) {
      StopIfAsked();
      StartDue();
      if (finished_ < items_.size()) TakeEnded(WaitForEnded());
    }
    std::vector<absl::Status> statuses;
    statuses.reserve(items_.size());
    for (Item& item : items_) statuses.push_back(std::move(item.status));
    return statuses;
  }

 private:
  struct Item {
    std::optional<RetryPauses> pauses;
    std::unique_ptr<grpc::ClientContext> context;
    absl::Time not_before = absl::InfinitePast();
    absl::Status status;
  };
  using Ended = std::deque<std::pair<size_t, grpc::Status>>;

  // Calls that wait for their turn or their pause fail at once; those that run are told to stop.
  void StopIfAsked() {
    if (stopped_) return;
    const RequestContext call{options_.request_id, options_.deadline, options_.cancelled};
    const absl::Status stop = call.Check();
    if (stop.ok()) return;
    stopped_ = true;
    for (const size_t index : due_) Finish(index, stop);
    due_.clear();
    for (Item& item : items_) {
      if (item.context != nullptr) item.context->TryCancel();
    }
  }

  void StartDue() {
    const absl::Time now = absl::Now();
    size_t waiting = due_.size();
    while (running_ < in_flight_ && waiting > 0) {
      const size_t index = due_.front();
      due_.pop_front();
      --waiting;
      if (items_[index].not_before > now) {
        due_.push_back(index);
      } else {
        Start(index);
      }
    }
  }

  void Start(size_t index) {
    Item& item = items_[index];
    item.context = std::make_unique<grpc::ClientContext>();
    if (options_.deadline != absl::InfiniteFuture()) {
      item.context->set_deadline(absl::ToChronoTime(options_.deadline));
    }
    if (!options_.request_id.empty()) item.context->AddMetadata(kRequestIdKey, options_.request_id);
    ++running_;
    start_(index, item.context.get(), [this, index](grpc::Status status) {
      absl::MutexLock lock(&mutex_);
      ended_.emplace_back(index, std::move(status));
    });
  }

  // Until a call ends, a pause is over, or it is time to look at the deadline and cancellation.
  Ended WaitForEnded() {
    absl::Time until = stopped_ ? absl::InfiniteFuture() : options_.deadline;
    if (options_.cancelled && !stopped_) until = std::min(until, absl::Now() + kCancelCheck);
    if (running_ < in_flight_) {
      for (const size_t index : due_) until = std::min(until, items_[index].not_before);
    }
    absl::MutexLock lock(&mutex_);
    mutex_.AwaitWithDeadline(absl::Condition(this, &Calls::AnyEnded), until);
    return std::exchange(ended_, {});
  }
  bool AnyEnded() const { return !ended_.empty(); }

  void TakeEnded(const Ended& ended) {
    for (auto& [index, wire] : ended) {
      --running_;
      items_[index].context.reset();
      absl::Status status = rpc::FromGrpc(wire);
      const auto pause = stopped_ ? std::nullopt : items_[index].pauses->Next(status);
      if (pause.has_value() && absl::Now() + *pause < options_.deadline) {
        items_[index].not_before = absl::Now() + *pause;
        due_.push_back(index);
      } else {
        Finish(index, std::move(status));
      }
    }
  }

  void Finish(size_t index, absl::Status status) {
    items_[index].status = std::move(status);
    ++finished_;
  }

  const CallOptions& options_;
  const StartCall& start_;
  const int in_flight_;
  std::vector<Item> items_;
  std::deque<size_t> due_;
  size_t finished_ = 0;
  int running_ = 0;
  bool stopped_ = false;
  absl::Mutex mutex_;
  Ended ended_;  // Guarded by mutex_.
};

}  // namespace

std::vector<absl::Status> RunCalls(size_t count, int in_flight, const CallOptions& options, const RetryPolicy& retry,
                                   const StartCall& start) {
  return Calls(count, in_flight, options, retry, start).Run();
}

}  // namespace polygist::client
