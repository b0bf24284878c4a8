#include "ingest_service/store/postgres_target.h"

#include <libpq-fe.h>

#include <algorithm>
#include <map>
#include <memory>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/numbers.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/base/error.h"

namespace polygist::ingest {
namespace {

constexpr int kDefaultConnectSeconds = 5;

using Options = std::map<std::string, std::string>;  // Those that the URI gives.

// libpq's own message quotes parts of the URI, which may be parts of the password.
absl::Status Unreadable() {
  return Error(absl::StatusCode::kInvalidArgument, "STORE_URI_INVALID",
               "The store's URI cannot be read. Write postgresql://USER@HOST:PORT/DATABASE, with %-escapes for special "
               "characters in each part, and only parameters that libpq knows.",
               {{"field", "store"}});
}

absl::StatusOr<Options> ParseOptions(const std::string& uri) {
  const std::unique_ptr<PQconninfoOption, decltype(&PQconninfoFree)> parsed(PQconninfoParse(uri.c_str(), nullptr),
                                                                            &PQconninfoFree);
  if (parsed == nullptr) return Unreadable();
  Options options;
  for (const PQconninfoOption* option = parsed.get(); option->keyword != nullptr; ++option) {
    if (option->val != nullptr) options[option->keyword] = option->val;
  }
  // The end of a password with an "@" of its own is taken for a host, which messages would show.
  if (const auto host = options.find("host"); host != options.end() && absl::StrContains(host->second, '@')) {
    return Unreadable();
  }
  return options;
}

// "host:port" of each host.
std::vector<std::string> HostsOf(const Options& options) {
  const auto list = [&](const char* keyword) -> std::vector<std::string> {
    const auto option = options.find(keyword);
    return option == options.end() ? std::vector<std::string>() : absl::StrSplit(option->second, ',');
  };
  std::vector<std::string> hosts = list(options.contains("host") ? "host" : "hostaddr");
  const std::vector<std::string> ports = list("port");
  for (size_t i = 0; i < hosts.size() && !ports.empty(); ++i) {
    const std::string& port = ports[std::min(i, ports.size() - 1)];
    if (!port.empty()) absl::StrAppend(&hosts[i], ":", port);
  }
  return hosts;
}

std::string Display(const Options& options, const std::vector<std::string>& hosts) {
  std::string display = "postgresql://";
  if (const auto user = options.find("user"); user != options.end()) absl::StrAppend(&display, user->second, "@");
  for (size_t i = 0; i < hosts.size(); ++i) absl::StrAppend(&display, i == 0 ? "" : ",", hosts[i]);
  if (const auto name = options.find("dbname"); name != options.end()) absl::StrAppend(&display, "/", name->second);
  return display;
}

}  // namespace

absl::StatusOr<PostgresTarget> ParsePostgresUri(std::string_view uri) {
  PostgresTarget target{.uri = std::string(uri)};
  absl::StatusOr<Options> options = ParseOptions(target.uri);
  if (!options.ok()) return options.status();
  const std::vector<std::string> hosts = HostsOf(*options);
  target.display = Display(*options, hosts);
  int seconds = 0;
  const bool given = options->contains("connect_timeout") && absl::SimpleAtoi((*options)["connect_timeout"], &seconds);
  if (!given || seconds <= 0) seconds = kDefaultConnectSeconds;
  target.host_timeout = absl::Seconds(seconds);
  target.hosts = std::max(1, static_cast<int>(hosts.size()));
  return target;
}

}  // namespace polygist::ingest
