#include "summary_service/analysis/attributions.h"

#include <string>

#include "absl/container/node_hash_map.h"
#include "absl/strings/ascii.h"
#include "common/base/strings.h"
#include "common/text/characters.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "summary_analysis_data.h"
#include "summary_service/analysis/phrase_table.h"
#include "summary_service/analysis/quotations.h"

namespace polygist::summary {
namespace {

enum class Place { kInside, kEnd };

using Table = absl::node_hash_map<std::string, PhraseIndex>;  // By language.

// Kinds: "inside", "end".
Table ReadTable() {
  Table table;
  for (const PhraseRow& row : ReadPhraseTable(data::kAttributions)) {
    const Place place = row.kind == "end" ? Place::kEnd : Place::kInside;
    for (const std::string& phrase : row.phrases) table[row.language].Add(phrase, static_cast<int>(place));
  }
  return table;
}

const Table& AllAttributions() {
  static const Table& table = *new Table(ReadTable());
  return table;
}

bool IsWordPart(char32_t c) { return text::IsLetter(c) || text::IsDigit(c) || text::IsIdeographic(c); }

// Where the first word begins from `at` on; the size of `text` when there is none.
size_t NextWord(std::string_view text, size_t at) {
  for (size_t next = at; at < text.size(); at = next) {
    if (IsWordPart(text::NextCodePoint(text, &next))) break;
  }
  return at;
}

bool HoldsWord(std::string_view rest) { return NextWord(rest, 0) < rest.size(); }

// Whether the phrase that is the first `length` bytes of `rest` ends with its last word. Scripts without spaces go on
// with letters after a phrase, as Chinese does after "he said".
bool EndsWord(std::string_view rest, size_t length) {
  if (length >= rest.size()) return true;
  size_t before = length, after = length;
  if (text::IsIdeographic(text::PreviousCodePoint(rest, &before))) return true;
  return !IsWordPart(text::NextCodePoint(rest, &after));
}

// Whether an attribution begins `rest`.
bool Begins(std::string_view rest, const PhraseIndex& attributions) {
  const size_t end = attributions.Reach(rest);
  const std::string folded = text::FoldForMatching(rest.substr(0, end));
  for (const PhraseMatch& phrase : attributions.BeginningsOf(folded)) {
    if (!EndsWord(folded, phrase.bytes)) continue;
    if (static_cast<Place>(phrase.value) == Place::kInside) return true;
    // The rest of `folded` and what follows it hold no word: the sentence ends here.
    if (!HoldsWord(std::string_view(folded).substr(phrase.bytes)) && !HoldsWord(rest.substr(end))) return true;
  }
  return false;
}

// Where the next mark of `sentence` ends from `at` on; its size when there is none.
size_t AfterNextMark(std::string_view sentence, size_t at) {
  while (at < sentence.size()) {
    const auto byte = static_cast<unsigned char>(sentence[at]);
    const bool mark =
        byte < 0x80 ? (++at, absl::ascii_ispunct(byte)) : text::IsPunctuation(text::NextCodePoint(sentence, &at));
    if (mark) return at;
  }
  return at;
}

// Whether `before` is nothing but the statement.
bool IsStatement(std::string_view before) {
  if (!HoldsQuotation(before)) return HoldsWord(before);
  size_t first = 0;
  return !IsWordPart(text::NextCodePoint(before, &first));
}

}  // namespace

bool LacksSpeaker(std::string_view sentence, std::string_view base_language) {
  const auto found = AllAttributions().find(ToAbsl(base_language));
  if (found == AllAttributions().end()) return false;
  for (size_t at = AfterNextMark(sentence, 0); at < sentence.size(); at = AfterNextMark(sentence, at)) {
    const size_t word = NextWord(sentence, at);
    if (word == sentence.size()) return false;
    const std::string_view rest = sentence.substr(word);
    if (found->second.MayBegin(rest) && Begins(rest, found->second) && IsStatement(sentence.substr(0, word))) {
      return true;
    }
    at = word;
    text::NextCodePoint(sentence, &at);
  }
  return false;
}

bool HasAttributions(std::string_view base_language) { return AllAttributions().contains(ToAbsl(base_language)); }

}  // namespace polygist::summary
