// Quotations, told by their marks.
#pragma once

#include <string_view>

namespace polygist::summary {

// Whether `text` holds a quotation mark of any script, double or single. An apostrophe is none: a single mark
// counts only where a word begins, and not before a clitic cut off its word ("Tokyo 's").
bool HoldsQuotation(std::string_view text);

}  // namespace polygist::summary
