// For which languages the summary service has data of its own.
#pragma once

#include <string>
#include <vector>

namespace polygist::summary {

struct LanguageData {
  std::string language;  // Base subtag.
  bool stemmer = false;
  bool stop_words = false;
  bool coherence_lists = false;
};

// Ascending by language.
std::vector<LanguageData> KnownLanguages();

}  // namespace polygist::summary
