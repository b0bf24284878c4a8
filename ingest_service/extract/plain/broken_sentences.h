// Lines in which a sentence runs over into the next, whatever broke it.
#pragma once

#include <cstddef>
#include <string_view>
#include <vector>

#include "common/base/byte_span.h"
#include "ingest_service/extract/plain/lines.h"

namespace polygist::ingest {

char32_t FirstCharacter(std::string_view text, ByteSpan line);
char32_t LastCharacter(std::string_view text, ByteSpan line);

// With a terminator or a colon.
bool EndsSentence(std::string_view text, ByteSpan line);

// Whether neither `line` ends a sentence nor `next` opens one with a capital.
bool IsMidSentence(std::string_view text, ByteSpan line, ByteSpan next);

// Whether the line is marked as an item of a list or a heading of Markdown.
bool StartsListItem(std::string_view text, ByteSpan line);

// The end of the lines from `begin` on that are sentences broken at any width: the first opens with a capital, each
// runs over into the next, and the last ends a sentence. `begin` + 1 when there are none. Headings, lists and menus
// do not end so. Where there are no capitals, one line is taken for broken that only the end of a sentence follows.
size_t EndOfBrokenSentences(std::string_view text, const std::vector<Line>& lines, size_t begin);

}  // namespace polygist::ingest
