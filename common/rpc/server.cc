#include "common/rpc/server.h"

#include <grpcpp/ext/proto_server_reflection_plugin.h>
#include <grpcpp/health_check_service_interface.h>
#include <grpcpp/server_builder.h>
#include <pthread.h>
#include <signal.h>

#include <algorithm>
#include <utility>

#include "absl/time/clock.h"
#include "common/base/error.h"

namespace polygist::rpc {
namespace {

sigset_t StopSignals() {
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  return signals;
}

}  // namespace

absl::StatusOr<std::unique_ptr<Server>> Server::Start(const ServerOptions& options,
                                                      const std::vector<grpc::Service*>& services, ActiveCalls& calls) {
  grpc::EnableDefaultHealthCheckService(true);
  grpc::reflection::InitProtoReflectionServerBuilderPlugin();
  grpc::ServerBuilder builder;
  int port = 0;
  builder.AddListeningPort(options.listen, options.credentials, &port);
  // Without this a second server on the same port would silently share its calls.
  builder.AddChannelArgument(GRPC_ARG_ALLOW_REUSEPORT, 0);
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_MS,
                             static_cast<int>(absl::ToInt64Milliseconds(options.connection_age)));
  builder.AddChannelArgument(GRPC_ARG_MAX_CONNECTION_AGE_GRACE_MS,
                             static_cast<int>(absl::ToInt64Milliseconds(options.connection_age)));
  builder.SetMaxReceiveMessageSize(kMaxMessageBytes);
  builder.SetMaxSendMessageSize(kMaxMessageBytes);
  for (grpc::Service* service : services) builder.RegisterService(service);
  std::unique_ptr<grpc::Server> server = builder.BuildAndStart();
  if (server == nullptr || port == 0) {
    return Error(absl::StatusCode::kUnavailable, "ADDRESS_UNAVAILABLE",
                 "Cannot listen on " + options.listen +
                     ". Is another server running there? Choose another address with --listen. With --tls-cert: is "
                     "--tls-key the key of that certificate?");
  }
  return std::unique_ptr<Server>(new Server(std::move(server), port, options, calls));
}

void Server::Drain() {
  if (auto* health = server_->GetHealthCheckService()) health->SetServingStatus(false);
  const absl::Time deadline = absl::Now() + options_.drain;
  calls_.CloseAndWait(deadline);
  // gRPC ends a connection with GOAWAY and a ping, and closes it when the ping is answered and no call is left. The
  // answer to a ping that follows the last call's bytes shows that the peer has read them; with the ping ahead of them
  // the socket would be closed as soon as the kernel has them, and a peer that reads slowly would lose them.
  server_->Shutdown(absl::ToChronoTime(std::max(deadline, absl::Now() + options_.linger)));
  server_->Wait();
}

void BlockStopSignals() {
  const sigset_t signals = StopSignals();
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
}

void WaitForStopSignal() {
  const sigset_t signals = StopSignals();
  int received = 0;
  sigwait(&signals, &received);
}

}  // namespace polygist::rpc
