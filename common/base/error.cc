#include "common/base/error.h"

#include <utility>

#include "absl/strings/cord.h"
#include "common/base/strings.h"

namespace polygist {
namespace {

constexpr char kReasonUrl[] = "polygist/reason";
constexpr char kFactUrlPrefix[] = "polygist/fact/";

}  // namespace

absl::Status Error(absl::StatusCode code, std::string_view reason, std::string_view message, const ErrorFacts& facts) {
  absl::Status status(code, ToAbsl(message));
  status.SetPayload(kReasonUrl, absl::Cord(ToAbsl(reason)));
  for (const auto& [key, value] : facts) status.SetPayload(kFactUrlPrefix + key, absl::Cord(value));
  return status;
}

absl::Status InvalidField(std::string_view field, std::string_view reason, std::string_view message) {
  return Error(absl::StatusCode::kInvalidArgument, reason, message, {{"field", std::string(field)}});
}

std::string ReasonOf(const absl::Status& status) {
  const auto payload = status.GetPayload(kReasonUrl);
  return payload.has_value() ? std::string(*payload) : std::string();
}

ErrorFacts FactsOf(const absl::Status& status) {
  constexpr std::string_view prefix = kFactUrlPrefix;
  ErrorFacts facts;
  status.ForEachPayload([&](absl::string_view url, const absl::Cord& value) {
    if (ToStd(url).substr(0, prefix.size()) == prefix) {
      facts.emplace(std::string(url.substr(prefix.size())), std::string(value));
    }
  });
  return facts;
}

}  // namespace polygist
