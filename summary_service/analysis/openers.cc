#include "summary_service/analysis/openers.h"

#include <string>

#include "absl/container/node_hash_map.h"
#include "absl/strings/ascii.h"
#include "common/base/strings.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "summary_analysis_data.h"
#include "summary_service/analysis/phrase_table.h"

namespace polygist::summary {
namespace {

enum class Kind { kPronoun, kDemonstrative, kConnective, kBefore, kNone };

// The words and phrases of a language that open sentences, and their kinds.
struct Openers {
  PhraseIndex phrases;
  bool spaceless = false;  // The language sets no spaces between words.
};

using Table = absl::node_hash_map<std::string, Openers>;  // By language.

Kind KindOf(std::string_view name) {
  if (name == "pronoun") return Kind::kPronoun;
  if (name == "demonstrative") return Kind::kDemonstrative;
  if (name == "connective") return Kind::kConnective;
  return name == "before" ? Kind::kBefore : Kind::kNone;
}

Table ReadTable() {
  Table table;
  for (const PhraseRow& row : ReadPhraseTable(data::kOpeners)) {
    Openers& openers = table[row.language];
    openers.spaceless = row.language == "zh" || row.language == "ja";
    for (const std::string& phrase : row.phrases) openers.phrases.Add(phrase, static_cast<int>(KindOf(row.kind)));
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
  if (!sentence.empty() && absl::ascii_isalnum(static_cast<unsigned char>(sentence.front()))) return 0;
  static constexpr std::string_view kSkipped[] = {"\"", "'", "“", "„", "«",  "‘",  "(",
                                                  "[",  "-", "–", "—", "「", "『", " "};
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
  for (const PhraseMatch& phrase : openers.phrases.BeginningsOf(folded)) {
    if (openers.spaceless || EndsWord(folded, phrase.bytes)) return {static_cast<Kind>(phrase.value), phrase.bytes};
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
  const auto found = AllOpeners().find(ToAbsl(base_language));
  if (found == AllOpeners().end()) return Opener::kNone;
  const std::string_view rest = sentence.substr(FirstWord(sentence));
  const PhraseIndex& phrases = found->second.phrases;
  if (rest.empty() || !phrases.MayBegin(rest)) return Opener::kNone;
  const std::string folded = text::FoldForMatching(rest.substr(0, phrases.Reach(rest, 2)));
  const Match first = MatchBeginning(folded, found->second);
  switch (first.kind) {
    case Kind::kPronoun:
      return Opener::kPronoun;
    case Kind::kDemonstrative:
      return Opener::kDemonstrative;
    case Kind::kConnective:
      return Opener::kConnective;
    case Kind::kBefore: {
      const size_t next = NextWord(folded, first.bytes);
      const Match second = MatchBeginning(std::string_view(folded).substr(next), found->second);
      return second.kind == Kind::kDemonstrative ? Opener::kDemonstrative : Opener::kNone;
    }
    case Kind::kNone:
      break;
  }
  return Opener::kNone;
}

bool HasOpeners(std::string_view base_language) { return AllOpeners().contains(ToAbsl(base_language)); }

}  // namespace polygist::summary
