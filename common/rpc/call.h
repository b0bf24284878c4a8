// What every method needs around its work: the request context, and one log line at the end.
#pragma once

#include <grpcpp/server_context.h>

#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/time.h"
#include "common/base/request_context.h"

namespace polygist::rpc {

// Deadline and request ID (metadata "x-request-id", or a new one) of a call. `cancelled` is asked from the
// threads that do the work.
RequestContext ContextOf(const grpc::CallbackServerContext& context, std::function<bool()> cancelled);

// RESOURCE_EXHAUSTED, reason QUEUE_FULL, with the time to wait before trying again.
absl::Status QueueFull();

// UNAVAILABLE, reason STOPPING: the server takes no more calls.
absl::Status Stopping();

// One line per call: method, code, reason, duration.
void LogCall(std::string_view method, const RequestContext& call, const absl::Status& status, absl::Time start);

}  // namespace polygist::rpc
