#include "ingest_service/extract/plain/dateline.h"

#include <string>
#include <vector>

#include "common/base/byte_span.h"
#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "ingest_service/extract/date_text.h"
#include "ingest_service/extract/line_words.h"
#include "ingest_service/extract/plain/shape.h"

namespace polygist::ingest {
namespace {

constexpr size_t kMaxDatelineWords = 10;
// Of a dateline that is nothing but a place, and of the sentence behind it.
constexpr size_t kMaxPlaceWords = 4;
constexpr int kMinUnmarkedRestWords = 8;
constexpr int kAnyYear = 2000;  // Datelines leave the year out; where the date stands is all that counts.

// A word that a dateline may hold: capitalised, a number, a sign, or a small particle.
bool FitsDateline(std::string_view word) {
  const char32_t c = FirstOf(word);
  return !text::IsLower(c) || text::CountCodePoints(word) <= 3 || word.find('.') != std::string_view::npos;
}

// "KOMPAS.com", or capitals only.
bool MarksDateline(std::string_view word) {
  while (!word.empty() && std::string_view("(),:").find(word.back()) != std::string_view::npos) word.remove_suffix(1);
  if (word.starts_with('(')) word.remove_prefix(1);
  if (word.find_first_of("/:@") != std::string_view::npos) return false;
  const size_t dot = word.find('.');
  if (dot != std::string_view::npos && dot > 2 && dot + 1 < word.size()) return true;
  const Shape shape = LineShapeOf(word);
  return shape.all_capitals == 1 && shape.letters >= 3 && shape.digits == 0;
}

bool IsDash(std::string_view word) { return word == "-" || word == "--" || word == "\u2013" || word == "\u2014"; }

// Whether `rest` opens with a sentence that has no dash of its own: one that has may be the second part of a sentence
// with something put in between dashes.
bool IsPlainSentence(std::string_view rest) {
  for (int words = 0; !rest.empty(); ++words) {
    const std::string word = Visible(TakeWord(&rest));
    if (IsDash(word) || (words == 0 && !text::IsUpper(FirstOf(word)))) return false;
    if (words >= kMinUnmarkedRestWords && (word.ends_with('.') || word.ends_with(','))) return true;
  }
  return false;
}

// What stands before the first dash between spaces in `line`, as cleaning will leave it; `rest` is what stands behind.
// Empty when it is too long for a dateline.
std::vector<std::string> WordsBeforeDash(std::string_view line, std::string_view* rest) {
  std::vector<std::string> words;
  *rest = line;
  while (!rest->empty() && words.size() <= kMaxDatelineWords) {
    const std::string_view word = TakeWord(rest);
    if (!words.empty() && IsDash(word)) return words;
    words.push_back(Visible(word));
  }
  return {};
}

// Which of `words` belong to a date.
std::vector<bool> InDate(const std::vector<std::string>& words) {
  std::string joined;
  std::vector<ByteSpan> spans;
  for (const std::string& word : words) {
    const auto begin = static_cast<int64_t>(joined.size());
    spans.push_back({begin, begin + static_cast<int64_t>(word.size())});
    joined += word + ' ';
  }
  const auto date = FindDate(joined, {.year = kAnyYear});
  std::vector<bool> in_date;
  for (const ByteSpan span : spans) in_date.push_back(date.has_value() && date->span.Overlaps(span));
  return in_date;
}

}  // namespace

size_t DatelineLength(std::string_view line) {
  std::string_view rest;
  const std::vector<std::string> words = WordsBeforeDash(line, &rest);
  if (words.empty()) return 0;
  const std::vector<bool> in_date = InDate(words);
  bool marked = false;
  bool named = words.size() <= kMaxPlaceWords;
  for (size_t i = 0; i < words.size(); ++i) {
    const std::string& word = words[i];
    if ((!in_date[i] && !FitsDateline(word)) || word.ends_with('!') || word.ends_with('?')) return 0;
    marked |= MarksDateline(word) || (in_date[i] && i > 0);
    named &= text::IsUpper(FirstOf(word)) && IsNameWord(word);
  }
  return marked || (named && IsPlainSentence(rest)) ? line.size() - rest.size() : 0;
}

}  // namespace polygist::ingest
