#include "ingest_service/extract/author.h"

#include <algorithm>
#include <array>
#include <cstddef>

#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "extract_html_data.h"
#include "ingest_service/extract/line_words.h"

namespace polygist::ingest {
namespace {

constexpr int kMaxNameWords = 3;
constexpr std::array<std::string_view, 2> kColons = {":", "\uFF1A"};

// Whether `word`, folded, introduces an author in some language.
bool IsBylineWord(std::string_view word) {
  const std::string folded = text::FoldForMatching(word);
  std::string_view table = data::kBylineWords;
  while (!table.empty()) {
    const std::string_view line = table.substr(0, table.find('\n'));
    table.remove_prefix(std::min(table.size(), line.size() + 1));
    const size_t tab = line.find('\t');
    if (!line.starts_with('#') && tab != std::string_view::npos && line.substr(tab + 1) == folded) return true;
  }
  return false;
}

// "de", "van", "al-": small words inside names.
bool IsParticle(std::string_view word) {
  return text::CountCodePoints(word) <= 3 && text::IsLower(FirstOf(word)) && IsNameWord("X" + std::string(word));
}

// Takes the word that introduces an author off `line`, and the colon after it. Returns whether there was one.
bool TakeIntroduction(std::string_view* line) {
  std::string_view rest = *line;
  const std::string_view word = TakeWord(&rest);
  for (const std::string_view colon : kColons) {
    const size_t at = word.find(colon);
    if (at == std::string_view::npos || !IsBylineWord(word.substr(0, at))) continue;
    *line = line->substr(static_cast<size_t>(word.data() - line->data()) + at + colon.size());
    return true;
  }
  if (!IsBylineWord(word)) return false;
  *line = rest;
  return true;
}

// Length of the sign between parts of a line at `at`; 0 when there is none.
size_t SignLength(std::string_view line, size_t at) {
  for (const std::string_view sign : {"|", "\u00B7", "\u2022", " - ", " \u2013 ", " \u2014 ", " / "}) {
    if (line.substr(at).starts_with(sign)) return sign.size();
  }
  return 0;
}

}  // namespace

std::string AuthorIn(std::string_view line) {
  std::string_view rest = line;
  if (!TakeIntroduction(&rest)) return "";
  std::string author;
  int names = 0;
  while (!rest.empty() && names < kMaxNameWords) {
    std::string_view word = TakeWord(&rest);
    const bool last = word.ends_with(',') || word.ends_with(';');
    if (last) word.remove_suffix(1);
    const bool name = IsNameWord(word);
    if (!name && !(names > 0 && IsParticle(word))) break;
    author += (author.empty() ? "" : " ") + std::string(word);
    names += name;
    if (last) break;
  }
  // A particle at the end was the next word: "By Mary Smith for ...".
  while (names > 0 && !IsNameWord(author.substr(author.rfind(' ') + 1))) author.resize(author.rfind(' '));
  const bool spaced = text::IsUpper(FirstOf(author));
  return names >= (spaced ? 2 : 1) ? author : "";
}

std::string WithoutIntroduction(std::string_view byline) {
  std::string_view rest = byline;
  const bool introduced = TakeIntroduction(&rest);
  return std::string(text::TrimWhiteSpace(introduced && !AuthorIn(byline).empty() ? rest : byline));
}

namespace {

// The author behind an introduction with a colon, anywhere: "2031-03-12 记者：王小明".
std::string AuthorBehindColon(std::string_view line) {
  for (std::string_view rest = line; !rest.empty();) {
    const std::string_view from = rest;
    const std::string_view word = TakeWord(&rest);
    const bool colon = std::any_of(kColons.begin(), kColons.end(),
                                   [&](std::string_view c) { return word.find(c) != std::string_view::npos; });
    if (std::string author = colon ? AuthorIn(from) : ""; !author.empty()) return author;
  }
  return "";
}

}  // namespace

std::string AuthorInParts(std::string_view line) {
  size_t begin = 0;
  for (size_t at = 0; at <= line.size(); ++at) {
    const size_t sign = at < line.size() ? SignLength(line, at) : 0;
    if (sign == 0 && at < line.size()) continue;
    std::string author = AuthorIn(line.substr(begin, at - begin));
    if (!author.empty()) return author;
    begin = at + std::max<size_t>(sign, 1);
  }
  return AuthorBehindColon(line);
}

}  // namespace polygist::ingest
