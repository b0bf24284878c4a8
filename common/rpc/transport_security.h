// Connections encrypted by TLS, and both ends known to each other by certificates. Files are PEM and are read once:
// new ones count after a restart.
#pragma once

#include <grpcpp/security/credentials.h>
#include <grpcpp/security/server_credentials.h>

#include <CLI/CLI.hpp>
#include <memory>
#include <string>

#include "absl/status/statusor.h"

namespace polygist::rpc {

// Paths; empty for none. Without any, connections are neither encrypted nor authenticated.
struct TlsFiles {
  std::string certificate;       // What this program shows: its own certificate, then those that lead to its authority.
  std::string key;               // The private key of the certificate.
  std::string authority;         // Certificates of those whom it trusts to sign for the servers that it calls.
  std::string client_authority;  // Servers only: callers must show a certificate signed by these.
};

// --tls-cert, --tls-key and --tls-ca, with their environment variables.
void AddTlsOptions(CLI::App& app, TlsFiles& files);

// How to be called. INVALID_ARGUMENT, with the option at fault and what to do, when files do not go together, cannot be
// read or are not PEM. That a key is another certificate's shows when the server starts.
absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeServerCredentials(const TlsFiles& files);

// How to call: encrypted when there is an `authority`. A server must be called by a name or an address that its
// certificate holds. Errors as above, and for a certificate without an authority: nobody would ask to see it.
absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> MakeChannelCredentials(const TlsFiles& files);

}  // namespace polygist::rpc
