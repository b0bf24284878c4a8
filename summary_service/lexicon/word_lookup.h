// Translations of many words of one language to the same targets: look-ups that depend on the languages alone are
// done once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "absl/container/inlined_vector.h"
#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary {

namespace lexicon_file {
struct Strings;
struct Table;
}  // namespace lexicon_file

struct FoundStem {
  int target = 0;    // Index into the targets.
  float weight = 0;  // (0, 1].
  uint32_t file = 0;  // Index into Lexicon::files.
  uint32_t id = 0;    // Of the stem among the file's stems of the target.
  const lexicon_file::Strings* strings = nullptr;  // Those.

  // Lives as long as the lexicon. The others ask for it ahead of time: lexicon_file::Strings.
  std::string_view stem() const;
  void PrefetchOffset() const;
  void PrefetchText() const;
};

// Thread-safe. The lexicon outlives it.
class WordLookup {
 public:
  WordLookup(const Lexicon& lexicon, std::string_view language, const std::vector<std::string>& targets);

  // Appends what Lexicon::Translate tells, of at least this weight, unordered and unlimited; a stem may come several
  // times. Returns whether there is any of whatever weight. `stem` is StemOf(folded, language).
  bool Translate(std::string_view folded, std::string_view stem, float least_weight, std::vector<FoundStem>* found) const;
  // Whether the word translates to any of the targets.
  bool Knows(std::string_view folded, std::string_view stem) const;

 private:
  struct Target {
    int index = 0;
    const lexicon_file::Table* table = nullptr;
    const lexicon_file::Strings* strings = nullptr;
  };
  struct Source {
    uint32_t file = 0;  // Index into Lexicon::files.
    const lexicon_file::Strings* words = nullptr;
    std::vector<Target> targets;
  };
  // A string of the language that stands for a word.
  struct Way {
    const Source* source = nullptr;
    uint32_t id = 0;
    float factor = 1;
  };
  absl::InlinedVector<Way, 16> WaysOf(std::string_view folded, std::string_view stem) const;

  std::vector<Source> sources_;  // One for each file that holds the language.
};

// Which languages have a word that translates to an English stem: a rendering in them could be expected to show it.
// Thread-safe. The lexicon outlives it.
class ReachLookup {
 public:
  // The first 32 of `languages` are told apart.
  ReachLookup(const Lexicon& lexicon, const std::vector<std::string>& languages);

  // Bit l: languages[l] has one.
  uint32_t ReachedBy(std::string_view english_stem) const;

 private:
  struct Source {
    const lexicon_file::Strings* stems = nullptr;
    std::span<const uint64_t> reached;       // By stem.
    std::vector<std::pair<int, int>> bits;  // Of a language here and in `reached`.
  };
  std::vector<Source> sources_;  // One for each file that holds English.
  uint32_t all_ = 0;             // The bits that any of them has.
};

}  // namespace polygist::summary
