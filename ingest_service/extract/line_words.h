// The words of a line as bylines and datelines are read: what stands between white space and what cannot be seen.
#pragma once

#include <string>
#include <string_view>

namespace polygist::ingest {

// A character that cleaning takes out, nearly: no judgement may depend on it.
inline bool IsInvisible(char32_t c) {
  if (c < 0x80) return c < 0x20 || c == 0x7F;
  return c < 0xA0 || c == 0xAD || (c >= 0x200B && c <= 0x200F) || (c >= 0x202A && c <= 0x202E) ||
         (c >= 0x2060 && c <= 0x206F) || c == 0xFEFF || c == 0x61C;
}

// Takes the next word off `line`; empty when none is left.
std::string_view TakeWord(std::string_view* line);

// `word` as cleaning will leave it.
std::string Visible(std::string_view word);

// Its first character; 0 for an empty word.
char32_t FirstOf(std::string_view word);

// A word as names have them: letters, with a capital where the script has capitals.
bool IsNameWord(std::string_view word);

}  // namespace polygist::ingest
