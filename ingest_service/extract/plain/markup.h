// Residue of markup inside a line: targets of links.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::ingest {

// Spans of `line` that are link targets, left behind by a converter that writes them after the
// link's text: "text (https://...)", "text (/path)", "[text](target)", "[text][12]", and the
// brackets around such a text. A target stands in parentheses without white space and starts with a
// scheme, "/" or "#"; plain parentheses and brackets are never taken. Ascending. Linear.
std::vector<ByteSpan> FindLinkTargets(std::string_view line);

// Whether the line does nothing but tell the target of a link elsewhere in the text, as Markdown has it at its end:
// "[12]: https://...".
bool IsLinkDefinition(std::string_view line);

}  // namespace polygist::ingest
