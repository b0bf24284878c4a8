// Matchers for absl::Status and absl::StatusOr.
//
//   EXPECT_THAT(status, StatusIs(absl::StatusCode::kInvalidArgument, "TEXT_TOO_LONG"));
//   EXPECT_THAT(FieldOf(status), "content.bytes");
#pragma once

#include <gmock/gmock.h>

#include <string>

#include "absl/status/status.h"
#include "absl/status/statusor.h"
#include "common/base/error.h"

namespace polygist::testing {

inline const absl::Status& ToStatus(const absl::Status& status) { return status; }
template <typename T>
const absl::Status& ToStatus(const absl::StatusOr<T>& status_or) {
  return status_or.status();
}

MATCHER_P2(StatusIs, code, reason, "") {
  const absl::Status& status = ToStatus(arg);
  *result_listener << "which is " << status.ToString();
  return status.code() == code && ReasonOf(status) == reason;
}

MATCHER(IsOk, "") {
  const absl::Status& status = ToStatus(arg);
  *result_listener << "which is " << status.ToString();
  return status.ok();
}

// The request field that an error names; empty when it names none.
template <typename StatusLike>
std::string FieldOf(const StatusLike& status) {
  const ErrorFacts facts = FactsOf(ToStatus(status));
  const auto field = facts.find("field");
  return field == facts.end() ? "" : field->second;
}

}  // namespace polygist::testing
