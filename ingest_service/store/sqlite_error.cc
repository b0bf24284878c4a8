#include "ingest_service/store/sqlite_error.h"

#include <sqlite3.h>

#include <string>
#include <string_view>

#include "common/base/error.h"

namespace polygist::ingest {
namespace {

struct Mapping {
  absl::StatusCode code;
  std::string_view reason;
  std::string_view message;
};

constexpr Mapping kBusy = {absl::StatusCode::kUnavailable, "STORE_BUSY",
                           "The article store is in use by another process. Try again."};
constexpr Mapping kIoFailed = {absl::StatusCode::kUnavailable, "STORE_IO_FAILED",
                               "The disk of the article store failed. Try again; if it stays, "
                               "check the disk."};
constexpr Mapping kFull = {absl::StatusCode::kResourceExhausted, "STORE_FULL",
                           "The disk of the article store is full. Free space on it."};
constexpr Mapping kOutOfMemory = {absl::StatusCode::kResourceExhausted, "STORE_OUT_OF_MEMORY",
                                  "The article store ran out of memory. Try again later."};
constexpr Mapping kCorrupt = {absl::StatusCode::kDataLoss, "STORE_CORRUPT",
                              "The article store is damaged. Restore it from a backup."};
constexpr Mapping kNotAccessible = {absl::StatusCode::kFailedPrecondition, "STORE_NOT_ACCESSIBLE",
                                    "The article store's file cannot be opened or written. Check "
                                    "that its directory exists and its permissions."};
constexpr Mapping kTooLarge = {absl::StatusCode::kInvalidArgument, "ROW_TOO_LARGE",
                               "The article is larger than the store accepts. Split it."};
constexpr Mapping kFailed = {absl::StatusCode::kInternal, "STORE_FAILED", "The article store failed unexpectedly."};

const Mapping& MappingOf(int code) {
  if (code == SQLITE_IOERR_NOMEM) return kOutOfMemory;
  if (code == SQLITE_IOERR_CORRUPTFS) return kCorrupt;
  switch (code & 0xff) {  // The primary code.
    case SQLITE_BUSY:
    case SQLITE_LOCKED:
    case SQLITE_PROTOCOL:
      return kBusy;
    case SQLITE_IOERR:
      return kIoFailed;
    case SQLITE_FULL:
      return kFull;
    case SQLITE_NOMEM:
      return kOutOfMemory;
    case SQLITE_CORRUPT:
    case SQLITE_NOTADB:
      return kCorrupt;
    case SQLITE_READONLY:
    case SQLITE_CANTOPEN:
    case SQLITE_PERM:
      return kNotAccessible;
    case SQLITE_TOOBIG:
      return kTooLarge;
    default:
      return kFailed;
  }
}

}  // namespace

absl::Status SqliteStatus(int code) {
  if (code == SQLITE_OK || code == SQLITE_ROW || code == SQLITE_DONE) return absl::OkStatus();
  const Mapping& mapping = MappingOf(code);
  return Error(mapping.code, mapping.reason, mapping.message, {{"sqlite_code", std::to_string(code)}});
}

}  // namespace polygist::ingest
