// Content as it comes from the command line: files, or "-" for standard input.
#pragma once

#include <istream>
#include <string>
#include <string_view>

#include "absl/status/statusor.h"

namespace polygist::client {

// All bytes of the file at `path`, or of `standard_input` when `path` is "-". A usage error
// (usage_error.h), reason FILE_UNREADABLE, when it cannot be read or is a directory.
absl::StatusOr<std::string> ReadContent(const std::string& path, std::istream& standard_input);

// By the ending of the name: "text/html" (.html .htm .xhtml), "text/plain" (.txt .md .text),
// otherwise "", which leaves it to the service to tell from the bytes.
std::string MediaTypeOfPath(std::string_view path);

// What answers and summaries call the file: its path as given, made to fit a client_ref (valid
// UTF-8, at most 256 bytes, of which the end matters most).
std::string LabelOfPath(std::string_view path);

}  // namespace polygist::client
