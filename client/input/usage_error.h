// Mistakes on the command line that the program finds itself.
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "common/base/error.h"

namespace polygist::client {

// INVALID_ARGUMENT with the fact "option": the option or file at fault.
inline absl::Status UsageError(std::string_view option, std::string_view reason, std::string_view message) {
  return Error(absl::StatusCode::kInvalidArgument, reason, message, {{"option", std::string(option)}});
}

inline bool IsUsageError(const absl::Status& status) { return FactsOf(status).contains("option"); }

}  // namespace polygist::client
