#include "summary_service/analysis/stop_words.h"

#include <map>
#include <string>

#include "common/text/words.h"
#include "summary_analysis_data.h"

namespace polygist::summary {
namespace {

using Table = std::map<std::string, StopWords, std::less<>>;

// Calls `visit` for each part of `text` between separators, empty parts left out.
template <typename Visit>
void ForEachPart(std::string_view text, char separator, const Visit& visit) {
  while (!text.empty()) {
    const size_t end = std::min(text.find(separator), text.size());
    if (end > 0) visit(text.substr(0, end));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
}

Table ReadTable(std::string_view data) {
  Table table;
  ForEachPart(data, '\n', [&](std::string_view line) {
    const size_t tab = line.find('\t');
    if (line.front() == '#' || tab == std::string_view::npos) return;
    StopWords& words = table[std::string(line.substr(0, tab))];
    ForEachPart(line.substr(tab + 1), ' ', [&](std::string_view word) { words.insert(text::FoldForMatching(word)); });
  });
  return table;
}

}  // namespace

const StopWords& StopWordsOf(std::string_view base_language) {
  static const Table& table = *new Table(ReadTable(data::kStopWords));
  static const StopWords& none = *new StopWords();
  const auto found = table.find(base_language);
  return found == table.end() ? none : found->second;
}

}  // namespace polygist::summary
