// Words of a text as numbers, to compare texts of one page with.
#pragma once

#include <cstddef>
#include <cstdint>
#include <string_view>
#include <vector>

namespace polygist::ingest {

// Digests of the first `limit` words: runs of ASCII letters and digits, case folded, and of bytes above; scripts
// without spaces yield one word per character. Equal words have equal digests; others differ but by accident.
std::vector<uint64_t> WordDigests(std::string_view text, size_t limit);

}  // namespace polygist::ingest
