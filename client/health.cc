#include "client/health.h"

#include <grpcpp/generic/generic_stub.h>
#include <grpcpp/support/byte_buffer.h>

#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "client/unary_calls.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"

namespace polygist::client {
namespace {

constexpr char kMethod[] = "/grpc.health.v1.Health/Check";
// HealthCheckResponse{status: SERVING}: field 1, varint, value 1. The packages ship no
// health.proto, and one enum field is not worth generated code.
constexpr char kServing[] = "\x08\x01";

std::string BytesOf(const grpc::ByteBuffer& buffer) {
  std::vector<grpc::Slice> slices;
  if (!buffer.Dump(&slices).ok()) return "";
  std::string bytes;
  for (const grpc::Slice& slice : slices) {
    bytes.append(reinterpret_cast<const char*>(slice.begin()), slice.size());
  }
  return bytes;
}

}  // namespace

absl::Status CheckHealth(const std::shared_ptr<grpc::Channel>& channel,
                         const CallOptions& options) {
  grpc::GenericStub stub(channel);
  const grpc::Slice empty_message("", 0);  // HealthCheckRequest{}: the server as a whole.
  const grpc::ByteBuffer request(&empty_message, 1);
  const auto method = [&stub](grpc::ClientContext* context, const grpc::ByteBuffer* request,
                              grpc::ByteBuffer* response, std::function<void(grpc::Status)> done) {
    stub.UnaryCall(context, kMethod, grpc::StubOptions(), request, response, std::move(done));
  };
  ASSIGN_OR_RETURN(const grpc::ByteBuffer response,
                   CallOne<grpc::ByteBuffer>(request, options, RetryPolicy::Never(), method));
  if (BytesOf(response) == kServing) return absl::OkStatus();
  return Error(absl::StatusCode::kUnavailable, "NOT_SERVING",
               "The service runs and is not ready to serve (it starts or stops).");
}

}  // namespace polygist::client
