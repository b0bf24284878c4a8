#include "summary_service/merging/speaker_key.h"

#include <algorithm>

#include "absl/strings/str_join.h"
#include "summary_service/lexicon/names.h"
#include "summary_service/lexicon/tokens.h"

namespace polygist::summary {
namespace {

bool Holds(const NameWords& longer, const NameWords& shorter) {
  return longer.size() > shorter.size() && std::all_of(shorter.begin(), shorter.end(), [&](const std::string& word) {
           return std::find(longer.begin(), longer.end(), word) != longer.end();
         });
}

}  // namespace

NameWords NameWordsOf(std::string_view name, const ReportingWords& reporting) {
  std::vector<Token> tokens = Tokenize(name);
  while (tokens.size() > 1 && reporting.title.contains(tokens.front().folded)) tokens.erase(tokens.begin());
  NameWords words;
  for (const Token& token : tokens) {
    const WordForms forms = FormsOf(token.folded);
    words.push_back(forms.latin.empty() ? forms.folded : forms.latin);
  }
  return words;
}

std::string SpeakerKey(const NameWords& name, std::span<const NameWords> known) {
  const NameWords* fullest = &name;
  for (const NameWords& longer : known) {
    if (!Holds(longer, name)) continue;
    if (fullest != &name && *fullest != longer) return absl::StrJoin(name, " ");
    fullest = &longer;
  }
  return absl::StrJoin(*fullest, " ");
}

}  // namespace polygist::summary
