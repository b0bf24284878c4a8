#include "summary_service/analysis/openers.h"

#include <algorithm>
#include <map>
#include <string>
#include <utility>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "summary_analysis_data.h"
#include "summary_service/analysis/phrase_table.h"

namespace polygist::summary {
namespace {

enum class Kind { kPronoun, kDemonstrative, kConnective, kBefore, kNone };

// Words and phrases that open sentences, folded.
struct Openers {
  absl::flat_hash_map<std::string, Kind> phrases;
  size_t longest_bytes = 0;
  bool spaceless = false;  // The language sets no spaces between words.
};

using Table = std::map<std::string, Openers, std::less<>>;

Kind KindOf(std::string_view name) {
  if (name == "pronoun") return Kind::kPronoun;
  if (name == "demonstrative") return Kind::kDemonstrative;
  if (name == "connective") return Kind::kConnective;
  return name == "before" ? Kind::kBefore : Kind::kNone;
}

Table ReadTable() {
  Table table;
  for (PhraseRow& row : ReadPhraseTable(data::kOpeners)) {
    Openers& openers = table[row.language];
    openers.spaceless = row.language == "zh" || row.language == "ja";
    for (std::string& phrase : row.phrases) {
      openers.longest_bytes = std::max(openers.longest_bytes, phrase.size());
      openers.phrases.emplace(std::move(phrase), KindOf(row.kind));
    }
  }
  return table;
}

const Table& AllOpeners() {
  static const Table& table = *new Table(ReadTable());
  return table;
}

bool EndsWord(std::string_view text, size_t at) {
  if (at >= text.size()) return true;
  size_t next = at;
  const char32_t c = text::NextCodePoint(text, &next);
  return IsWhiteSpace(c) || IsWordCharacter(c) || c == ',' || c == '.' || c == ';' || c == ':' || c == 0x060C ||
         c == 0x2019 || c == '\'' || (c >= 0x3001 && c <= 0x3002) || c == 0xFF0C;
}

// Where the words begin: after quotation marks, brackets, dashes.
size_t FirstWord(std::string_view sentence) {
  static constexpr std::string_view kSkipped[] = {"\"", "'", "“", "„", "«", "‘", "(", "[", "-", "–", "—", "「", "『", " "};
  size_t at = 0;
  for (bool skipped = true; skipped;) {
    skipped = false;
    for (const std::string_view mark : kSkipped) {
      if (sentence.substr(at).starts_with(mark)) at += mark.size(), skipped = true;
    }
  }
  return at;
}

// The longest phrase that begins `rest`.
struct Match {
  Kind kind = Kind::kNone;
  size_t bytes = 0;
};

Match MatchBeginning(std::string_view folded, const Openers& openers) {
  for (size_t length = std::min(folded.size(), openers.longest_bytes); length > 0; --length) {
    if (!text::IsCodePointBoundary(folded, length)) continue;
    const auto phrase = openers.phrases.find(absl::string_view(folded.data(), length));
    if (phrase == openers.phrases.end()) continue;
    if (openers.spaceless || EndsWord(folded, length)) return {phrase->second, length};
  }
  return {};
}

// What may follow a word that stands before a demonstrative: a space, or the apostrophe that took its place.
size_t NextWord(std::string_view folded, size_t at) {
  size_t next = at;
  if (at < folded.size()) text::NextCodePoint(folded, &next);
  return next;
}

}  // namespace

Opener OpenerOf(std::string_view sentence, std::string_view base_language) {
  const auto found = AllOpeners().find(base_language);
  if (found == AllOpeners().end()) return Opener::kNone;
  const Openers& openers = found->second;
  const std::string_view rest = sentence.substr(FirstWord(sentence));
  size_t end = std::min(rest.size(), 2 * openers.longest_bytes);  // Of two phrases; folding may shorten.
  while (!text::IsCodePointBoundary(rest, end)) --end;
  const std::string folded = text::FoldForMatching(rest.substr(0, end));
  const Match first = MatchBeginning(folded, openers);
  switch (first.kind) {
    case Kind::kPronoun:
      return Opener::kPronoun;
    case Kind::kDemonstrative:
      return Opener::kDemonstrative;
    case Kind::kConnective:
      return Opener::kConnective;
    case Kind::kBefore: {
      const size_t next = NextWord(folded, first.bytes);
      const Match second = MatchBeginning(std::string_view(folded).substr(next), openers);
      return second.kind == Kind::kDemonstrative ? Opener::kDemonstrative : Opener::kNone;
    }
    case Kind::kNone:
      break;
  }
  return Opener::kNone;
}

bool HasOpeners(std::string_view base_language) { return AllOpeners().contains(base_language); }

}  // namespace polygist::summary
