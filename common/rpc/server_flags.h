// Options both servers share: command line, environment and file, through CLI11.
#pragma once

#include <CLI/CLI.hpp>
#include <string>

#include "absl/status/status.h"
#include "common/rpc/server.h"
#include "common/rpc/transport_security.h"
#include "common/rpc/work_pool.h"

namespace polygist::rpc {

struct ServerFlags {
  std::string listen;
  int threads = 0;
  int queue_limit = 1024;
  int drain_seconds = 20;
  TlsFiles tls;
  bool healthcheck = false;
};

// Adds the shared options to `app`. `address_variable` is the environment variable that --listen defaults to.
void AddServerFlags(CLI::App& app, const std::string& default_address, const std::string& address_variable,
                    ServerFlags& flags);

// Errors as MakeServerCredentials.
absl::StatusOr<ServerOptions> ToServerOptions(const ServerFlags& flags);
WorkPoolOptions ToWorkPoolOptions(const ServerFlags& flags);

// What --healthcheck does: asks the server at --listen and returns the exit code, 0 when it is serving. Of a server
// with a certificate it needs --tls-ca, and the certificate must hold the address.
int RunHealthcheck(const ServerFlags& flags);

}  // namespace polygist::rpc
