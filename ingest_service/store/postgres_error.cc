#include "ingest_service/store/postgres_error.h"

#include <algorithm>
#include <array>

#include "absl/strings/ascii.h"
#include "absl/strings/cord.h"
#include "common/base/error.h"

namespace polygist::ingest {
namespace {

struct Mapping {
  std::string_view prefix;  // Of the SQLSTATE: a class or a whole code.
  absl::StatusCode code;
  std::string_view reason;
  std::string_view message;
};

constexpr auto kUnavailable = absl::StatusCode::kUnavailable;
constexpr auto kExhausted = absl::StatusCode::kResourceExhausted;
constexpr auto kInvalid = absl::StatusCode::kInvalidArgument;
constexpr auto kPrecondition = absl::StatusCode::kFailedPrecondition;

constexpr std::string_view kBusy = "The article store is busy. Try again.";
constexpr std::string_view kNoServer =
    "The server of the article store cannot be reached or does not take writes now. Try again; if it stays, check the "
    "server.";
constexpr std::string_view kNotAccessible =
    "The server of the article store refuses access. Check user, password and database, and that the user may create "
    "and write tables there.";
constexpr std::string_view kTooLarge = "The article is larger than the store accepts. Split it.";

// The first that fits counts.
constexpr std::array kMappings = {
    Mapping{"40", kUnavailable, "STORE_BUSY", kBusy},     // Serialization failure, deadlock.
    Mapping{"55P03", kUnavailable, "STORE_BUSY", kBusy},  // Lock timeout.
    Mapping{"57014", kUnavailable, "STORE_BUSY", kBusy},  // Query cancelled, statement timeout.
    Mapping{"53300", kUnavailable, "STORE_BUSY",
            "The server of the article store has no connection left. Try again; if it stays, raise its "
            "max_connections."},
    Mapping{"53100", kExhausted, "STORE_FULL", "The disk of the article store is full. Free space on it."},
    Mapping{"53200", kExhausted, "STORE_OUT_OF_MEMORY", "The article store ran out of memory. Try again later."},
    Mapping{"53", kUnavailable, "STORE_BUSY", kBusy},
    Mapping{"08", kUnavailable, "STORE_IO_FAILED", kNoServer},
    Mapping{"57P", kUnavailable, "STORE_IO_FAILED", kNoServer},     // Shutdown, crash, start-up.
    Mapping{"25006", kUnavailable, "STORE_IO_FAILED", kNoServer},   // A standby: read-only.
    Mapping{"25P03", kUnavailable, "STORE_IO_FAILED", kNoServer},   // Idle for too long in a transaction.
    Mapping{"58", kUnavailable, "STORE_IO_FAILED", kNoServer},      // The server's disk.
    Mapping{"XX001", absl::StatusCode::kDataLoss, "STORE_CORRUPT",  // Data corrupted.
            "The article store is damaged. Restore it from a backup."},
    Mapping{"XX002", absl::StatusCode::kDataLoss, "STORE_CORRUPT",  // Index corrupted.
            "The article store is damaged. Rebuild its indexes (REINDEX), or restore it from a backup."},
    Mapping{"28", kPrecondition, "STORE_NOT_ACCESSIBLE",
            "The server of the article store refuses the user or the password. Check both, the server's pg_hba.conf, "
            "and the password file (passfile=, PGPASSFILE)."},
    Mapping{
        "3D000", kPrecondition, "STORE_NOT_ACCESSIBLE",
        "The database of the article store does not exist. Create it (CREATE DATABASE ... ENCODING 'UTF8'), or name "
        "another."},
    Mapping{"3F000", kPrecondition, "STORE_NOT_ACCESSIBLE",
            "The schema of the article store does not exist. Create it, or change the search_path."},
    Mapping{"42501", kPrecondition, "STORE_NOT_ACCESSIBLE", kNotAccessible},
    Mapping{"22021", kInvalid, "ROW_TEXT_INVALID",
            "A name, an attribute or a label is not UTF-8 without NUL characters. Send text."},
    Mapping{"54", kInvalid, "ROW_TOO_LARGE", kTooLarge},
};

constexpr char kCauseUrl[] = "polygist/store-cause";

constexpr Mapping kFailed = {"", absl::StatusCode::kInternal, "STORE_FAILED", "The article store failed unexpectedly."};

const Mapping& MappingOf(std::string_view sqlstate) {
  for (const Mapping& mapping : kMappings) {
    if (sqlstate.starts_with(mapping.prefix)) return mapping;
  }
  return kFailed;
}

}  // namespace

absl::Status PostgresStatus(std::string_view sqlstate) {
  if (sqlstate.empty()) return Error(kUnavailable, "STORE_IO_FAILED", kNoServer);
  const Mapping& mapping = MappingOf(sqlstate);
  return Error(mapping.code, mapping.reason, mapping.message, {{"sqlstate", std::string(sqlstate)}});
}

std::string SqlstateIn(std::string_view message) {
  constexpr std::string_view kBefore = ":  ", kAfter = ": ";
  constexpr size_t kLength = 5;
  const auto is_code = [](unsigned char c) { return absl::ascii_isdigit(c) || absl::ascii_isupper(c); };
  for (size_t at = message.find(kBefore); at != std::string_view::npos; at = message.find(kBefore, at + 1)) {
    const std::string_view rest = message.substr(at + kBefore.size());
    const std::string_view code = rest.substr(0, kLength);
    if (std::ranges::all_of(code, is_code) && rest.substr(code.size()).starts_with(kAfter)) return std::string(code);
  }
  return "";
}

std::string SqlstateOf(const absl::Status& status) {
  const ErrorFacts facts = FactsOf(status);
  const auto sqlstate = facts.find("sqlstate");
  return sqlstate == facts.end() ? "" : sqlstate->second;
}

absl::Status WithCause(absl::Status status, std::string_view cause) {
  status.SetPayload(kCauseUrl, absl::Cord(absl::string_view(cause.data(), cause.size())));
  return status;
}

std::string CauseOf(const absl::Status& status) {
  const auto cause = status.GetPayload(kCauseUrl);
  if (!cause.has_value()) return "";
  const std::string text(*cause);
  return text.substr(0, text.find('\n'));
}

bool IsRolledBackByConflict(const absl::Status& status) {
  const std::string sqlstate = SqlstateOf(status);
  return sqlstate == "40001" || sqlstate == "40P01";
}

bool EndsConnection(std::string_view sqlstate) {
  return sqlstate.empty() || sqlstate.starts_with("08") || sqlstate.starts_with("57P") || sqlstate == "25006" ||
         sqlstate == "25P03";
}

}  // namespace polygist::ingest
