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

using Table = absl::node_hash_map<std::string, PhraseIndex>;  // By language.

// Kinds: "pronoun", "connective".
Table ReadTable() {
  Table table;
  for (const PhraseRow& row : ReadPhraseTable(data::kOpeners)) {
    const Opener opener = row.kind == "pronoun" ? Opener::kPronoun : Opener::kConnective;
    for (const std::string& phrase : row.phrases) table[row.language].Add(phrase, static_cast<int>(opener));
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

}  // namespace

Opener OpenerOf(std::string_view sentence, std::string_view base_language) {
  const auto found = AllOpeners().find(ToAbsl(base_language));
  if (found == AllOpeners().end()) return Opener::kNone;
  const std::string_view rest = sentence.substr(FirstWord(sentence));
  if (rest.empty() || !found->second.MayBegin(rest)) return Opener::kNone;
  const std::string folded = text::FoldForMatching(rest.substr(0, found->second.Reach(rest)));
  const bool spaceless = base_language == "zh" || base_language == "ja";
  for (const PhraseMatch& phrase : found->second.BeginningsOf(folded)) {
    if (spaceless || EndsWord(folded, phrase.bytes)) return static_cast<Opener>(phrase.value);
  }
  return Opener::kNone;
}

bool HasOpeners(std::string_view base_language) { return AllOpeners().contains(ToAbsl(base_language)); }

}  // namespace polygist::summary
