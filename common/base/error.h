// An absl::Status with a stable reason and facts for machines.
//
//   return Error(absl::StatusCode::kInvalidArgument, "TEXT_TOO_LONG",
//                "The text is longer than the service accepts. Split it or raise --max-text-bytes.",
//                {{"field", "content"}, {"limit_bytes", absl::StrCat(limit)}});
//
// At the wire the reason becomes google.rpc.ErrorInfo, and the fact "field" a google.rpc.BadRequest
// field violation (common/rpc/status_conversion.h). Messages never carry SQL, paths or article text.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "absl/status/status.h"

namespace polygist {

using ErrorFacts = std::map<std::string, std::string>;

// `reason` is UPPER_SNAKE_CASE and never changes once released.
absl::Status Error(absl::StatusCode code, std::string_view reason, std::string_view message,
                   const ErrorFacts& facts = {});

// INVALID_ARGUMENT naming the offending request field, in proto field-path form ("content.bytes").
absl::Status InvalidField(std::string_view field, std::string_view reason, std::string_view message);

// The reason given to Error(), or "" when the status carries none.
std::string ReasonOf(const absl::Status& status);

// The facts given to Error(); empty when the status carries none.
ErrorFacts FactsOf(const absl::Status& status);

}  // namespace polygist
