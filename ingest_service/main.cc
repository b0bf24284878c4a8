// ingest_service: raw articles in, clean articles out, stored.
#include <CLI/CLI.hpp>
#include <cstdio>
#include <memory>
#include <string>

#include "common/rpc/server.h"
#include "common/rpc/server_flags.h"
#include "common/rpc/work_pool.h"
#include "common/telemetry/log.h"
#include "ingest_service/api/ingest_service.h"
#include "ingest_service/identify/language.h"
#include "ingest_service/store/open_store.h"

namespace polygist::ingest {
namespace {

constexpr int64_t kLargestMaxContentBytes = 48 << 20;  // Leaves a message room for everything else.

int Fail(const absl::Status& status) {
  std::fprintf(stderr, "ingest_service: %s\n", std::string(status.message()).c_str());
  return 1;
}

int Serve(const rpc::ServerFlags& flags, const std::string& store_uri, const IngestOptions& options) {
  rpc::BlockStopSignals();
  const auto server_options = rpc::ToServerOptions(flags);
  if (!server_options.ok()) return Fail(server_options.status());
  auto store = OpenStore(store_uri, {});
  if (!store.ok()) return Fail(store.status());
  rpc::WorkPool pool(rpc::ToWorkPoolOptions(flags));
  IngestServiceImpl service(**store, pool, LanguageModels::Load(), options);
  const auto server = rpc::Server::Start(*server_options, {&service}, pool.calls());
  if (!server.ok()) return Fail(server.status());
  telemetry::Log("server.started", {{"service", "ingest"}, {"port", int64_t{(*server)->port()}}});
  rpc::WaitForStopSignal();
  (*server)->Drain();
  telemetry::Log("server.stopped", {{"service", "ingest"}});
  return 0;
}

int Main(int argc, char** argv) {
  CLI::App app("Takes raw articles, normalizes and keeps them (polygist.ingest.v1.IngestService).");
  rpc::ServerFlags flags;
  IngestOptions options;
  std::string store_uri = "sqlite:polygist.db";
  rpc::AddServerFlags(app, "127.0.0.1:7701", "POLYGIST_INGEST_ADDRESS", flags);
  app.add_option("--store", store_uri,
                 "Where articles are kept: sqlite:PATH, postgresql://USER@HOST/DATABASE or memory:")
      ->envname("POLYGIST_STORE")
      ->capture_default_str();
  app.add_option("--max-content-bytes", options.max_content_bytes, "Largest article accepted")
      ->envname("POLYGIST_MAX_CONTENT_BYTES")
      ->check(CLI::Range(int64_t{1}, kLargestMaxContentBytes))
      ->capture_default_str();
  app.add_option("--stream-window", options.stream_window, "Items of one stream worked on at a time")
      ->envname("POLYGIST_STREAM_WINDOW")
      ->check(CLI::Range(1, 10000))
      ->capture_default_str();
  CLI11_PARSE(app, argc, argv);
  return flags.healthcheck ? rpc::RunHealthcheck(flags) : Serve(flags, store_uri, options);
}

}  // namespace
}  // namespace polygist::ingest

int main(int argc, char** argv) { return polygist::ingest::Main(argc, argv); }
