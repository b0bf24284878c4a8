#include "ingest_service/api/raw_content_proto.h"

#include <algorithm>
#include <string>
#include <utility>

#include "absl/strings/ascii.h"
#include "absl/strings/str_cat.h"
#include "absl/strings/str_split.h"
#include "common/base/error.h"
#include "common/base/status_macros.h"
#include "common/base/strings.h"
#include "common/text/language_tag.h"

namespace polygist::ingest {
namespace {

constexpr size_t kMaxUrlBytes = 8192;
constexpr size_t kMaxSourceBytes = 256;
constexpr size_t kMaxTitleBytes = 4096;
constexpr size_t kMaxCharsetBytes = 64;
constexpr int kMaxLabels = 64;
constexpr size_t kMaxLabelKeyBytes = 63;
constexpr size_t kMaxLabelValueBytes = 256;
constexpr int kMaxDisabledRules = 100;
// Timestamps of the protobuf range, year 1 to 9999.
constexpr int64_t kMinSeconds = -62'135'596'800;
constexpr int64_t kMaxSeconds = 253'402'300'799;

std::string Path(std::string_view field, std::string_view member) {
  return std::string(field) + "." + std::string(member);
}

absl::Status CheckBytes(const std::string& bytes, const std::string& field, int64_t limit) {
  if (bytes.empty()) {
    return InvalidField(field, "CONTENT_EMPTY", "The article has 0 bytes. Send its content.");
  }
  if (static_cast<int64_t>(bytes.size()) > limit) {
    return Error(absl::StatusCode::kInvalidArgument, "CONTENT_TOO_LARGE",
                 absl::StrCat("The article has ", bytes.size(), " bytes; at most ", limit,
                              " are accepted. Split it, or raise --max-content-bytes."),
                 {{"field", field}, {"limit_bytes", absl::StrCat(limit)}});
  }
  return absl::OkStatus();
}

absl::Status CheckLength(const std::string& value, const std::string& field, size_t limit,
                         std::string_view reason = "FIELD_TOO_LONG") {
  if (value.size() <= limit) return absl::OkStatus();
  return InvalidField(field, reason,
                      absl::StrCat("The field has ", value.size(), " bytes; at most ", limit, " are accepted."));
}

absl::StatusOr<std::string> MediaType(const std::string& given, const std::string& field) {
  std::string type = absl::AsciiStrToLower(absl::StripAsciiWhitespace(
      std::pair<std::string, std::string>(absl::StrSplit(given, absl::MaxSplits(';', 1))).first));
  if (type.empty() || type == "text/html" || type == "text/plain" || type == "application/xhtml+xml") {
    return type;
  }
  return InvalidField(field, "MEDIA_TYPE_UNSUPPORTED",
                      "The media type is not one this service reads. Send text/html, "
                      "application/xhtml+xml or text/plain, or leave it empty to have it told from "
                      "the bytes.");
}

// The charset parameter of a media type; empty without one.
std::string CharsetParameter(const std::string& media_type) {
  for (const absl::string_view part : absl::StrSplit(media_type, ';')) {
    const std::string parameter = absl::AsciiStrToLower(absl::StripAsciiWhitespace(part));
    constexpr std::string_view kName = "charset=";
    if (parameter.rfind(kName, 0) != 0) continue;
    std::string value = parameter.substr(kName.size());
    value.erase(std::remove(value.begin(), value.end(), '"'), value.end());
    return value;
  }
  return "";
}

bool IsLabelKey(const std::string& key) {
  const auto allowed = [](char c) {
    return absl::ascii_islower(c) || absl::ascii_isdigit(c) || c == '_' || c == '.' || c == '-';
  };
  return !key.empty() && key.size() <= kMaxLabelKeyBytes && std::all_of(key.begin(), key.end(), allowed);
}

absl::Status CheckLabels(const std::map<std::string, std::string>& labels, const std::string& field) {
  if (labels.size() > kMaxLabels) {
    return InvalidField(field, "LABEL_INVALID", "At most 64 labels are accepted.");
  }
  for (const auto& [key, value] : labels) {
    if (!IsLabelKey(key) || value.size() > kMaxLabelValueBytes) {
      return InvalidField(field, "LABEL_INVALID",
                          "A label's key has 1 to 63 of the characters a-z 0-9 _ . - and its value at "
                          "most 256 bytes.");
    }
  }
  return absl::OkStatus();
}

// The host of a URL, without port, user and a leading "www."; empty when there is none.
std::string HostOf(std::string_view url) {
  const size_t scheme = url.find("://");
  if (scheme == std::string_view::npos) return "";
  url.remove_prefix(scheme + 3);
  url = url.substr(0, url.find_first_of("/?#"));
  if (const size_t user = url.rfind('@'); user != std::string_view::npos) url.remove_prefix(user + 1);
  url = url.substr(0, url.rfind(':'));
  std::string host = absl::AsciiStrToLower(ToAbsl(url));
  return host.rfind("www.", 0) == 0 ? host.substr(4) : host;
}

absl::Status ReadOptions(const type::v1::NormalizeOptions& message, const std::string& field,
                         NormalizeOptions* options) {
  options->keep_all = message.keep_all();
  if (message.disabled_rules_size() > kMaxDisabledRules) {
    return InvalidField(Path(field, "disabled_rules"), "FIELD_TOO_LONG", "At most 100 rules can be disabled.");
  }
  options->disabled_rules.insert(message.disabled_rules().begin(), message.disabled_rules().end());
  options->source_template = message.source_template();
  return absl::OkStatus();
}

absl::Status ReadMetadata(const type::v1::RawContent& message, std::string_view field, RawContent* content) {
  RETURN_IF_ERROR(CheckLength(message.url(), Path(field, "url"), kMaxUrlBytes, "URL_TOO_LONG"));
  RETURN_IF_ERROR(CheckLength(message.source(), Path(field, "source"), kMaxSourceBytes));
  RETURN_IF_ERROR(CheckLength(message.title(), Path(field, "title"), kMaxTitleBytes));
  RETURN_IF_ERROR(CheckLength(message.charset(), Path(field, "charset"), kMaxCharsetBytes));
  content->url = message.url();
  content->source = message.source().empty() ? HostOf(message.url()) : message.source();
  content->title = message.title();
  content->labels.insert(message.labels().begin(), message.labels().end());
  RETURN_IF_ERROR(CheckLabels(content->labels, Path(field, "labels")));
  if (message.has_publish_time()) {
    const auto& time = message.publish_time();
    if (time.seconds() < kMinSeconds || time.seconds() > kMaxSeconds || time.nanos() < 0 ||
        time.nanos() > 999'999'999) {
      return InvalidField(Path(field, "publish_time"), "TIME_OUT_OF_RANGE",
                          "The publication time is not between the years 1 and 9999.");
    }
    content->publish_time = absl::FromUnixSeconds(time.seconds()) + absl::Microseconds(time.nanos() / 1000);
  }
  return absl::OkStatus();
}

}  // namespace

absl::StatusOr<RawContent> FromProto(const type::v1::RawContent& message, std::string_view field,
                                     int64_t max_content_bytes) {
  RETURN_IF_ERROR(CheckBytes(message.bytes(), Path(field, "bytes"), max_content_bytes));
  RawContent content;
  ASSIGN_OR_RETURN(content.media_type, MediaType(message.media_type(), Path(field, "media_type")));
  content.charset = message.charset().empty() ? CharsetParameter(message.media_type()) : message.charset();
  RETURN_IF_ERROR(ReadMetadata(message, field, &content));
  RETURN_IF_ERROR(ReadOptions(message.options(), Path(field, "options"), &content.options));
  if (!message.language().empty()) {
    auto language = text::CanonicalLanguageTag(message.language());
    if (!language.ok()) {
      return InvalidField(Path(field, "language"), ReasonOf(language.status()), ToStd(language.status().message()));
    }
    content.language = *language;
  }
  content.bytes = message.bytes();
  return content;
}

}  // namespace polygist::ingest
