#include "client/commands/line_fields.h"

#include "absl/strings/str_cat.h"
#include "common/base/error.h"
#include "common/base/strings.h"

namespace polygist::client {

absl::Status WrongField(const std::string& field, std::string_view expected) {
  return InvalidField(field, "LINE_FIELD_WRONG",
                      absl::StrCat("The field '", field, "' must be ", ToAbsl(expected), "."));
}

absl::StatusOr<std::string> OptionalText(const Json& object, const std::string& field) {
  const auto found = object.find(field);
  if (found == object.end() || found->is_null()) return std::string();
  if (!found->is_string()) return WrongField(field, "a string");
  return found->get<std::string>();
}

absl::StatusOr<std::string> RequiredText(const Json& object, const std::string& field) {
  if (!object.contains(field)) {
    return InvalidField(field, "LINE_FIELD_MISSING", absl::StrCat("The field '", field, "' is missing."));
  }
  return OptionalText(object, field);
}

absl::StatusOr<bool> OptionalFlag(const Json& object, const std::string& field) {
  const auto found = object.find(field);
  if (found == object.end() || found->is_null()) return false;
  if (!found->is_boolean()) return WrongField(field, "true or false");
  return found->get<bool>();
}

}  // namespace polygist::client
