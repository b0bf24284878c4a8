// Word pairs on their way into a lexicon file: what dictionary readers fill and the writer empties.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <string_view>
#include <unordered_map>
#include <utility>
#include <vector>

namespace polygist::summary::lexicon_build {

// Translations of one ordered pair of languages. Keys are folded words, and stems behind kStemMark.
class PairTable {
 public:
  // Keeps the higher weight of an entry seen twice. `weight` in (0, 1].
  void Add(std::string_view key, std::string_view stem, double weight);

  struct Entry {
    uint32_t stem = 0;  // Index into stems().
    float weight = 0;
  };
  // Keys with their entries, by bytes.
  std::vector<std::pair<std::string_view, const std::vector<Entry>*>> SortedRows() const;
  const std::vector<std::string>& stems() const { return stems_; }
  size_t size() const { return rows_.size(); }

 private:
  std::unordered_map<std::string, std::vector<Entry>> rows_;
  std::unordered_map<std::string, uint32_t> stem_ids_;
  std::vector<std::string> stems_;
};

// Everything that goes into one file.
class WordPairs {
 public:
  // A gloss and its headword, in either order of languages: stored towards English, and otherwise
  // from the language that sorts first. Phrases of up to three words give each of their words a
  // share (1, .6, .4); longer ones are definitions and are dropped.
  void AddGloss(const std::string& language, std::string_view head, const std::string& target, std::string_view gloss,
                double weight = 1);
  // A pair of single words. `target_stem` is already a stem.
  void AddWord(const std::string& language, std::string_view folded, const std::string& target,
               std::string_view target_stem, double weight);

  // Makes the table of a pair, so that threads may fill different pairs at once.
  void Open(const std::string& language, const std::string& target) { tables_[{language, target}]; }

  const std::map<std::pair<std::string, std::string>, PairTable>& tables() const { return tables_; }

 private:
  std::map<std::pair<std::string, std::string>, PairTable> tables_;
};

}  // namespace polygist::summary::lexicon_build
