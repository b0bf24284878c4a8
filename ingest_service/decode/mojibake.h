// UTF-8 that was once read as a one-byte encoding ("cafÃ©"), put right.
#pragma once

#include <cstdint>

#include "common/text/mapped_text.h"

namespace polygist::ingest {

struct Repaired {
  text::MappedText text;  // Same source as the text before.
  int64_t repaired = 0;   // Characters that were put together again; 0 when the text is returned unchanged.
};

// Looks for characters that, written in windows-1252 or another one-byte encoding, make well-formed
// UTF-8. Repairs only when nearly all characters beyond ASCII take part, of the text or of a line, so that a text that
// quotes mojibake, or uses such letters in earnest, stays as it is. Undoes up to three rounds of double encoding.
Repaired RepairMojibake(text::MappedText text);

}  // namespace polygist::ingest
