#include "ingest_service/segment/words.h"

#include <unicode/uchar.h>

#include <algorithm>

#include "ingest_service/segment/characters.h"

namespace polygist::ingest::segment {
namespace {

void AppendUtf8(char32_t c, std::string* out) {
  if (c < 0x80) {
    out->push_back(static_cast<char>(c));
  } else if (c < 0x800) {
    out->push_back(static_cast<char>(0xC0 | (c >> 6)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else if (c < 0x10000) {
    out->push_back(static_cast<char>(0xE0 | (c >> 12)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  } else {
    out->push_back(static_cast<char>(0xF0 | (c >> 18)));
    out->push_back(static_cast<char>(0x80 | ((c >> 12) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | ((c >> 6) & 0x3F)));
    out->push_back(static_cast<char>(0x80 | (c & 0x3F)));
  }
}

bool IsAsciiDigit(char c) { return c >= '0' && c <= '9'; }

// One to three letters of a script without case, with their vowel signs: "एस", a Latin letter by
// its name.
bool IsSpelledLetter(std::string_view word) {
  int letters = 0;
  for (size_t at = 0; at < word.size(); at = After(word, at)) {
    const char32_t c = CharacterAt(word, at);
    if (IsLetter(c) && !IsLower(c) && !IsUpper(c)) {
      ++letters;
    } else if (!IsExtender(c)) {
      return false;
    }
  }
  return letters >= 1 && letters <= 3;
}

// Czech "vlk", Croatian "krv", Welsh "cwm": inside a word these may stand for a vowel.
bool CarriesSyllable(char c) { return c == 'r' || c == 'l' || c == 'w'; }

bool IsVowel(char c) { return std::string_view("aeiouy").find(c) != std::string_view::npos; }

}  // namespace

std::string LowerCase(std::string_view word) {
  std::string lower;
  lower.reserve(word.size());
  for (size_t at = 0; at < word.size(); at = After(word, at)) {
    const char32_t c = CharacterAt(word, at);
    if (IsIgnorable(c)) continue;
    if (c < 0x80) {
      lower.push_back(static_cast<char>(c >= 'A' && c <= 'Z' ? c - 'A' + 'a' : c));
    } else if (c == U'’') {
      lower.push_back('\'');
    } else {
      AppendUtf8(static_cast<char32_t>(u_tolower(static_cast<UChar32>(c))), &lower);
    }
  }
  return lower;
}

bool IsNumber(std::string_view word) {
  bool digit = false;
  for (size_t at = 0; at < word.size(); at = After(word, at)) {
    const char32_t c = CharacterAt(word, at);
    if (IsDigit(c)) {
      digit = true;
    } else if (c != '.' && c != ',' && c != '-' && c != '+' && c != '/') {
      return false;
    }
  }
  return digit;
}

bool IsShortNumber(std::string_view word) {
  constexpr int kMonths = 12;
  int digits = 0;
  int value = 0;
  int earlier = 0;  // What a range begins with.
  bool follows_day = false;
  for (const char c : word) {
    if (IsAsciiDigit(c)) {
      value = (digits == 0 ? 0 : value * 10) + (c - '0');
      if (++digits > 2) return false;
    } else if (c == '.' || c == '-' || c == '/') {
      follows_day = c == '.';
      earlier = c == '-' && digits > 0 ? value : 0;
      digits = 0;
    } else {
      return false;
    }
  }
  const bool hour = follows_day && value > kMonths;  // "9.30", which no month is.
  return digits > 0 && value > earlier && !hour;
}

bool IsSingleLetter(std::string_view word) {
  return !word.empty() && IsLetter(CharacterAt(word, 0)) && After(word, 0) == word.size();
}

bool IsUpperLetter(std::string_view word) { return IsSingleLetter(word) && IsUpper(CharacterAt(word, 0)); }

bool IsRomanNumeral(std::string_view word) {
  return word.size() >= 2 && word.find_first_not_of("IVXLC") == std::string_view::npos;
}

bool IsDottedLetters(std::string_view word) {
  bool dotted = false;
  while (!word.empty()) {
    if (dotted && word.front() == '-') word.remove_prefix(1);
    const size_t end = std::min(word.find('.'), word.size());
    if (!IsSingleLetter(word.substr(0, end)) && !IsSpelledLetter(word.substr(0, end))) return false;
    dotted |= end < word.size();
    word.remove_prefix(std::min(end + 1, word.size()));
  }
  return dotted;
}

bool IsVowelless(std::string_view word) {
  if (word.size() < 2 || word.size() > 4) return false;
  for (size_t at = 0; at < word.size(); ++at) {
    const char c = word[at];
    const bool lower = c >= 'a' && c <= 'z';
    if (!lower && !(at == 0 && c >= 'A' && c <= 'Z')) return false;
    if (IsVowel(static_cast<char>(lower ? c : c - 'A' + 'a'))) return false;
    if (at > 0 && at + 1 < word.size() && CarriesSyllable(c)) return false;
  }
  return true;
}

bool HasCapitalAfterFirst(std::string_view word) {
  if (word.empty()) return false;
  for (size_t at = After(word, 0); at < word.size(); at = After(word, at)) {
    if (IsUpper(CharacterAt(word, at))) return true;
  }
  return false;
}

bool HasLetterOrDigit(std::string_view text) {
  for (size_t at = 0; at < text.size(); at = After(text, at)) {
    const char32_t c = CharacterAt(text, at);
    if (IsLetter(c) || IsDigit(c)) return true;
  }
  return false;
}

bool IsPlainLowerWord(std::string_view word) {
  size_t letters = 0;
  bool lower = false;
  for (size_t at = 0; at < word.size(); at = After(word, at), ++letters) {
    const char32_t c = CharacterAt(word, at);
    if (!IsLetter(c)) return false;
    lower = IsLower(c);
  }
  return lower && letters >= 2;
}

}  // namespace polygist::ingest::segment
