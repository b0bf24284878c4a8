// Translations of many words of one language to the same targets: look-ups that depend on the languages alone are
// done once.
#pragma once

#include <cstdint>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "summary_service/lexicon/lexicon.h"

namespace polygist::summary {

namespace lexicon_file {
struct Strings;
struct Table;
}  // namespace lexicon_file

struct FoundStem {
  int target = 0;                                  // Index into the targets.
  float weight = 0;                                // (0, 1].
  uint32_t file = 0;                               // Index into Lexicon::files.
  uint32_t id = 0;                                 // Of the stem among the file's stems of the target.
  const lexicon_file::Strings* strings = nullptr;  // Those.

  // Lives as long as the lexicon. The others ask for it ahead of time: lexicon_file::Strings.
  std::string_view stem() const;
  void PrefetchOffset() const;
  void PrefetchText() const;
};

// What a file of the lexicon has for a word in one of the targets.
struct FoundEntries {
  int target = 0;     // Index into the targets.
  uint32_t file = 0;  // Index into Lexicon::files.
  float factor = 1;
  std::span<const uint32_t> entries;               // Not empty.
  const lexicon_file::Strings* strings = nullptr;  // Of the target.

  // Appends those of at least this weight, unordered.
  void AppendTo(float least_weight, std::vector<FoundStem>* found) const;
};

// What the lexicon has for each of several words.
struct FoundWords {
  std::vector<FoundEntries> entries;  // Word by word.
  std::vector<size_t> ends;           // By word, into those.

  // Empty when the lexicon does not know the word-th one. A stem may come several times.
  std::span<const FoundEntries> Of(size_t word) const {
    const size_t begin = word == 0 ? 0 : ends[word - 1];
    return std::span(entries).subspan(begin, ends[word] - begin);
  }
};

struct WordToFind {
  std::string_view folded;
  std::string_view stem;  // StemOf(folded, language).
};

// Thread-safe. The lexicon outlives it.
class WordLookup {
 public:
  WordLookup(const Lexicon& lexicon, std::string_view language, const std::vector<std::string>& targets);

  // What Lexicon::Translate tells, unordered and unlimited; of words that it does not know, what it tells in a related
  // language (RelatedLanguage), worth kThroughRelative. Many words at once cost much less than one after the other:
  // nearly all of it is waiting for memory, and they wait together.
  FoundWords Find(std::span<const WordToFind> words) const;
  // Whether a folded word, or lexicon_format::kStemMark and a stem, has a translation to any of the targets.
  bool HasKey(std::string_view key) const;

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
    size_t word = 0;
    const Source* source = nullptr;
    uint32_t id = 0;
    float factor = 1;
  };
  static std::vector<Source> SourcesOf(const Lexicon& lexicon, std::string_view language,
                                       const std::vector<std::string>& targets);
  static std::vector<Way> WaysOf(const std::vector<Source>& sources, std::span<const WordToFind> words);
  // Adds those of words that `ways` does not lead to. By word.
  void AddRelated(std::span<const WordToFind> words, std::vector<Way>* ways) const;

  std::vector<Source> sources_;  // One for each file that holds the language.
  std::string related_;          // Language; empty: none.
  std::vector<Source> related_sources_;
};

// Which languages have a word that translates to an English stem: a rendering in them could be expected to show it.
// Thread-safe. The lexicon outlives it.
class ReachLookup {
 public:
  // The first 32 of `languages` are told apart.
  ReachLookup(const Lexicon& lexicon, const std::vector<std::string>& languages);

  // By stem; bit l: languages[l] has one. Several at once cost less, as WordLookup's.
  std::vector<uint32_t> ReachedBy(std::span<const std::string_view> english_stems) const;

 private:
  struct Source {
    const lexicon_file::Strings* stems = nullptr;
    std::span<const uint64_t> reached;      // By stem.
    std::vector<std::pair<int, int>> bits;  // Of a language here and in `reached`.
  };
  std::vector<Source> sources_;  // One for each file that holds English.
  uint32_t all_ = 0;             // The bits that any of them has.
};

}  // namespace polygist::summary
