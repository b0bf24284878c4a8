#include "common/rpc/transport_security.h"

#include <fstream>
#include <iterator>

#include "absl/status/status.h"
#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"

namespace polygist::rpc {
namespace {

absl::Status Unusable(const std::string& what) {
  return Error(absl::StatusCode::kInvalidArgument, "TLS_FILE_UNUSABLE", what);
}

// The file that `option` names, "" for none; `kind` ends the title of one of its PEM blocks.
absl::StatusOr<std::string> ReadPem(const std::string& option, const std::string& path, const std::string& kind) {
  if (path.empty()) return "";
  std::ifstream file(path, std::ios::binary);
  const std::string pem{std::istreambuf_iterator<char>(file), {}};
  if (!file) return Unusable(absl::StrCat(option, ": ", path, " cannot be read."));
  if (pem.find(kind + "-----") == std::string::npos) {
    return Unusable(absl::StrCat(option, ": ", path, " holds no PEM block \"", kind, "\"."));
  }
  return pem;
}

absl::StatusOr<grpc::SslServerCredentialsOptions::PemKeyCertPair> ReadOwn(const TlsFiles& files) {
  if (files.certificate.empty() != files.key.empty()) {
    return Unusable("--tls-cert and --tls-key go together: give both or none.");
  }
  ASSIGN_OR_RETURN(std::string certificate, ReadPem("--tls-cert", files.certificate, "CERTIFICATE"));
  ASSIGN_OR_RETURN(std::string key, ReadPem("--tls-key", files.key, "PRIVATE KEY"));
  return grpc::SslServerCredentialsOptions::PemKeyCertPair{std::move(key), std::move(certificate)};
}

}  // namespace

void AddTlsOptions(CLI::App& app, TlsFiles& files) {
  app.add_option("--tls-cert", files.certificate, "PEM file: the certificate to show, with its chain")
      ->envname("POLYGIST_TLS_CERT");
  app.add_option("--tls-key", files.key, "PEM file: its private key")->envname("POLYGIST_TLS_KEY");
  app.add_option("--tls-ca", files.authority, "PEM file: who signs for the servers to call; none: unencrypted calls")
      ->envname("POLYGIST_TLS_CA");
}

absl::StatusOr<std::shared_ptr<grpc::ServerCredentials>> MakeServerCredentials(const TlsFiles& files) {
  ASSIGN_OR_RETURN(auto own, ReadOwn(files));
  ASSIGN_OR_RETURN(std::string callers, ReadPem("--tls-client-ca", files.client_authority, "CERTIFICATE"));
  if (own.cert_chain.empty()) {
    if (!callers.empty()) return Unusable("--tls-client-ca needs --tls-cert and --tls-key: callers ask for them, too.");
    return grpc::InsecureServerCredentials();
  }
  grpc::SslServerCredentialsOptions options(callers.empty()
                                                ? GRPC_SSL_DONT_REQUEST_CLIENT_CERTIFICATE
                                                : GRPC_SSL_REQUEST_AND_REQUIRE_CLIENT_CERTIFICATE_AND_VERIFY);
  options.pem_root_certs = std::move(callers);
  options.pem_key_cert_pairs.push_back(std::move(own));
  return grpc::SslServerCredentials(options);
}

absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> MakeChannelCredentials(const TlsFiles& files) {
  ASSIGN_OR_RETURN(auto own, ReadOwn(files));
  ASSIGN_OR_RETURN(std::string authority, ReadPem("--tls-ca", files.authority, "CERTIFICATE"));
  if (authority.empty()) {
    if (!own.cert_chain.empty()) {
      return Unusable("--tls-cert needs --tls-ca to call servers: the file of those who sign for them.");
    }
    return grpc::InsecureChannelCredentials();
  }
  return grpc::SslCredentials({std::move(authority), std::move(own.private_key), std::move(own.cert_chain)});
}

}  // namespace polygist::rpc
