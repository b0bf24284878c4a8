// SQLSTATE codes as statuses (PostgreSQL manual, appendix "PostgreSQL Error Codes").
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace polygist::ingest {

// The status for an SQLSTATE that a server answered with; empty: it did not answer, or the connection broke.
//
//   UNAVAILABLE          STORE_BUSY           locks, deadlocks, too many connections; the same call may work later
//   UNAVAILABLE          STORE_IO_FAILED      the server is down, starting, stopping or a read-only standby
//   RESOURCE_EXHAUSTED   STORE_FULL           the server's disk is full
//   RESOURCE_EXHAUSTED   STORE_OUT_OF_MEMORY
//   DATA_LOSS            STORE_CORRUPT
//   FAILED_PRECONDITION  STORE_NOT_ACCESSIBLE password, role, database or privilege
//   INVALID_ARGUMENT     ROW_TOO_LARGE, ROW_TEXT_INVALID
//   INTERNAL             STORE_FAILED         anything else: our fault
//
// The fact "sqlstate" carries the code. The server's own messages are left out: they quote SQL and values.
absl::Status PostgresStatus(std::string_view sqlstate);

// The first SQLSTATE in a verbose message of libpq ("FATAL:  28P01: password authentication failed"); empty when there
// is none.
std::string SqlstateIn(std::string_view message);

// The SQLSTATE of a status made by PostgresStatus; empty when it has none.
std::string SqlstateOf(const absl::Status& status);

// Keeps what libpq says of a failed connection (hosts, roles, certificates; never a password) for the operator who
// starts the service: it is not part of the message, and never goes to callers.
absl::Status WithCause(absl::Status status, std::string_view cause);
std::string CauseOf(const absl::Status& status);  // The first line; empty when there is none.

// The server rolled the transaction back because of others: the same transaction may succeed now.
bool IsRolledBackByConflict(const absl::Status& status);

// The server can serve neither this nor any later statement on the connection.
bool EndsConnection(std::string_view sqlstate);

}  // namespace polygist::ingest
