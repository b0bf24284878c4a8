// The words of a line as bylines and datelines are read: what stands between white space and what cannot be seen.
#pragma once

#include <string>
#include <string_view>

namespace polygist::ingest {

// A character that cleaning takes out, nearly: no judgement may depend on it.
bool IsInvisible(char32_t c);

// Takes the next word off `line`; empty when none is left.
std::string_view TakeWord(std::string_view* line);

// `word` as cleaning will leave it.
std::string Visible(std::string_view word);

// Its first character; 0 for an empty word.
char32_t FirstOf(std::string_view word);

// A word as names have them: letters, with a capital where the script has capitals.
bool IsNameWord(std::string_view word);

}  // namespace polygist::ingest
