// SQLite result codes as statuses.
#pragma once

#include "absl/status/status.h"

namespace polygist::ingest {

// The status for an (extended) SQLite result code; OK for SQLITE_OK, SQLITE_ROW and SQLITE_DONE.
//
//   UNAVAILABLE          STORE_BUSY           another process holds the database
//   UNAVAILABLE          STORE_IO_FAILED      the disk failed; the same call may work later
//   RESOURCE_EXHAUSTED   STORE_FULL           the disk is full
//   RESOURCE_EXHAUSTED   STORE_OUT_OF_MEMORY
//   DATA_LOSS            STORE_CORRUPT        not a database, or a broken one
//   FAILED_PRECONDITION  STORE_NOT_ACCESSIBLE the file cannot be opened or written
//   INVALID_ARGUMENT     ROW_TOO_LARGE        a value is larger than SQLite takes (1,000,000,000
//   bytes) INTERNAL             STORE_FAILED         anything else: our fault
//
// The fact "sqlite_code" carries the number. SQLite's own messages are left out: they quote SQL and
// paths.
absl::Status SqliteStatus(int code);

}  // namespace polygist::ingest
