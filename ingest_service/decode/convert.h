// Bytes of a known encoding to UTF-8, with the map back.
#pragma once

#include <cstdint>
#include <string_view>

#include "common/text/mapped_text.h"
#include "ingest_service/decode/charset_table.h"

namespace polygist::ingest {

struct Converted {
  text::MappedText text;  // Valid UTF-8. Exact where the bytes are the same; else one run per word or sign.
  int64_t invalid = 0;    // Byte sequences that became U+FFFD.
};

// Never fails: what cannot be decoded becomes U+FFFD, one per maximal ill-formed sequence (Unicode
// 15, section 3.9), and decoding goes on after it. Spans of the map count from the start of `bytes`
// plus `offset`.
Converted Convert(std::string_view bytes, const Charset& charset, int64_t offset = 0);

}  // namespace polygist::ingest
