// Decoding: raw bytes to valid UTF-8, with the map back and a word on everything odd.
//
// The order of trust: byte order mark; the label that came with the bytes; the label inside the
// document; whether the bytes are well-formed UTF-8; where zero bytes stand; the most plausible
// encoding. A label is believed unless the bytes contradict it. Where some lines are UTF-8 and others are not, each
// is read as what it is.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "common/text/mapped_text.h"
#include "ingest_service/article/article.h"

namespace polygist::ingest {

struct DecodedText {
  text::MappedText text;          // Valid UTF-8. Maps to raw bytes; a byte order mark is left out.
  std::string charset = "utf-8";  // WHATWG name in lower case.
  // CHARSET_LABEL_WRONG, CHARSET_LABEL_UNKNOWN, CHARSET_MIXED, INVALID_BYTES, MOJIBAKE_REPAIRED.
  std::vector<Warning> warnings;
};

// `charset_label` may be empty. `media_type` decides whether labels inside the document count:
// those of HTML and XML do; when it is empty, the first bytes tell. Never fails and never drops a
// byte that can be read. Pure; time linear in the size, plus a few milliseconds where the encoding
// has to be found out.
DecodedText DecodeBytes(std::string_view bytes, std::string_view charset_label, std::string_view media_type);

}  // namespace polygist::ingest
