// What of a text speaks for its language: its words, without what is the same in every language.
//
// Web addresses, e-mail addresses, mentions, hashtags, digits and punctuation are left out; letters are
// lower case. Of a long text only a few evenly spread windows are read, so cost does not grow with length.
#pragma once

#include <string>
#include <string_view>

namespace polygist::ingest {

struct Evidence {
  // Words in reading order, each preceded and followed by one space. Empty when the text has none.
  std::string words;
  // Letters in `words`, in code points.
  int letters = 0;
  // ISO 15924 of most of those letters; "Jpan" for Han with Kana, "Kore" for Hangul, "Hani" for Han alone.
  // Empty when `letters` is 0.
  std::string script;
};

// Bytes of a text that are read at most, but for the rest of a window's last word.
inline constexpr size_t kSampleBytes = 1400;

// Pure, thread-safe. Bytes that are not UTF-8 are skipped.
Evidence CollectEvidence(std::string_view text, size_t sample_bytes = kSampleBytes);

}  // namespace polygist::ingest
