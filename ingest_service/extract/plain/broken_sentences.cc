#include "ingest_service/extract/plain/broken_sentences.h"

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "ingest_service/extract/plain/shape.h"

namespace polygist::ingest {
namespace {

// "a) ..." and "ii. ...".
bool StartsLetteredItem(std::string_view text, ByteSpan line) {
  constexpr size_t kLongestLabel = 3;
  const std::string_view bytes = Slice(text, line);
  const size_t end = bytes.find_first_of(").");
  return end != std::string_view::npos && end <= kLongestLabel && bytes.find(' ') == end + 1;
}

// Not names of makers and users: "eZ", "solo681".
bool StartsWithSmallWord(std::string_view text, ByteSpan line) {
  auto offset = static_cast<size_t>(line.begin);
  if (!text::IsLower(text::NextCodePoint(text, &offset))) return false;
  while (offset < static_cast<size_t>(line.end)) {
    const char32_t c = text::NextCodePoint(text, &offset);
    if (text::IsUpper(c) || text::IsDigit(c)) return false;
    if (!text::IsLetter(c)) break;
  }
  return true;
}

// Whether a sentence goes on behind `line`, with a small letter. A word alone on its line is an item of a list.
bool RunsOver(std::string_view text, const Line& line, const Line& next) {
  return !next.after_blank && IsMidSentence(text, line.span, next.span) && StartsWithSmallWord(text, next.span) &&
         !StartsLetteredItem(text, next.span) && Slice(text, line.span).find(' ') != std::string_view::npos;
}

bool OpensWithCapital(std::string_view text, ByteSpan line) {
  for (auto offset = static_cast<size_t>(line.begin); offset < static_cast<size_t>(line.end);) {
    const char32_t c = text::NextCodePoint(text, &offset);
    if (text::IsLetter(c)) return text::IsUpper(c);
  }
  return false;
}

// Whether the first sentence of `line` has two or three words and more follows. A single word, or a single letter at
// its end, is an abbreviation, and so is what has a full stop inside.
bool OpensWithFewWords(std::string_view line) {
  constexpr int kFewWords = 3;
  constexpr int64_t kShortWord = 2;  // With its full stop.
  for (int words = 1; words <= kFewWords; ++words) {
    const std::string_view word = line.substr(0, line.find(' '));
    if (word.size() == line.size()) return false;
    if (LineShapeOf(word).ends_sentence) {
      return words > 1 && text::CountCodePoints(word) > kShortWord && word.find('.') >= word.size() - 1;
    }
    line.remove_prefix(word.size() + 1);
  }
  return false;
}

// Without capitals a line that has no end is a sentence that goes on when what follows would be a sentence of two or
// three words and more: no article opens so, nor do lists.
bool RunsOverWithoutCapitals(std::string_view text, const Line& line, const Line& next) {
  constexpr int kMinWords = 8;
  if (next.after_blank || StartsListItem(text, next.span) || !OpensWithFewWords(Slice(text, next.span))) return false;
  const Shape shape = LineShapeOf(Slice(text, line.span));
  const bool spaced = !text::IsIdeographic(FirstCharacter(text, line.span));
  return spaced && shape.letters > 0 && !shape.cased && shape.words >= kMinWords && !shape.ends_sentence &&
         !shape.ends_colon;
}

}  // namespace

char32_t LastCharacter(std::string_view text, ByteSpan span) {
  auto offset = static_cast<size_t>(span.end);
  return text::PreviousCodePoint(text, &offset);
}

char32_t FirstCharacter(std::string_view text, ByteSpan span) {
  auto offset = static_cast<size_t>(span.begin);
  return text::NextCodePoint(text, &offset);
}

bool EndsSentence(std::string_view text, ByteSpan line) {
  const Shape shape = LineShapeOf(Slice(text, line));
  return shape.ends_sentence || shape.ends_colon;
}

bool IsMidSentence(std::string_view text, ByteSpan line, ByteSpan next) {
  const char32_t last = LastCharacter(text, line);
  if (!text::IsLetter(last) && !text::IsDigit(last) && last != ',' && last != '-') return false;
  return !text::IsUpper(FirstCharacter(text, next));
}

bool StartsListItem(std::string_view text, ByteSpan line) {
  const std::string_view bytes = Slice(text, line);
  return bytes.starts_with("- ") || bytes.starts_with("* ") || bytes.starts_with("\u2022") || bytes.starts_with("#");
}

size_t EndOfBrokenSentences(std::string_view text, const std::vector<Line>& lines, size_t begin) {
  size_t end = begin + 1;
  // First, as no line that others run over into opens so: otherwise a flood of them would be read again for each.
  if (!OpensWithCapital(text, lines[begin].span))
    return end < lines.size() && RunsOverWithoutCapitals(text, lines[begin], lines[end]) ? end + 1 : end;
  while (end < lines.size() && RunsOver(text, lines[end - 1], lines[end])) ++end;
  if (end == begin + 1) return end;
  return EndsSentence(text, lines[end - 1].span) ? end : begin + 1;
}

}  // namespace polygist::ingest
