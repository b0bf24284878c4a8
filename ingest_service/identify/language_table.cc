#include "ingest_service/identify/language_table.h"

#include <algorithm>

#include "absl/strings/str_split.h"
#include "common/base/strings.h"

namespace polygist::ingest {

LanguageTable LanguageTable::Parse(std::string_view tsv) {
  LanguageTable table;
  for (const absl::string_view line : absl::StrSplit(ToAbsl(tsv), '\n')) {
    if (line.empty() || line.front() == '#') continue;
    const std::vector<std::string> fields = absl::StrSplit(line, '\t');
    if (fields.size() != 2) continue;
    table.scripts_[fields[0]] = absl::StrSplit(fields[1], ' ', absl::SkipEmpty());
  }
  for (const auto& [tag, scripts] : table.scripts_) {
    for (const std::string& script : scripts) table.languages_[script].push_back(tag);
  }
  return table;
}

bool LanguageTable::IsWrittenIn(std::string_view tag, std::string_view script) const {
  const auto row = scripts_.find(tag);
  if (row == scripts_.end()) return false;
  return std::find(row->second.begin(), row->second.end(), script) != row->second.end();
}

std::string_view LanguageTable::OnlyLanguageOf(std::string_view script) const {
  const auto row = languages_.find(script);
  return row != languages_.end() && row->second.size() == 1 ? std::string_view(row->second.front())
                                                            : std::string_view();
}

}  // namespace polygist::ingest
