#include "summary_service/analysis/quotations.h"

#include <cstddef>


namespace polygist::summary {
namespace {

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

}  // namespace

bool HoldsQuotation(std::string_view text) {
  for (const std::string_view mark : kDoubleMarks) {
    if (text.find(mark) != std::string_view::npos) return true;
  }
  for (const std::string_view mark : kSingleMarks) {
    for (size_t at = text.find(mark); at != std::string_view::npos; at = text.find(mark, at + 1)) {
      if (OpensAt(text, at, at + mark.size())) return true;
    }
  }
  return false;
}

}  // namespace polygist::summary
