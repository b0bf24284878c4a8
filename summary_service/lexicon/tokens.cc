#include "summary_service/lexicon/tokens.h"

#include <algorithm>

#include "common/text/utf8.h"
#include "summary_service/lexicon/names.h"

namespace polygist::summary {
namespace {

bool IsApostrophe(char32_t c) { return c == U'\'' || c == U'\u2019' || c == U'\u02BC'; }

// The parts of `word` between apostrophes, none empty.
std::vector<ByteSpan> PartsOf(std::string_view text, ByteSpan word) {
  std::vector<ByteSpan> parts;
  int64_t begin = word.begin;
  for (size_t offset = static_cast<size_t>(word.begin); offset < static_cast<size_t>(word.end);) {
    const auto at = static_cast<int64_t>(offset);
    if (!IsApostrophe(text::NextCodePoint(text, &offset))) continue;
    if (at > begin) parts.push_back({begin, at});
    begin = static_cast<int64_t>(offset);
  }
  if (word.end > begin) parts.push_back({begin, word.end});
  return parts;
}

// By bytes: U+2019 begins with the first, U+02BC with the second.
bool MayHoldApostrophe(std::string_view word) {
  return std::any_of(word.begin(), word.end(), [](char c) { return c == '\'' || c == '\xE2' || c == '\xCA'; });
}

bool IsShort(std::string_view part) { return text::CountCodePoints(part) <= 2; }

bool IsDropped(std::string_view text, const std::vector<ByteSpan>& parts, size_t i) {
  const std::string_view part = Slice(text, parts[i]);
  if (i > 0 && StartsUpperCase(Slice(text, parts[i - 1])) && !IsShort(Slice(text, parts[i - 1])) &&
      !StartsUpperCase(part)) {
    return true;
  }
  if (!IsShort(part)) return false;
  for (const ByteSpan other : parts) {
    if (!IsShort(Slice(text, other))) return true;
  }
  return false;
}

Token MakeToken(std::string_view text, ByteSpan span, text::WordKind kind) {
  const std::string_view word = Slice(text, span);
  return {span, text::FoldForMatching(word), kind, StartsUpperCase(word)};
}

}  // namespace

std::vector<Token> Tokenize(std::string_view text) {
  const std::vector<text::Word> words = text::SplitWords(text);
  std::vector<Token> tokens;
  tokens.reserve(words.size());
  for (const text::Word& word : words) {
    if (!MayHoldApostrophe(Slice(text, word.span))) {
      tokens.push_back(MakeToken(text, word.span, word.kind));
      continue;
    }
    const std::vector<ByteSpan> parts = PartsOf(text, word.span);
    for (size_t i = 0; i < parts.size(); ++i) {
      if (parts.size() == 1 || !IsDropped(text, parts, i)) {
        tokens.push_back(MakeToken(text, parts[i], word.kind));
      }
    }
  }
  return tokens;
}

}  // namespace polygist::summary
