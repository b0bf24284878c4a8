// Translations of many words of one language to the same targets: look-ups that depend on the languages alone are
// done once.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary {

namespace lexicon_file {
struct Strings;
struct Table;
}  // namespace lexicon_file

struct FoundStem {
  int target = 0;         // Index into the targets.
  float weight = 0;       // (0, 1].
  std::string_view stem;  // Lives as long as the lexicon.
};

// Thread-safe. The lexicon outlives it.
class WordLookup {
 public:
  WordLookup(const Lexicon& lexicon, std::string_view language, const std::vector<std::string>& targets);

  // Appends what Lexicon::Translate tells, unordered and unlimited; a stem may come several times. `stem` is
  // StemOf(folded, language).
  void Translate(std::string_view folded, std::string_view stem, std::vector<FoundStem>* found) const;
  // Whether the word translates to any of the targets.
  bool Knows(std::string_view folded, std::string_view stem) const;

 private:
  struct Target {
    int index = 0;
    const lexicon_file::Table* table = nullptr;
    const lexicon_file::Strings* strings = nullptr;
  };
  struct Source {
    const lexicon_file::Strings* words = nullptr;
    std::vector<Target> targets;
  };
  std::vector<Source> sources_;  // One for each file that holds the language.
};

}  // namespace polygist::summary
