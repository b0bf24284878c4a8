// Which encoding bytes are in, when nothing said so.
#pragma once

#include <cstdint>
#include <string_view>

#include "ingest_service/decode/charset_table.h"

namespace polygist::ingest {

struct Detection {
  const Charset* charset = nullptr;  // Never null.
  double score = 0.0;                // Of JudgeDecoding.
  int64_t evidence = 0;              // Likewise.
};

// UTF-16 or UTF-32 without a byte order mark, told by where its zero bytes stand, or by how plausible its characters
// are where bytes stand that no text holds; null when it is neither.
const Charset* DetectWideUnits(std::string_view bytes);

// An encoding that switches by escape sequences and uses seven bits (ISO-2022-JP, ISO-2022-KR, HZ);
// or null.
const Charset* DetectEscapes(std::string_view bytes);

// The most plausible of all encodings in the table for bytes that are none of the above. Looks at
// up to 4 KiB. Requires: `bytes` holds a byte beyond ASCII.
Detection DetectLegacy(std::string_view bytes);

// How plausible `charset` is for the same sample.
Detection Judge(std::string_view bytes, const Charset& charset);

}  // namespace polygist::ingest
