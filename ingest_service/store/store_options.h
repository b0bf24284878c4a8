// What can be set about a store, whatever the backend. A backend ignores what it has no use for.
#pragma once

#include <cstdint>
#include <functional>
#include <string>

#include "absl/status/status.h"
#include "absl/time/clock.h"
#include "absl/time/time.h"

namespace polygist::ingest {

struct StoreOptions {
  // Rows that wait for the writer, in number and in bytes. A row beyond either is refused
  // (STORE_QUEUE_FULL), but a single row always fits an empty queue. Both at least 1.
  int max_queued_rows = 4096;
  int64_t max_queued_bytes = int64_t{256} << 20;

  // Rows and bytes of one commit. Past a thousand rows a group gains no more speed and only makes
  // its first row wait; past some ten megabytes the write-ahead log outgrows its usual size. Both
  // at least 1.
  int max_group_rows = 1024;
  int64_t max_group_bytes = int64_t{32} << 20;

  // Connections for reading: as many calls read at a time. Range [1, 64].
  int readers = 4;

  // How long to wait for a lock that another process holds.
  absl::Duration busy_timeout = absl::Seconds(5);

  // PostgreSQL only: how long a group of writes may take. A server that does not answer for so long (a stalled disk, a
  // standby that commits wait for) will not for a while: callers had better hear of it.
  absl::Duration commit_timeout = absl::Seconds(30);

  // Where create_time and update_time come from. Called from any thread.
  std::function<absl::Time()> now = [] { return absl::Now(); };

  // SQLite only: the name of a registered VFS that does the file work; empty: the system's.
  std::string sqlite_vfs = {};
};

// INVALID_ARGUMENT naming the option that is out of its range.
absl::Status Validate(const StoreOptions& options);

}  // namespace polygist::ingest
