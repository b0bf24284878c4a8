// Foreign names in scripts without spaces, which dictionaries cut into syllables: "埃|琳|娜" and "多尔|赛", "シ|リン".
#pragma once

#include <string_view>
#include <vector>

#include "summary_service/lexicon/tokens.h"

namespace polygist::summary {

// `tokens`, Tokenize(text), with the pieces of names joined: short words in a row of characters that the language
// writes foreign names with, and short pieces of Katakana. A joined name is a word with a capital. `language` is a base
// subtag.
std::vector<Token> JoinNames(std::string_view text, std::vector<Token> tokens, std::string_view language);

}  // namespace polygist::summary
