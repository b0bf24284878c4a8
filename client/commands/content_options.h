// Options of the verbs that take content: what the caller knows of it, and how to normalize it.
#pragma once

#include <CLI/CLI.hpp>
#include <string>
#include <vector>

#include "absl/status/statusor.h"
#include "polygist/type/v1/content.pb.h"

namespace polygist::client {

struct ContentOptions {
  std::string media_type;
  std::string charset;
  std::string url;
  std::string source;
  std::string title;
  std::string language;
  std::string published;
  std::vector<std::string> labels;  // "key=value"
  bool keep_all = false;
  std::vector<std::string> disabled_rules;
  std::string source_template;
};

void AddContentOptions(CLI::App& verb, ContentOptions& options);

// The content of one file (see content_file.h). A usage error, reason LABEL_MALFORMED or
// TIME_MALFORMED, names the option at fault.
absl::StatusOr<type::v1::RawContent> MakeContent(const ContentOptions& options, const std::string& path,
                                                 std::string bytes);

// "2031-03-04" (midnight UTC) or RFC 3339 with any offset. A usage error, reason TIME_MALFORMED,
// names `option`.
absl::StatusOr<google::protobuf::Timestamp> ParseTime(const std::string& text, std::string_view option);

}  // namespace polygist::client
