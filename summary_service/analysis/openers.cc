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

// Words and phrases that open sentences, folded.
struct Openers {
  absl::flat_hash_map<std::string, Opener> phrases;
  size_t longest_bytes = 0;
};

using Table = std::map<std::string, Openers, std::less<>>;

// Kinds: "pronoun", "connective".
Table ReadTable() {
  Table table;
  for (PhraseRow& row : ReadPhraseTable(data::kOpeners)) {
    Openers& openers = table[row.language];
    for (std::string& phrase : row.phrases) {
      openers.longest_bytes = std::max(openers.longest_bytes, phrase.size());
      openers.phrases.emplace(std::move(phrase), row.kind == "pronoun" ? Opener::kPronoun : Opener::kConnective);
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

}  // namespace

Opener OpenerOf(std::string_view sentence, std::string_view base_language) {
  const auto found = AllOpeners().find(base_language);
  if (found == AllOpeners().end()) return Opener::kNone;
  const Openers& openers = found->second;
  const std::string_view rest = sentence.substr(FirstWord(sentence));
  size_t end = std::min(rest.size(), openers.longest_bytes + 8);  // Folding may shorten.
  while (!text::IsCodePointBoundary(rest, end)) --end;
  const std::string folded = text::FoldForMatching(rest.substr(0, end));
  for (size_t length = std::min(folded.size(), openers.longest_bytes); length > 0; --length) {
    if (!text::IsCodePointBoundary(folded, length)) continue;
    const auto phrase = openers.phrases.find(absl::string_view(folded.data(), length));
    if (phrase == openers.phrases.end()) continue;
    const bool spaceless = base_language == "zh" || base_language == "ja";
    if (spaceless || EndsWord(folded, length)) return phrase->second;
  }
  return Opener::kNone;
}

bool HasOpeners(std::string_view base_language) { return AllOpeners().contains(base_language); }

}  // namespace polygist::summary
