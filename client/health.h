// Asks a service whether it is ready, by the standard protocol grpc.health.v1.
#pragma once

#include <grpcpp/channel.h>

#include <memory>

#include "absl/status/status.h"
#include "client/call_options.h"

namespace polygist::client {

// OK when the service says SERVING. UNAVAILABLE with reason NOT_SERVING when it says otherwise, and
// UNAVAILABLE without reason when it cannot be reached. Asks once.
absl::Status CheckHealth(const std::shared_ptr<grpc::Channel>& channel, const CallOptions& options);

}  // namespace polygist::client
