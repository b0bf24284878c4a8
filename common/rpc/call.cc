#include "common/rpc/call.h"

#include <chrono>
#include <utility>

#include "absl/random/random.h"
#include "absl/strings/str_format.h"
#include "absl/time/clock.h"
#include "common/base/error.h"
#include "common/telemetry/log.h"

namespace polygist::rpc {
namespace {

constexpr char kRequestIdKey[] = "x-request-id";
constexpr size_t kMaxRequestIdBytes = 128;

std::string NewRequestId() {
  thread_local absl::BitGen bits;
  return absl::StrFormat("%016x", absl::Uniform<uint64_t>(bits));
}

std::string RequestIdOf(const grpc::CallbackServerContext& context) {
  const auto& metadata = context.client_metadata();
  const auto found = metadata.find(kRequestIdKey);
  if (found == metadata.end() || found->second.empty() || found->second.size() > kMaxRequestIdBytes) {
    return NewRequestId();
  }
  return std::string(found->second.data(), found->second.size());
}

absl::Time DeadlineOf(const grpc::CallbackServerContext& context) {
  const auto deadline = context.deadline();
  return deadline == std::chrono::system_clock::time_point::max() ? absl::InfiniteFuture() : absl::FromChrono(deadline);
}

}  // namespace

RequestContext ContextOf(const grpc::CallbackServerContext& context, std::function<bool()> cancelled) {
  return {.request_id = RequestIdOf(context), .deadline = DeadlineOf(context), .cancelled = std::move(cancelled)};
}

absl::Status QueueFull() {
  return Error(absl::StatusCode::kResourceExhausted, "QUEUE_FULL",
               "The service has as much work as it accepts. Wait and send the call again.",
               {{"retry_delay_ms", "200"}});
}

absl::Status Stopping() {
  return Error(absl::StatusCode::kUnavailable, "STOPPING",
               "The service stops and takes no more calls. Send the call again when it serves.");
}

void LogCall(std::string_view method, const RequestContext& call, const absl::Status& status, absl::Time start) {
  telemetry::Log("call.finished", {{"method", std::string(method)},
                                   {"request_id", call.request_id},
                                   {"code", absl::StatusCodeToString(status.code())},
                                   {"reason", ReasonOf(status)},
                                   {"milliseconds", absl::ToDoubleMilliseconds(absl::Now() - start)}});
}

}  // namespace polygist::rpc
