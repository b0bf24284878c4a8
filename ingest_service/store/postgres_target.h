// Which PostgreSQL server and database a URI means, and how it may be shown.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/statusor.h"
#include "absl/time/time.h"

namespace polygist::ingest {

struct PostgresTarget {
  std::string uri;      // As given: may hold a password, so it is never shown.
  std::string display;  // "postgresql://user@host:port/database", without password and options; for messages.
  int hosts = 1;
  absl::Duration host_timeout;  // For connecting to one of them: the URI's `connect_timeout` (seconds), or 5 seconds.
};

// A URI as libpq reads it: several hosts, `sslmode`, `passfile` and all other parameters included.
// INVALID_ARGUMENT, reason STORE_URI_INVALID. The message does not repeat the URI.
absl::StatusOr<PostgresTarget> ParsePostgresUri(std::string_view uri);

}  // namespace polygist::ingest
