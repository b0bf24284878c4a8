// absl::Status to and from the wire, as AIP-193 wants it.
//
// The reason of an Error() (common/base/error.h) becomes google.rpc.ErrorInfo with domain "polygist"; the
// fact "field" becomes a google.rpc.BadRequest violation described by the message; the fact
// "retry_delay_ms" becomes google.rpc.RetryInfo; every other fact becomes an entry of
// ErrorInfo.metadata. The way back restores the same reason and facts, so FromGrpc(ToGrpc(s)) == s for
// every status made by Error().
//
// Pure; safe to call from any thread.
#pragma once

#include <grpcpp/support/status.h>

#include "absl/status/status.h"
#include "google/rpc/status.pb.h"

namespace polygist::rpc {

// As it is sent inside a stream. Texts longer than 2,000 bytes are cut, since the same details also
// travel in trailing metadata, whose size peers limit.
google::rpc::Status ToRpcStatus(const absl::Status& status);
absl::Status FromRpcStatus(const google::rpc::Status& status);

// As it ends a call; the details are a serialized google.rpc.Status ("grpc-status-details-bin").
grpc::Status ToGrpc(const absl::Status& status);
// Details of others (no google.rpc.Status, or another domain) are not an error: code and message remain.
absl::Status FromGrpc(const grpc::Status& status);

}  // namespace polygist::rpc
