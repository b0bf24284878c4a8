// Runs unary calls: one, or many at a time, with deadline, cancellation and retries. The clients
// (ingest_client.h, summary_client.h) are written on it; callers use those.
#pragma once

#include <grpcpp/client_context.h>

#include <cstddef>
#include <functional>
#include <span>
#include <utility>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "client/call_options.h"
#include "client/retry.h"

namespace polygist::client {

// Starts call number `index` with a context of its own; `done` is called once, on any thread.
using StartCall =
    std::function<void(size_t index, grpc::ClientContext* context, std::function<void(grpc::Status)> done)>;

// Makes `count` calls, at most `in_flight` at a time, and returns their statuses in order. Returns
// after the last call has ended, whatever happens. Deadline and cancellation apply to all of them
// together.
std::vector<absl::Status> RunCalls(size_t count, int in_flight, const CallOptions& options, const RetryPolicy& retry,
                                   const StartCall& start);

// One response per request, in order. `method(context, request, response, done)` is a method of the
// callback stub.
template <typename Response, typename Request, typename Method>
std::vector<absl::StatusOr<Response>> CallAll(std::span<const Request> requests, int in_flight,
                                              const CallOptions& options, const RetryPolicy& retry, Method method) {
  std::vector<Response> responses(requests.size());
  const auto start = [&](size_t index, grpc::ClientContext* context, std::function<void(grpc::Status)> done) {
    responses[index].Clear();
    method(context, &requests[index], &responses[index], std::move(done));
  };
  const std::vector<absl::Status> statuses = RunCalls(requests.size(), in_flight, options, retry, start);
  std::vector<absl::StatusOr<Response>> results;
  results.reserve(requests.size());
  for (size_t i = 0; i < requests.size(); ++i) {
    if (statuses[i].ok()) {
      results.emplace_back(std::move(responses[i]));
    } else {
      results.emplace_back(statuses[i]);
    }
  }
  return results;
}

template <typename Response, typename Request, typename Method>
absl::StatusOr<Response> CallOne(const Request& request, const CallOptions& options, const RetryPolicy& retry,
                                 Method method) {
  return std::move(CallAll<Response>(std::span<const Request>(&request, 1), 1, options, retry, method).front());
}

}  // namespace polygist::client
