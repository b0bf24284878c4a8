#include "common/text/latin_letters.h"

#include <string_view>
#include <utility>
#include <vector>

#include "absl/strings/match.h"
#include "absl/strings/str_split.h"
#include "common/base/strings.h"
#include "common/text/utf8.h"
#include "latin_letters_data.h"

namespace polygist::text {
namespace {

std::vector<std::string> ReadTable() {
  std::vector<std::string> table(kLastLatinLetter - kFirstLatinLetter + 1);
  for (const absl::string_view line : absl::StrSplit(ToAbsl(data::kLatinLetters), '\n')) {
    const std::pair<absl::string_view, absl::string_view> row = absl::StrSplit(line, '\t');
    if (absl::StartsWith(line, "#")) continue;
    const std::string_view letters(row.second.data(), row.second.size());
    for (size_t offset = 0; offset < letters.size();) {
      table[NextCodePoint(letters, &offset) - kFirstLatinLetter] = std::string(row.first);
    }
  }
  return table;
}

}  // namespace

const std::string& LatinLetters(char32_t c) {
  static const std::vector<std::string>& table = *new std::vector<std::string>(ReadTable());
  return table[c - kFirstLatinLetter];
}

}  // namespace polygist::text
