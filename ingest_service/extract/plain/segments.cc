#include "ingest_service/extract/plain/segments.h"

#include <algorithm>
#include <cstddef>

#include "common/text/characters.h"
#include "common/text/utf8.h"

namespace polygist::ingest {
namespace {

// Paragraphs of news end before this; longer lines are several paragraphs, or a page.
constexpr size_t kMinGluedBytes = 1000;
// A segment is split before running text only when at least this many words stand before it, so
// that an ordinary sentence that opens with names stays whole.
constexpr size_t kMinWordsBefore = 4;
constexpr double kSmallWord = 1.0;
constexpr double kCapitalWord = -0.7;
constexpr double kNumberWord = -0.3;

struct Word {
  ByteSpan span;
  bool capital = false;
  bool small = false;
  bool ends_sentence = false;
  bool opens_text = false;  // Could be the first word of a sentence.
};

bool IsTerminator(char32_t c) {
  constexpr std::u32string_view kTerminators = U".!?\u2026\u3002\uFF01\uFF1F\u061F\u06D4\u0964";
  return kTerminators.find(c) != std::u32string_view::npos;
}

bool IsCloser(char32_t c) {
  constexpr std::u32string_view kClosers = U"\"')]\u2019\u201D\u00BB\u300D\u300F\uFF09";
  return kClosers.find(c) != std::u32string_view::npos;
}

Word WordAt(std::string_view line, ByteSpan span) {
  Word word{span};
  int letters = 0;
  int capitals = 0;
  auto offset = static_cast<size_t>(span.begin);
  while (offset < static_cast<size_t>(span.end)) {
    const char32_t c = text::NextCodePoint(line, &offset);
    if (text::IsLetter(c)) {
      if (letters == 0) {
        word.capital = text::IsUpper(c);
        word.small = !word.capital;
      }
      ++letters;
      capitals += text::IsUpper(c);
    }
    if (!IsCloser(c)) word.ends_sentence = IsTerminator(c);
  }
  // "J." and "U.S." end no sentence; a word in capitals rarely opens one.
  if (word.ends_sentence && word.capital && capitals == letters && letters <= 3)
    word.ends_sentence = false;
  word.opens_text = word.capital && (letters == 1 || capitals < letters);
  return word;
}

std::vector<Word> SplitIntoWords(std::string_view line) {
  std::vector<Word> words;
  size_t begin = 0;
  bool inside = false;
  for (size_t offset = 0; offset <= line.size();) {
    const size_t here = offset;
    const bool space =
        offset == line.size() || text::IsWhiteSpace(text::NextCodePoint(line, &offset));
    if (space && inside)
      words.push_back(WordAt(line, {static_cast<int64_t>(begin), static_cast<int64_t>(here)}));
    if (!space && !inside) begin = here;
    inside = !space;
    if (here == line.size()) break;
  }
  return words;
}

double WeightOf(const Word& word) {
  if (word.small) return kSmallWord;
  return word.capital ? kCapitalWord : kNumberWord;
}

// Index in [begin, end) of the word that opens the running text at the end of the segment; `begin`
// when the whole of it is running text, or none.
size_t FindOpening(const std::vector<Word>& words, size_t begin, size_t end) {
  double sum = 0;
  double best = 0;
  size_t first_small = end;
  for (size_t i = end; i-- > begin;) {
    sum += WeightOf(words[i]);
    if (sum > best && words[i].small) {
      best = sum;
      first_small = i;
    }
  }
  if (first_small == end || best < 3.0) return begin;
  // The sentence opens a few capitalised words earlier: at the nearest that could open one, past
  // further ones that stand right before it.
  size_t opening = first_small;
  while (opening > begin && words[opening - 1].opens_text && first_small - opening < 3) --opening;
  return opening - begin >= kMinWordsBefore ? opening : begin;
}

void Emit(const std::vector<Word>& words, size_t begin, size_t end,
          std::vector<ByteSpan>* segments) {
  if (begin < end) segments->push_back(Hull(words[begin].span, words[end - 1].span));
}

}  // namespace

std::vector<ByteSpan> CutGluedLine(std::string_view line) {
  if (line.size() < kMinGluedBytes) return {{0, static_cast<int64_t>(line.size())}};
  const std::vector<Word> words = SplitIntoWords(line);
  std::vector<ByteSpan> segments;
  size_t begin = 0;
  for (size_t i = 0; i < words.size(); ++i) {
    const bool last = i + 1 == words.size();
    const bool ends = words[i].ends_sentence && (last || !words[i + 1].small);
    if (!ends && !last) continue;
    const size_t opening = FindOpening(words, begin, i + 1);
    Emit(words, begin, opening, &segments);
    Emit(words, opening, i + 1, &segments);
    begin = i + 1;
  }
  return segments;
}

}  // namespace polygist::ingest
