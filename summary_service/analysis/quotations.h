// Quotations, told by their marks.
#pragma once

#include <string_view>

#include "summary_service/analysis/analyzed_corpus.h"

namespace polygist::summary {

// Whether `text` holds a quotation mark of any script, double or single. An apostrophe is none: a single mark
// counts only where a word begins, and not before a clitic cut off its word ("Tokyo 's").
bool HoldsQuotation(std::string_view text);

// Whether a double quotation begins in `text` and does not end there, or the other way round; never kInside. Told
// from paired marks by count, from the straight mark only by an odd number of them (then by where the odd one stands).
OpenQuote FindOpenQuote(std::string_view text);

}  // namespace polygist::summary
