#include "summary_service/analysis/openers.h"

#include <algorithm>
#include <map>
#include <string>

#include "absl/container/flat_hash_map.h"
#include "absl/strings/string_view.h"
#include "common/text/utf8.h"
#include "common/text/words.h"
#include "summary_analysis_data.h"

namespace polygist::summary {
namespace {

// Words and phrases that open sentences, folded.
struct Openers {
  absl::flat_hash_map<std::string, Opener> phrases;
  size_t longest_bytes = 0;
};

using Table = std::map<std::string, Openers, std::less<>>;

void AddPhrases(std::string_view phrases, Opener opener, Openers& openers) {
  while (!phrases.empty()) {
    const size_t end = std::min(phrases.find('|'), phrases.size());
    std::string phrase = text::FoldForMatching(phrases.substr(0, end));
    openers.longest_bytes = std::max(openers.longest_bytes, phrase.size());
    openers.phrases.emplace(std::move(phrase), opener);
    phrases.remove_prefix(std::min(end + 1, phrases.size()));
  }
}

// Lines "language <TAB> pronoun or connective <TAB> phrase|phrase|...".
Table ReadTable(std::string_view data) {
  Table table;
  while (!data.empty()) {
    const size_t end = std::min(data.find('\n'), data.size());
    const std::string_view line = data.substr(0, end);
    data.remove_prefix(std::min(end + 1, data.size()));
    const size_t first = line.find('\t');
    if (line.empty() || line.front() == '#' || first == std::string_view::npos) continue;
    const size_t second = line.find('\t', first + 1);
    const bool pronoun = line.substr(first + 1, second - first - 1) == "pronoun";
    AddPhrases(line.substr(second + 1), pronoun ? Opener::kPronoun : Opener::kConnective,
               table[std::string(line.substr(0, first))]);
  }
  return table;
}

const Table& AllOpeners() {
  static const Table& table = *new Table(ReadTable(data::kOpeners));
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
