#include "summary_service/merging/reporting_words.h"

#include <map>
#include <vector>

#include "absl/strings/str_split.h"
#include "absl/strings/string_view.h"
#include "common/base/strings.h"
#include "common/text/words.h"
#include "reporting_words_data.h"

namespace polygist::summary {
namespace {

using ReportingTable = std::map<std::string, ReportingWords, std::less<>>;

ReportingWords::Words* WordsNamed(std::string_view kind, ReportingWords* words) {
  if (kind == "say") return &words->say;
  if (kind == "source") return &words->source;
  if (kind == "to") return &words->to;
  if (kind == "other") return &words->other;
  if (kind == "title") return &words->title;
  if (kind == "marks") return &words->marks;
  if (kind == "suffix") return &words->suffix;
  if (kind == "honour") return &words->honour;
  if (kind == "of") return &words->of;
  return kind == "behind" ? &words->behind : &words->inside;
}

ReportingTable ReadTable() {
  ReportingTable table;
  for (const absl::string_view line : absl::StrSplit(ToAbsl(data::kReportingWords), '\n')) {
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() != 3 || fields[0].starts_with("#")) continue;
    ReportingWords::Words* words = WordsNamed(fields[1], &table[fields[0]]);
    const std::vector<std::string> entries = absl::StrSplit(fields[2], ' ', absl::SkipEmpty());
    for (const std::string& entry : entries) words->insert(text::FoldForMatching(entry));
  }
  return table;
}

}  // namespace

const ReportingWords& ReportingWordsOf(std::string_view language) {
  static const auto& table = *new ReportingTable(ReadTable());
  static const auto& none = *new ReportingWords();
  const auto place = table.find(language);
  return place == table.end() ? none : place->second;
}

}  // namespace polygist::summary
