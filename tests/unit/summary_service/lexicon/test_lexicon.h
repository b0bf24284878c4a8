// A small lexicon file for tests.
#pragma once

#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <string>

#include "summary_service/lexicon/build/word_pairs.h"
#include "summary_service/lexicon/build/write_lexicon.h"
#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary {

// A file under the temporary folder that is gone when this is.
class TemporaryFile {
 public:
  explicit TemporaryFile(std::string_view bytes) {
    path_ = (std::filesystem::temp_directory_path() / "polygist_lexicon_XXXXXX.lex").string();
    const int file = mkstemps(path_.data(), 4);
    if (file >= 0) {
      written_ = write(file, bytes.data(), bytes.size()) == static_cast<ssize_t>(bytes.size());
      close(file);
    }
  }
  ~TemporaryFile() { unlink(path_.c_str()); }
  TemporaryFile(const TemporaryFile&) = delete;
  TemporaryFile& operator=(const TemporaryFile&) = delete;

  const std::string& path() const { return path_; }
  bool written() const { return written_; }

 private:
  std::string path_;
  bool written_ = false;
};

inline lexicon_build::WordPairs SmallPairs() {
  lexicon_build::WordPairs pairs;
  pairs.AddGloss("nl", "kunstenaar", "en", "artist");
  pairs.AddGloss("nl", "brief", "en", "letter");
  pairs.AddGloss("nl", "open", "en", "open");
  pairs.AddGloss("fr", "lettre", "en", "letter");
  pairs.AddGloss("fr", "inondation", "en", "flood");
  pairs.AddGloss("fr", "pont", "en", "bridge");
  pairs.AddGloss("fr", "pont", "nl", "brug");
  pairs.AddGloss("en", "bridge", "nl", "brug");
  pairs.AddGloss("de", "hafen", "en", "harbour");
  pairs.AddGloss("de", "behörde", "en", "authority");
  pairs.AddGloss("id", "korban", "en", "victim");
  pairs.AddGloss("id", "kapal", "en", "ship");
  pairs.AddGloss("ms", "bot", "en", "boat");
  pairs.AddGloss("zh", "艺", "en", "art");
  return pairs;
}

}  // namespace polygist::summary
