// Unicode normal form C (UAX 15), with the map back.
#pragma once

#include <string_view>

#include "common/text/mapped_text.h"

namespace polygist::text {

// Whether `text` is NFC. Requires valid UTF-8.
bool IsNfc(std::string_view text);

// NFC of `text`, mapped to `text`. Requires valid UTF-8 of less than 2 GiB.
MappedText ToNfc(std::string_view text);

}  // namespace polygist::text
