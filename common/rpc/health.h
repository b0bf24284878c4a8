// Asks a server whether it is ready, by the standard protocol grpc.health.v1.
#pragma once

#include <grpcpp/channel.h>

#include <memory>

#include "absl/status/status.h"
#include "absl/time/time.h"

namespace polygist::rpc {

// OK when the server as a whole says SERVING. UNAVAILABLE with reason NOT_SERVING when it says otherwise; without
// reason when it cannot be reached; DEADLINE_EXCEEDED when it does not answer in time. Asks once.
absl::Status CheckHealth(const std::shared_ptr<grpc::Channel>& channel, absl::Time deadline);

}  // namespace polygist::rpc
