#include "summary_service/analysis/length.h"

#include <algorithm>

#include "common/text/utf8.h"

namespace polygist::summary {

bool IsWordCharacter(char32_t c) {
  if (c < 0x2E80) return false;
  return (c >= 0x2E80 && c <= 0x2FDF) ||  // radicals
         c == 0x3005 || c == 0x3007 ||    // iteration mark, zero
         (c >= 0x3021 && c <= 0x3029) || (c >= 0x3038 && c <= 0x303B) || (c >= 0x3041 && c <= 0x3096) ||
         (c >= 0x309D && c <= 0x309F) ||                                  // Hiragana
         (c >= 0x30A1 && c <= 0x30FA) || (c >= 0x30FD && c <= 0x30FF) ||  // Katakana
         (c >= 0x31F0 && c <= 0x31FF) || (c >= 0x3400 && c <= 0x4DBF) || (c >= 0x4E00 && c <= 0x9FFF) ||
         (c >= 0xF900 && c <= 0xFAFF) || (c >= 0xFF66 && c <= 0xFF6F) || (c >= 0xFF71 && c <= 0xFF9D) ||
         (c >= 0x1B000 && c <= 0x1B16F) || (c >= 0x20000 && c <= 0x3FFFD);
}

bool IsWhiteSpace(char32_t c) {
  if (c <= 0x20) return c == 0x20 || (c >= 0x09 && c <= 0x0D);
  return c == 0x85 || c == 0xA0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200A) || c == 0x2028 || c == 0x2029 ||
         c == 0x202F || c == 0x205F || c == 0x3000;
}

namespace {

// A loop without branches, which compilers make many characters wide.
Length MeasureAscii(std::string_view text) {
  const auto is_space = [](char byte) {
    return (byte == ' ') | (static_cast<unsigned char>(byte - '\t') <= '\r' - '\t');
  };
  int32_t words = text.empty() || is_space(text.front()) ? 0 : 1;
  for (size_t i = 1; i < text.size(); ++i) words += is_space(text[i - 1]) & !is_space(text[i]);
  return {.words = words, .characters = static_cast<int32_t>(text.size())};
}

}  // namespace

Length MeasureLength(std::string_view text) {
  if (text::IsAscii(text)) return MeasureAscii(text);
  Length length;
  bool in_word = false;
  for (size_t i = 0; i < text.size();) {
    const char32_t c = text::NextCodePoint(text, &i);
    ++length.characters;
    if (IsWhiteSpace(c)) {
      in_word = false;
    } else if (IsWordCharacter(c)) {
      ++length.words;
      in_word = false;
    } else if (!in_word) {
      ++length.words;
      in_word = true;
    }
  }
  return length;
}

int64_t LongestBeginning(std::string_view text, const Budget& budget) {
  if (budget.unit != BudgetUnit::kWords && budget.unit != BudgetUnit::kCharacters) {
    return static_cast<int64_t>(text.size());
  }
  int64_t words = 0;
  int64_t characters = 0;
  int64_t fits = 0;            // End of the last whole word within the budget.
  int64_t characters_fit = 0;  // End of the last character within the budget.
  bool in_word = false;
  for (size_t i = 0; i < text.size();) {
    const size_t begin = i;
    const char32_t c = text::NextCodePoint(text, &i);
    const bool space = IsWhiteSpace(c);
    const bool alone = IsWordCharacter(c);
    if (in_word && (space || alone)) fits = static_cast<int64_t>(begin);
    if (!space && (alone || !in_word)) ++words;
    in_word = !space && !alone;
    ++characters;
    if (budget.unit == BudgetUnit::kWords ? words > budget.amount : characters > budget.amount) {
      return fits > 0 ? fits : std::max<int64_t>(characters_fit, 1);
    }
    if (alone) fits = static_cast<int64_t>(i);
    characters_fit = static_cast<int64_t>(i);
  }
  return static_cast<int64_t>(text.size());
}

}  // namespace polygist::summary
