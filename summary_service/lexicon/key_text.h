// Keys as a reader writes them: the way back from keys.h.
#pragma once

#include <string>
#include <string_view>

#include "summary_service/lexicon/keys.h"

namespace polygist::summary {

// `key` in the forms that CLDR has for `language` (BCP 47): "150 miljard" (millions and more are written
// with words), "15 februari 2024", "5 km", "Indonesië". Measures are in the largest common unit that
// leaves at least one of it; amounts keep their currency. Thread-safe; some tenths of a millisecond.
std::string KeyText(const Key& key, std::string_view language);

}  // namespace polygist::summary
