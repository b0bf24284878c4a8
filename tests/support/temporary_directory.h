// A directory of a test's own, gone with the object.
#pragma once

#include <cstdlib>
#include <filesystem>
#include <string>

namespace polygist::testing {

class TemporaryDirectory {
 public:
  TemporaryDirectory() {
    std::string path = (std::filesystem::temp_directory_path() / "polygist-test-XXXXXX").string();
    path_ = mkdtemp(path.data()) == nullptr ? std::string() : path;
  }
  ~TemporaryDirectory() {
    std::error_code ignored;
    if (!path_.empty()) std::filesystem::remove_all(path_, ignored);
  }
  TemporaryDirectory(const TemporaryDirectory&) = delete;
  TemporaryDirectory& operator=(const TemporaryDirectory&) = delete;

  // Of a file in the directory.
  std::string Path(const std::string& file) const { return path_ + "/" + file; }

 private:
  std::string path_;  // Empty when the directory could not be made.
};

}  // namespace polygist::testing
