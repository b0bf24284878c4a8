// How much of some bytes is UTF-8.
#pragma once

#include <cstdint>
#include <string_view>

namespace polygist::ingest {

struct Utf8Census {
  int64_t multibyte = 0;  // Well-formed sequences of more than one byte.
  int64_t invalid = 0;    // Ill-formed ones.

  // Text in another encoding makes a well-formed sequence now and then; damaged UTF-8 makes mostly
  // those.
  bool IsDamagedUtf8() const { return invalid > 0 && multibyte >= 4 * invalid; }
};

Utf8Census TakeCensus(std::string_view bytes);

}  // namespace polygist::ingest
