// Residue of markup inside a line: targets of links.
#pragma once

#include <string_view>
#include <vector>

#include "common/base/byte_span.h"

namespace polygist::ingest {

// Spans of `line` that are link targets, left behind by a converter that writes them after the
// link's text: "text (https://...)", "text (/path)", "text [https://...]", "[text](target)", "[text][12]", and the
// brackets around such a text, with the "!" before that of a picture. A target stands in parentheses without white
// space and starts with a scheme, "/" or "#"; plain parentheses and brackets are never taken. Ascending. Linear.
std::vector<ByteSpan> FindLinkTargets(std::string_view line);

// Whether the line does nothing but tell the target of a link elsewhere in the text, as Markdown has it at its end:
// "[12]: https://...", or "[12]:" with the target on the next line.
bool IsLinkDefinition(std::string_view line);

// Whether the line is nothing but an address or the name of a file in brackets, as converters leave of links and
// pictures ("[https://...]", "[harbour.jpg]"), or links without text ("[][7]"). Linear.
bool IsLoneTarget(std::string_view line);

// Whether the line is a picture and nothing else: "![a ship](/ship.jpg)", "![a ship][7]", "a ship
// [https://.../ship.jpg]".
bool IsPicture(std::string_view line);

}  // namespace polygist::ingest
