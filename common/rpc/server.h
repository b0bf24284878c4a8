// A gRPC server with health checking and reflection, and its life from start to drain.
#pragma once

#include <grpcpp/impl/service_type.h>
#include <grpcpp/security/server_credentials.h>
#include <grpcpp/server.h>

#include <memory>
#include <string>
#include <vector>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "absl/time/time.h"
#include "common/rpc/active_calls.h"

namespace polygist::rpc {

// Largest message a server receives and a client accepts, in bytes.
inline constexpr int kMaxMessageBytes = 64 << 20;

struct ServerOptions {
  std::string listen;  // "host:port"; port 0 picks a free one.
  std::shared_ptr<grpc::ServerCredentials> credentials = grpc::InsecureServerCredentials();  // transport_security.h
  absl::Duration drain = absl::Seconds(20);          // How long running calls may take after a stop signal.
  absl::Duration linger = absl::Seconds(5);          // How long their answers may then be on the way, at least.
  absl::Duration connection_age = absl::Minutes(5);  // Clients reconnect then, and so find new replicas.
};

class Server {
 public:
  // Listens and serves. `services` and `calls`, which counts their calls, must outlive the server. UNAVAILABLE, reason
  // ADDRESS_UNAVAILABLE, when the address cannot be listened on or the key is another certificate's.
  static absl::StatusOr<std::unique_ptr<Server>> Start(const ServerOptions& options,
                                                       const std::vector<grpc::Service*>& services, ActiveCalls& calls);

  int port() const { return port_; }

  // Reports NOT_SERVING, refuses new calls, waits until running ones are answered (at most ServerOptions::drain) and
  // their answers read (until that time is over, and at least ServerOptions::linger).
  void Drain();

 private:
  Server(std::unique_ptr<grpc::Server> server, int port, const ServerOptions& options, ActiveCalls& calls)
      : server_(std::move(server)), port_(port), options_(options), calls_(calls) {}

  std::unique_ptr<grpc::Server> server_;
  int port_;
  ServerOptions options_;
  ActiveCalls& calls_;
};

// Makes SIGTERM and SIGINT wait for WaitForStopSignal instead of ending the process. Call before any thread starts.
void BlockStopSignals();
// Returns when one of them arrives.
void WaitForStopSignal();

}  // namespace polygist::rpc
