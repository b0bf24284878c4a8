#include "client/input/content_file.h"

#include <filesystem>
#include <fstream>
#include <sstream>

#include "absl/strings/ascii.h"
#include "client/input/usage_error.h"
#include "common/text/utf8.h"

namespace polygist::client {
namespace {

constexpr size_t kMaxLabelBytes = 256;

absl::Status Unreadable(const std::string& path, std::string_view why) {
  return UsageError(LabelOfPath(path), "FILE_UNREADABLE", why);
}

std::string ReadAll(std::istream& stream) {
  std::ostringstream bytes;
  bytes << stream.rdbuf();
  return std::move(bytes).str();
}

}  // namespace

absl::StatusOr<std::string> ReadContent(const std::string& path, std::istream& standard_input) {
  if (path == "-") return ReadAll(standard_input);
  std::error_code error;
  if (std::filesystem::is_directory(path, error)) {
    return Unreadable(path, "This is a directory; name the files in it.");
  }
  std::ifstream file(path, std::ios::binary);
  if (!file) return Unreadable(path, "This file cannot be read; see that it exists and may be read.");
  // An empty file leaves failbit set on the receiving stream, which is no failure here.
  std::string bytes = ReadAll(file);
  if (file.bad()) return Unreadable(path, "This file could not be read to its end.");
  return bytes;
}

std::string MediaTypeOfPath(std::string_view path) {
  const std::string ending = absl::AsciiStrToLower(std::filesystem::path(path).extension().string());
  if (ending == ".html" || ending == ".htm" || ending == ".xhtml") return "text/html";
  if (ending == ".txt" || ending == ".md" || ending == ".text") return "text/plain";
  return "";
}

std::string LabelOfPath(std::string_view path) {
  if (path == "-") return "standard input";
  std::string label;
  while (!path.empty()) {
    const size_t valid = text::ValidUtf8Prefix(path);
    label += path.substr(0, valid);
    path.remove_prefix(valid);
    if (path.empty()) break;
    label += '?';
    path.remove_prefix(1);
  }
  if (label.size() <= kMaxLabelBytes) return label;
  size_t begin = label.size() - kMaxLabelBytes;
  while (!text::IsCodePointBoundary(label, begin)) ++begin;
  return label.substr(begin);
}

}  // namespace polygist::client
