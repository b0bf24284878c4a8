// The fields of a line of polygist batch.
//
// Failures are INVALID_ARGUMENT: LINE_FIELD_MISSING or LINE_FIELD_WRONG, with the fact "field".
#pragma once

#include <nlohmann/json.hpp>
#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "absl/status/statusor.h"

namespace polygist::client {

using Json = nlohmann::ordered_json;

// LINE_FIELD_WRONG. `expected`: what it must be, as in "a list".
absl::Status WrongField(const std::string& field, std::string_view expected);

// "" when the field is absent or null.
absl::StatusOr<std::string> OptionalText(const Json& object, const std::string& field);

// A field that is there; "" when it is null.
absl::StatusOr<std::string> RequiredText(const Json& object, const std::string& field);

// False when the field is absent or null.
absl::StatusOr<bool> OptionalFlag(const Json& object, const std::string& field);

}  // namespace polygist::client
