// Word pairs to the bytes of a lexicon file (lexicon_format.h).
#pragma once

#include <string>
#include <string_view>

#include "absl/status/status.h"
#include "summary_service/lexicon/build/word_pairs.h"

namespace polygist::summary::lexicon_build {

// The whole file. The same pairs give the same bytes. At most 31 bytes of `licence` are kept, and
// the 16 heaviest entries of each word.
std::string LexiconBytes(const WordPairs& pairs, std::string_view licence);

// Writes to a file beside `path` and renames it. UNAVAILABLE with LEXICON_NOT_WRITTEN.
absl::Status WriteFile(const std::string& path, std::string_view bytes);

}  // namespace polygist::summary::lexicon_build
