// summary_service: articles in, extractive summaries out.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <filesystem>
#include <optional>
#include <string>
#include <system_error>

#include "client/channel.h"
#include "common/base/address.h"
#include "common/base/status_macros.h"
#include "common/rpc/server.h"
#include "common/rpc/server_flags.h"
#include "common/rpc/work_pool.h"
#include "common/telemetry/log.h"
#include "summary_service/api/summary_service.h"
#include "summary_service/corpus/ingest_article_source.h"
#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary {
namespace {

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "summary_service: %s\n", std::string(status.message()).c_str());
  return 1;
}

// The lexicon in `folder`; none for an empty name or an empty folder, as images built without dictionaries have it.
absl::StatusOr<std::optional<Lexicon>> OpenLexicon(const std::string& folder) {
  std::error_code error;
  if (folder.empty() || std::filesystem::is_empty(folder, error)) return std::nullopt;
  ASSIGN_OR_RETURN(Lexicon lexicon, Lexicon::OpenFolder(folder));
  return lexicon;
}

// Calls are encrypted when --tls-ca is given; the certificate is shown then, too. Without it, it is for callers alone.
absl::StatusOr<std::shared_ptr<grpc::ChannelCredentials>> CredentialsForIngest(const rpc::TlsFiles& files) {
  return rpc::MakeChannelCredentials(files.authority.empty() ? rpc::TlsFiles{} : files);
}

int Serve(const rpc::ServerFlags& flags, const std::string& ingest, const std::string& lexicon_folder,
          const SummaryServiceOptions& options) {
  rpc::BlockStopSignals();
  const auto server_options = rpc::ToServerOptions(flags);
  if (!server_options.ok()) return Fail(server_options.status());
  auto ingest_credentials = CredentialsForIngest(flags.tls);
  if (!ingest_credentials.ok()) return Fail(ingest_credentials.status());
  auto lexicon = OpenLexicon(lexicon_folder);
  if (!lexicon.ok()) return Fail(lexicon.status());
  const bool has_lexicon = lexicon->has_value();
  IngestArticleSource articles(client::OpenChannel(ingest, *ingest_credentials));
  rpc::WorkPool pool(rpc::ToWorkPoolOptions(flags));
  SummaryServiceImpl service(articles, pool, *std::move(lexicon), options);
  const auto server = rpc::Server::Start(*server_options, {&service}, pool.calls());
  if (!server.ok()) return Fail(server.status());
  telemetry::Log("server.started",
                 {{"service", "summary"}, {"port", int64_t{(*server)->port()}}, {"lexicon", has_lexicon}});
  rpc::WaitForStopSignal();
  (*server)->Drain();
  telemetry::Log("server.stopped", {{"service", "summary"}});
  return 0;
}

int Main(int argc, char** argv) {
  CLI::App app("Makes extractive summaries (polygist.summary.v1.SummaryService).");
  rpc::ServerFlags flags;
  SummaryServiceOptions options;
  std::string ingest = "127.0.0.1:7701";
  std::string lexicon;
  rpc::AddServerFlags(app, "127.0.0.1:7702", "POLYGIST_SUMMARY_ADDRESS", flags);
  app.add_option("--ingest", ingest, "Address of the ingest service, host:port")
      ->envname("POLYGIST_INGEST_ADDRESS")
      ->check(AddressProblem)
      ->capture_default_str();
  app.add_option("--lexicon", lexicon, "Folder of compiled dictionaries (*.lex); none by default, or when it is empty")
      ->envname("POLYGIST_LEXICON");
  app.add_option("--max-articles", options.max_articles, "Most articles in one request")
      ->envname("POLYGIST_MAX_ARTICLES")
      ->check(CLI::Range(1, 100000))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return flags.healthcheck ? rpc::RunHealthcheck(flags) : Serve(flags, ingest, lexicon, options);
}

}  // namespace
}  // namespace polygist::summary

int main(int argc, char** argv) { return polygist::summary::Main(argc, argv); }
