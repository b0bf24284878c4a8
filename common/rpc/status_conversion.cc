#include "common/rpc/status_conversion.h"

#include <charconv>
#include <cstdint>
#include <string>
#include <string_view>

#include "common/base/error.h"
#include "common/base/strings.h"
#include "google/rpc/error_details.pb.h"

namespace polygist::rpc {
namespace {

constexpr char kDomain[] = "polygist";
constexpr char kFieldFact[] = "field";
constexpr char kRetryFact[] = "retry_delay_ms";
// gRPC peers refuse trailing metadata above 8 KiB by default; message, description and a few facts
// must fit together.
constexpr size_t kMaxTextBytes = 2000;

// The longest prefix of at most kMaxTextBytes that does not cut a UTF-8 sequence.
std::string Clip(std::string_view text) {
  if (text.size() <= kMaxTextBytes) return std::string(text);
  size_t size = kMaxTextBytes;
  while (size > 0 && (static_cast<unsigned char>(text[size]) & 0xC0) == 0x80) --size;
  return std::string(text.substr(0, size));
}

int64_t ParseMillis(std::string_view text) {
  int64_t millis = 0;
  std::from_chars(text.data(), text.data() + text.size(), millis);
  return millis > 0 ? millis : 0;
}

void AddViolation(const std::string& field, const std::string& description, google::rpc::Status& wire) {
  google::rpc::BadRequest bad_request;
  auto& violation = *bad_request.add_field_violations();
  violation.set_field(Clip(field));
  violation.set_description(description);
  wire.add_details()->PackFrom(bad_request);
}

void AddRetry(int64_t millis, google::rpc::Status& wire) {
  google::rpc::RetryInfo retry;
  retry.mutable_retry_delay()->set_seconds(millis / 1000);
  retry.mutable_retry_delay()->set_nanos(static_cast<int32_t>(millis % 1000) * 1'000'000);
  wire.add_details()->PackFrom(retry);
}

// Reads one detail into `reason` and `facts`; others are passed over.
void ReadDetail(const google::protobuf::Any& detail, std::string& reason, ErrorFacts& facts) {
  if (google::rpc::ErrorInfo info; detail.UnpackTo(&info)) {
    if (info.domain() != kDomain) return;
    reason = info.reason();
    for (const auto& [key, value] : info.metadata()) facts[key] = value;
  } else if (google::rpc::BadRequest bad_request; detail.UnpackTo(&bad_request)) {
    if (bad_request.field_violations_size() > 0) {
      facts[kFieldFact] = bad_request.field_violations(0).field();
    }
  } else if (google::rpc::RetryInfo retry; detail.UnpackTo(&retry)) {
    facts[kRetryFact] = std::to_string(retry.retry_delay().seconds() * 1000 + retry.retry_delay().nanos() / 1'000'000);
  }
}

}  // namespace

google::rpc::Status ToRpcStatus(const absl::Status& status) {
  google::rpc::Status wire;
  if (status.ok()) return wire;
  wire.set_code(static_cast<int>(status.code()));
  wire.set_message(Clip(ToStd(status.message())));
  const ErrorFacts facts = FactsOf(status);
  if (const std::string reason = ReasonOf(status); !reason.empty()) {
    google::rpc::ErrorInfo info;
    info.set_reason(reason);
    info.set_domain(kDomain);
    for (const auto& [key, value] : facts) {
      if (key != kFieldFact && key != kRetryFact) (*info.mutable_metadata())[key] = Clip(value);
    }
    wire.add_details()->PackFrom(info);
  }
  if (const auto field = facts.find(kFieldFact); field != facts.end()) {
    AddViolation(field->second, wire.message(), wire);
  }
  if (const auto retry = facts.find(kRetryFact); retry != facts.end()) {
    AddRetry(ParseMillis(retry->second), wire);
  }
  return wire;
}

absl::Status FromRpcStatus(const google::rpc::Status& status) {
  if (status.code() == 0) return absl::OkStatus();
  std::string reason;
  ErrorFacts facts;
  for (const auto& detail : status.details()) ReadDetail(detail, reason, facts);
  const auto code = static_cast<absl::StatusCode>(status.code());
  if (reason.empty() && facts.empty()) return absl::Status(code, status.message());
  return Error(code, reason, status.message(), facts);
}

grpc::Status ToGrpc(const absl::Status& status) {
  if (status.ok()) return grpc::Status::OK;
  const google::rpc::Status wire = ToRpcStatus(status);
  return grpc::Status(static_cast<grpc::StatusCode>(wire.code()), wire.message(),
                      wire.details_size() > 0 ? wire.SerializeAsString() : std::string());
}

absl::Status FromGrpc(const grpc::Status& status) {
  if (status.ok()) return absl::OkStatus();
  google::rpc::Status wire;
  if (!wire.ParseFromString(status.error_details()) || wire.code() != status.error_code()) {
    wire.Clear();
  }
  wire.set_code(status.error_code());
  wire.set_message(status.error_message());
  return FromRpcStatus(wire);
}

}  // namespace polygist::rpc
