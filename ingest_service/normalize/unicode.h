// Characters of one block that must not be stored.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"
#include "common/text/mapped_text.h"

namespace polygist::ingest {

// Why a character is not kept.
enum class Unwanted {
  kControl,      // Cc but white space; noncharacters; interlinear annotation and object marks.
  kInvisible,    // Zero-width spaces and joiners where no script needs them, byte order marks, tags.
  kBidiControl,  // Marks, embeddings, overrides and isolates (UAX 9).
  kSoftHyphen,   // U+00AD.
};

// A run of characters of one kind that was taken out; `span` counts bytes of the text before.
struct UnwantedRun {
  ByteSpan span;
  Unwanted kind;

  friend bool operator==(const UnwantedRun&, const UnwantedRun&) = default;
};

// A hostile text can hold a million of them; this many are listed one by one, the rest in one run of each kind that
// spans them all.
inline constexpr size_t kMaxListedRuns = 1000;

struct WithoutUnwanted {
  text::MappedText text;             // Maps to the text before.
  std::vector<UnwantedRun> removed;  // In order of place, but for the last of each kind when there are too many.
};

// Whether `text` is ASCII without control characters other than tab and newline: nothing to do
// here.
bool IsPlainAscii(std::string_view text);

// Takes out what must not be stored. Kept: ZWJ and ZWNJ between letters of joining or Indic scripts
// and after a virama, ZWJ between emoji, ZWSP between letters of scripts written without spaces,
// variation selectors after a base, tags after the black flag. Requires valid UTF-8.
WithoutUnwanted RemoveUnwanted(std::string_view text);

}  // namespace polygist::ingest
