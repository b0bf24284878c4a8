// Texts of which some lines are UTF-8 and others are not, as pages have that were put together from several sources.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::ingest {

// Lines that follow each other and are all UTF-8 (ASCII counts as that), or all in another encoding.
struct EncodedPart {
  ByteSpan span;  // Of the bytes; parts follow each other without a gap.
  bool utf8 = true;
};

// The parts of `bytes` when enough of them surely is UTF-8 and lines of it surely are not; else one part or none.
// Lines with few ill-formed sequences among well-formed ones are damaged UTF-8.
std::vector<EncodedPart> SplitMixedText(std::string_view bytes);

// The bytes of the parts that are not UTF-8, to judge them by.
std::string OtherBytes(std::string_view bytes, const std::vector<EncodedPart>& parts);

}  // namespace polygist::ingest
