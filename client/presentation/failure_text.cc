#include "client/presentation/failure_text.h"

#include <vector>

#include "absl/strings/str_cat.h"
#include "absl/strings/str_join.h"
#include "client/input/usage_error.h"
#include "common/base/error.h"
#include "common/base/strings.h"

namespace polygist::client {
namespace {

// Reason, field and other facts in parentheses; "" when there are none.
std::string FactsText(const absl::Status& status) {
  std::vector<std::string> parts;
  if (const std::string reason = ReasonOf(status); !reason.empty()) {
    parts.push_back(reason);
  } else {
    parts.push_back(absl::StatusCodeToString(status.code()));
  }
  for (const auto& [key, value] : FactsOf(status)) {
    parts.push_back(absl::StrCat(key, " ", value));
  }
  return absl::StrCat(" (", absl::StrJoin(parts, ", "), ")");
}

const char* Advice(const absl::Status& status) {
  switch (status.code()) {
    case absl::StatusCode::kInvalidArgument:
    case absl::StatusCode::kOutOfRange:
      return "Correct this and run the command again.";
    case absl::StatusCode::kFailedPrecondition:
      return "Do that first, then run the command again.";
    case absl::StatusCode::kNotFound:
      return "'polygist list' shows what is stored; --collection chooses another collection.";
    case absl::StatusCode::kAborted:
      return "It changed in between: look at it again with 'polygist get', then decide again.";
    case absl::StatusCode::kUnavailable:
      if (ReasonOf(status).starts_with("STORE_")) return "The service runs, its store does not: see to that first.";
      return "Start the services with deploy/local.sh up, or say where they are with --ingest and "
             "--summary (POLYGIST_INGEST_ADDRESS, POLYGIST_SUMMARY_ADDRESS). Encrypted ones need --tls-ca.";
    case absl::StatusCode::kDeadlineExceeded:
      return "Allow more time with --timeout, or send less at once.";
    case absl::StatusCode::kResourceExhausted:
      return "The service is busy or the request too large: wait and try again, or send less at "
             "once.";
    case absl::StatusCode::kCancelled:
      return "Run the command again.";
    case absl::StatusCode::kDataLoss:
      return "Stored bytes are broken: restore the store from a backup.";
    case absl::StatusCode::kUnimplemented:
      return "The service is older than this program: bring both to one version.";
    default:
      return "This is a fault of the service: its log tells more.";
  }
}

}  // namespace

ExitCode ExitCodeOf(const absl::Status& status) {
  if (IsUsageError(status)) return kExitUsage;
  switch (status.code()) {
    case absl::StatusCode::kOk:
      return kExitOk;
    case absl::StatusCode::kUnavailable:
    case absl::StatusCode::kDeadlineExceeded:
    case absl::StatusCode::kResourceExhausted:
    case absl::StatusCode::kCancelled:
      return kExitUnavailable;
    default:
      return kExitRejected;
  }
}

ExitCode ExitCodeOf(int failed, int total, const absl::Status& first_failure) {
  if (failed == 0) return kExitOk;
  return failed < total ? kExitSomeFailed : ExitCodeOf(first_failure);
}

std::string FailureText(const absl::Status& status, std::string_view subject) {
  std::string text = "polygist: ";
  if (!subject.empty()) absl::StrAppend(&text, ToAbsl(subject), ": ");
  absl::StrAppend(&text, status.message(), FactsText(status), "\n  ", Advice(status), "\n");
  return text;
}

}  // namespace polygist::client
