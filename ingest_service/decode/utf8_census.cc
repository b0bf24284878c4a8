#include "ingest_service/decode/utf8_census.h"

#include "common/text/utf8.h"

namespace polygist::ingest {

Utf8Census TakeCensus(std::string_view bytes) {
  Utf8Census census;
  while (!bytes.empty()) {
    const size_t valid = text::ValidUtf8Prefix(bytes);
    for (size_t i = 0; i < valid; ++i) census.multibyte += static_cast<unsigned char>(bytes[i]) >= 0xC0;
    if (valid == bytes.size()) break;
    bytes.remove_prefix(valid + 1);
    // The rest of a broken sequence belongs to the same damage.
    while (!bytes.empty() && (static_cast<unsigned char>(bytes.front()) & 0xC0) == 0x80) bytes.remove_prefix(1);
    ++census.invalid;
  }
  return census;
}

}  // namespace polygist::ingest
