// Quotation marks of all locales, and the quotations between them.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::summary {

// What stands between quotation marks in `text`, without the marks and white space inside them, in
// reading order; those inside others are left out. The marks that CLDR has for `language` (a base
// subtag) come first, then the straight ones and those of all other locales. An opening mark stands
// before a word and behind none, so that apostrophes and inches open nothing; a mark that is not closed
// is skipped. Requires valid UTF-8. Thread-safe.
std::vector<ByteSpan> FindQuotations(std::string_view text, std::string_view language);

}  // namespace polygist::summary
