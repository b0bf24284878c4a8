// Words of alphabets by the few rules of UAX 29 that they need, many times faster than a general break iterator.
#pragma once

#include <string_view>
#include <vector>

#include "common/text/words.h"

namespace polygist::text {

// Adds the words of `text` from `*offset` to the next ASCII white space, where `*offset` is left. Exactly ICU's words.
// False when characters are among them whose rules are others (scripts cut by dictionaries, Hebrew, underscores,
// invisible formatting): then `words` and `*offset` are as before. Requires valid UTF-8; `*offset` is 0 or follows
// white space. Thread-safe.
bool AddSimpleWords(std::string_view text, size_t* offset, std::vector<Word>& words);

// Whether `byte` is ASCII white space: between two words whatever stands around it.
inline bool IsAsciiSpace(char byte) { return byte == ' ' || (byte >= '\t' && byte <= '\r'); }

}  // namespace polygist::text
