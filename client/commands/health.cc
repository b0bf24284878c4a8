// polygist health: whether both services serve, and which versions they are.
#include "common/rpc/health.h"

#include <nlohmann/json.hpp>
#include <ostream>

#include "client/channel.h"
#include "client/commands/session.h"

namespace polygist::client {
namespace {

struct ServiceHealth {
  std::string name;
  std::string address;
  std::string version;
  absl::Status status;
};

// A service is healthy when it says so and answers.
template <typename Client, typename Version>
ServiceHealth Ask(const Session& session, const std::string& name, const std::string& address, const Client& client,
                  Version version_of) {
  ServiceHealth health{name, address, "",
                       rpc::CheckHealth(OpenChannel(address, session.credentials), HealthCallNow(session).deadline)};
  if (!health.status.ok()) return health;
  const auto capabilities = client.GetCapabilities(HealthCallNow(session));
  health.status = capabilities.status();
  if (capabilities.ok()) health.version = version_of(*capabilities);
  return health;
}

void Print(const Session& session, const std::vector<ServiceHealth>& services) {
  nlohmann::ordered_json json;
  for (const ServiceHealth& service : services) {
    const std::string state = service.status.ok() ? "serving" : "unavailable";
    json[service.name] = {{"address", service.address}, {"state", state}, {"version", service.version}};
    if (!session.json) {
      session.out << service.name << "  " << service.address << "  " << state << "  " << service.version << "\n";
    }
  }
  if (session.json) session.out << json.dump(1) << "\n";
}

int RunHealth(const Session& session) {
  const std::vector<ServiceHealth> services = {
      Ask(session, "ingest_service", session.ingest_address, OpenIngest(session),
          [](const ingest::v1::Capabilities& it) { return it.normalizer_version(); }),
      Ask(session, "summary_service", session.summary_address, OpenSummary(session),
          [](const summary::v1::Capabilities& it) { return it.versions().engine(); })};
  Print(session, services);
  int exit_code = kExitOk;
  for (const ServiceHealth& service : services) {
    if (!service.status.ok()) exit_code = Fail(session, service.status, service.name);
  }
  return exit_code;
}

}  // namespace

void AddHealthCommand(CLI::App& app, Run& run) {
  CLI::App& verb = *app.add_subcommand("health", "Ask both services whether they serve");
  verb.callback([&run] { run = RunHealth; });
}

}  // namespace polygist::client
