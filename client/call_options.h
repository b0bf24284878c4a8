// What a caller says about one call, apart from its request message.
#pragma once

#include <functional>
#include <string>

#include "absl/time/time.h"
#include "common/base/request_context.h"

namespace polygist::client {

// Metadata key that carries the request ID; servers put it in their log line.
inline constexpr char kRequestIdKey[] = "x-request-id";

struct CallOptions {
  // When the caller stops waiting, over all attempts. The server is told.
  absl::Time deadline = absl::InfiniteFuture();
  // At most 128 printable ASCII characters; empty: the server makes one.
  std::string request_id = {};
  // Asked every few milliseconds while the call runs; true cancels it. Empty: it cannot be
  // cancelled.
  std::function<bool()> cancelled = {};
};

// The options with which a server passes on the call it serves: same ID, same deadline, same
// cancellation.
inline CallOptions PassOn(const RequestContext& call) { return {call.deadline, call.request_id, call.cancelled}; }

}  // namespace polygist::client
