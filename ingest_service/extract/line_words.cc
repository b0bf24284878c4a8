#include "ingest_service/extract/line_words.h"

#include <cstddef>

#include "common/text/characters.h"
#include "common/text/normal_form.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

// The signs of Indic and Thai words that are no letters: of a vowel left out, of tones.
bool IsSignInWord(char32_t c) {
  return (text::UsesJoiners(c) || text::IsWrittenWithoutSpaces(c)) && !text::IsPunctuation(c) && !text::IsDigit(c);
}

bool IsBlank(char32_t c) { return text::IsWhiteSpace(c) || IsInvisible(c); }

}  // namespace

std::string_view TakeWord(std::string_view* line) {
  size_t begin = 0;
  for (size_t next = 0; begin < line->size() && IsBlank(text::NextCodePoint(*line, &next));) begin = next;
  size_t end = begin;
  for (size_t next = begin; end < line->size() && !IsBlank(text::NextCodePoint(*line, &next));) end = next;
  const std::string_view word = line->substr(begin, end - begin);
  line->remove_prefix(end);
  return word;
}

std::string Visible(std::string_view word) {
  std::string visible;
  for (size_t offset = 0; offset < word.size();) {
    const size_t begin = offset;
    if (!IsInvisible(text::NextCodePoint(word, &offset))) visible.append(word.substr(begin, offset - begin));
  }
  return text::ToNfc(visible).TakeText();
}

char32_t FirstOf(std::string_view word) {
  size_t offset = 0;
  return word.empty() ? 0 : text::NextCodePoint(word, &offset);
}

bool IsNameWord(std::string_view word) {
  // "d'Arcy", "O'Hara".
  const size_t apostrophe = word.find('\'');
  if (apostrophe <= 2) word.remove_prefix(apostrophe + 1);
  if (!text::IsLetter(FirstOf(word)) || text::IsLower(FirstOf(word))) return false;
  for (size_t offset = 0; offset < word.size();) {
    const char32_t c = text::NextCodePoint(word, &offset);
    if (!text::IsLetter(c) && !IsSignInWord(c) && c != '-' && c != '\'' && c != 0x2019 && c != '.') return false;
  }
  return true;
}

}  // namespace polygist::ingest
