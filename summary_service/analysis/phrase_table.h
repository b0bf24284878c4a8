// Data files of phrases by language, as embedded: lines "language <TAB> kind <TAB> phrase|phrase|...", '#' for remarks.
#pragma once

#include <string>
#include <string_view>
#include <vector>

namespace polygist::summary {

struct PhraseRow {
  std::string language;  // BCP 47.
  std::string kind;
  std::vector<std::string> phrases;  // Folded for matching.
};

std::vector<PhraseRow> ReadPhraseTable(std::string_view data);

}  // namespace polygist::summary
