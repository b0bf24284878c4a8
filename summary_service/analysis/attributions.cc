#include "summary_service/analysis/attributions.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/container/flat_hash_set.h"
#include "absl/strings/ascii.h"
#include "absl/strings/string_view.h"
#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "summary_analysis_data.h"
#include "summary_service/analysis/phrase_table.h"
#include "summary_service/analysis/quotations.h"

namespace polygist::summary {
namespace {

enum class Place { kInside, kEnd };

struct Attributions {
  absl::flat_hash_map<std::string, Place> phrases;  // Folded.
  absl::flat_hash_set<char32_t> first;             // Their first characters: most words need no more to be passed over.
  size_t longest_bytes = 0;
};

using Table = std::map<std::string, Attributions, std::less<>>;

// Kinds: "inside", "end".
Table ReadTable() {
  Table table;
  for (PhraseRow& row : ReadPhraseTable(data::kAttributions)) {
    Attributions& attributions = table[row.language];
    for (std::string& phrase : row.phrases) {
      attributions.longest_bytes = std::max(attributions.longest_bytes, phrase.size());
      size_t begin = 0;
      attributions.first.insert(text::NextCodePoint(phrase, &begin));
      attributions.phrases.emplace(std::move(phrase), row.kind == "end" ? Place::kEnd : Place::kInside);
    }
  }
  return table;
}

const Table& AllAttributions() {
  static const Table& table = *new Table(ReadTable());
  return table;
}

bool IsWordPart(char32_t c) { return text::IsLetter(c) || text::IsDigit(c) || text::IsIdeographic(c); }

bool HoldsWord(std::string_view rest) {
  for (size_t at = 0; at < rest.size();) {
    if (IsWordPart(text::NextCodePoint(rest, &at))) return true;
  }
  return false;
}

// Whether the phrase that is the first `length` bytes of `rest` ends with its last word. Scripts without spaces go on
// with letters after a phrase, as Chinese does after "he said".
bool EndsWord(std::string_view rest, size_t length) {
  if (length >= rest.size()) return true;
  size_t before = length, after = length;
  if (text::IsIdeographic(text::PreviousCodePoint(rest, &before))) return true;
  return !IsWordPart(text::NextCodePoint(rest, &after));
}

// Whether an attribution begins `rest`.
bool Begins(std::string_view rest, const Attributions& attributions) {
  size_t end = std::min(rest.size(), attributions.longest_bytes + 8);  // Folding may shorten.
  while (!text::IsCodePointBoundary(rest, end)) --end;
  const std::string folded = text::FoldForMatching(rest.substr(0, end));
  for (size_t length = std::min(folded.size(), attributions.longest_bytes); length > 0; --length) {
    if (!text::IsCodePointBoundary(folded, length) || !EndsWord(folded, length)) continue;
    const auto phrase = attributions.phrases.find(absl::string_view(folded.data(), length));
    if (phrase == attributions.phrases.end()) continue;
    if (phrase->second == Place::kInside) return true;
    // The rest of `folded` and what follows it hold no word: the sentence ends here.
    if (!HoldsWord(std::string_view(folded).substr(length)) && !HoldsWord(rest.substr(end))) return true;
  }
  return false;
}

bool IsMark(char32_t c) {
  return c < 0x80 ? absl::ascii_ispunct(static_cast<unsigned char>(c)) : text::IsPunctuation(c);
}

// Whether `before` is nothing but the statement.
bool IsStatement(std::string_view before) {
  if (!HoldsQuotation(before)) return HoldsWord(before);
  size_t first = 0;
  return !IsWordPart(text::NextCodePoint(before, &first));
}

}  // namespace

bool LacksSpeaker(std::string_view sentence, std::string_view base_language) {
  const auto found = AllAttributions().find(base_language);
  if (found == AllAttributions().end()) return false;
  bool after_mark = false;
  for (size_t at = 0; at < sentence.size();) {
    const size_t begin = at;
    const char32_t c = text::NextCodePoint(sentence, &at);
    if (after_mark && IsWordPart(c)) {
      if (found->second.first.contains(text::ToLower(c)) && Begins(sentence.substr(begin), found->second) &&
          IsStatement(sentence.substr(0, begin))) {
        return true;
      }
      after_mark = false;
    } else if (IsMark(c)) {
      after_mark = true;
    }
  }
  return false;
}

bool HasAttributions(std::string_view base_language) { return AllAttributions().contains(base_language); }

}  // namespace polygist::summary
