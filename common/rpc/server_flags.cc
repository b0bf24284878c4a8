#include "common/rpc/server_flags.h"

#include <grpcpp/create_channel.h>

#include <algorithm>
#include <cstdio>
#include <thread>

#include "absl/time/clock.h"
#include "common/base/address.h"
#include "common/base/status_macros.h"
#include "common/rpc/health.h"

namespace polygist::rpc {
namespace {

// Where a server that listens on every address can be reached from its own host.
std::string ReachableAddress(const std::string& listen) {
  for (const std::string any : {"0.0.0.0:", "[::]:", ":"}) {
    if (listen.rfind(any, 0) == 0) return "127.0.0.1:" + listen.substr(any.size());
  }
  return listen;
}

}  // namespace

void AddServerFlags(CLI::App& app, const std::string& default_address, const std::string& address_variable,
                    ServerFlags& flags) {
  flags.listen = default_address;
  app.set_config("--config", "", "File with options, one 'name = value' per line")->envname("POLYGIST_CONFIG");
  app.add_option("--listen", flags.listen, "Address to listen on, host:port")
      ->envname(address_variable)
      ->check(AddressProblem)
      ->capture_default_str();
  app.add_option("--threads", flags.threads, "Threads that do the work; 0: twice the processors")
      ->envname("POLYGIST_THREADS")
      ->check(CLI::Range(0, 1024))
      ->capture_default_str();
  app.add_option("--queue-limit", flags.queue_limit, "Calls that may wait for a thread")
      ->envname("POLYGIST_QUEUE_LIMIT")
      ->check(CLI::Range(1, 1000000))
      ->capture_default_str();
  app.add_option("--drain-seconds", flags.drain_seconds, "How long running calls may take after SIGTERM")
      ->envname("POLYGIST_DRAIN_SECONDS")
      ->check(CLI::Range(0, 3600))
      ->capture_default_str();
  AddTlsOptions(app, flags.tls);
  app.add_option("--tls-client-ca", flags.tls.client_authority,
                 "PEM file: callers must show a certificate that these signed; none: anyone may call")
      ->envname("POLYGIST_TLS_CLIENT_CA");
  app.add_flag("--healthcheck", flags.healthcheck, "Ask the server at --listen whether it serves; exit 0 when it does");
}

absl::StatusOr<ServerOptions> ToServerOptions(const ServerFlags& flags) {
  ServerOptions options;
  ASSIGN_OR_RETURN(options.credentials, MakeServerCredentials(flags.tls));
  options.listen = flags.listen;
  options.drain = absl::Seconds(flags.drain_seconds);
  return options;
}

WorkPoolOptions ToWorkPoolOptions(const ServerFlags& flags) {
  const int processors = static_cast<int>(std::thread::hardware_concurrency());
  return {.threads = flags.threads > 0 ? flags.threads : std::max(4, 2 * processors), .queue_limit = flags.queue_limit};
}

int RunHealthcheck(const ServerFlags& flags) {
  const std::string address = ReachableAddress(flags.listen);
  const auto credentials = MakeChannelCredentials(flags.tls);
  const absl::Status health =
      credentials.ok() ? CheckHealth(grpc::CreateChannel(address, *credentials), absl::Now() + absl::Seconds(2))
                       : credentials.status();
  if (health.ok()) return 0;
  std::fprintf(stderr, "%s: %s\n", address.c_str(), std::string(health.message()).c_str());
  return 1;
}

}  // namespace polygist::rpc
