#include "summary_service/analysis/phrase_table.h"

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "common/base/strings.h"
#include "common/text/words.h"

namespace polygist::summary {

std::vector<PhraseRow> ReadPhraseTable(std::string_view data) {
  std::vector<PhraseRow> rows;
  for (const absl::string_view line : absl::StrSplit(ToAbsl(data), '\n')) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() != 3 || fields[0].starts_with('#')) continue;
    PhraseRow& row = rows.emplace_back(PhraseRow{fields[0], fields[1], {}});
    const std::vector<std::string> phrases = absl::StrSplit(fields[2], '|', absl::SkipEmpty());
    for (const std::string& phrase : phrases) row.phrases.push_back(text::FoldForMatching(phrase));
  }
  return rows;
}

}  // namespace polygist::summary
