#include "summary_service/analysis/quotations.h"

#include <cstddef>
#include <iterator>
#include <span>
#include <vector>

#include "common/text/characters.h"
#include "common/text/utf8.h"

namespace polygist::summary {
namespace {

// In each list the straight mark first: no other one is ASCII.
constexpr std::string_view kDoubleMarks[] = {"\"", "“", "”", "„", "‟", "«", "»", "「", "」", "『", "』", "《", "》"};
constexpr std::string_view kSingleMarks[] = {"'", "‘", "‚", "‹"};
// "'s", "'ll", "'re": what stands alone after an apostrophe when a tokenizer has cut a word.
constexpr size_t kLongestClitic = 2;

bool IsLetter(char byte) {
  const unsigned char c = static_cast<unsigned char>(byte);
  return c >= 0x80 || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool OpensAt(std::string_view text, size_t begin, size_t end) {
  if (begin > 0 && text[begin - 1] != ' ' && text[begin - 1] != '(' && text[begin - 1] != '\n') return false;
  size_t letters = 0;
  while (end + letters < text.size() && IsLetter(text[end + letters])) ++letters;
  if (letters == 0) return end < text.size() && text[end] == ' ' && end + 1 < text.size();
  return letters > kLongestClitic;
}

int Count(std::string_view text, std::string_view mark) {
  int count = 0;
  for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + mark.size())) ++count;
  return count;
}

bool IsHebrewLetter(std::string_view text, size_t at) {
  return at + 1 < text.size() && text[at] == '\xD7' && text[at + 1] >= '\x90' && text[at + 1] <= '\xAA';
}

// Places of the straight marks that quote: "ק\"מ", between the last letters of a Hebrew abbreviation, is none.
std::vector<size_t> StraightMarksOf(std::string_view text) {
  std::vector<size_t> places;
  for (size_t at = text.find('"'); at != std::string_view::npos; at = text.find('"', at + 1)) {
    if (at < 2 || !IsHebrewLetter(text, at - 2) || !IsHebrewLetter(text, at + 1)) places.push_back(at);
  }
  return places;
}

bool BeginsUpperCase(std::string_view text) {
  if (text.empty()) return false;
  size_t end = 0;
  return text::IsUpper(text::NextCodePoint(text, &end));
}

// A lone straight mark opens when a space or nothing stands before it. Where tokenizers left spaces on both sides, a
// quotation that begins within a sentence begins with a capital.
OpenQuote SideOf(std::string_view text, size_t at) {
  if (at == 0 || text[at - 1] == '(') return OpenQuote::kOpens;
  if (text[at - 1] != ' ') return OpenQuote::kCloses;
  const std::string_view after = text.substr(at + 1);
  return !after.starts_with(' ') || BeginsUpperCase(after.substr(1)) ? OpenQuote::kOpens : OpenQuote::kCloses;
}

}  // namespace

OpenQuote FindOpenQuote(std::string_view text) {
  const std::vector<size_t> straight = StraightMarksOf(text);
  if (straight.size() % 2 == 1) return SideOf(text, straight.back());
  if (text::IsAscii(text)) return OpenQuote::kNone;
  // German closes with the mark that English opens with.
  const int low = Count(text, "„");
  const int curly = Count(text, "“") + Count(text, "”");
  if (low > 0) return low == curly ? OpenQuote::kNone : low > curly ? OpenQuote::kOpens : OpenQuote::kCloses;
  static constexpr std::string_view kPairs[][2] = {{"“", "”"}, {"«", "»"}, {"「", "」"}, {"『", "』"}, {"《", "》"}};
  for (const auto& [opening, closing] : kPairs) {
    const int difference = Count(text, opening) - Count(text, closing);
    if (difference == 0) continue;
    // Swedish and Finnish use one mark on both sides, Danish turns them around.
    if (Count(text, opening) * Count(text, closing) == 0 && difference % 2 == 0) continue;
    return difference > 0 ? OpenQuote::kOpens : OpenQuote::kCloses;
  }
  return OpenQuote::kNone;
}

bool HoldsQuotation(std::string_view text) {
  const bool ascii = text::IsAscii(text);
  for (const std::string_view mark : std::span(kDoubleMarks).first(ascii ? 1 : std::size(kDoubleMarks))) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  for (const std::string_view mark : std::span(kSingleMarks).first(ascii ? 1 : std::size(kSingleMarks))) {
    for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      if (OpensAt(text, at, at + mark.size())) return true;
    }
  }
  return false;
}

}  // namespace polygist::summary
